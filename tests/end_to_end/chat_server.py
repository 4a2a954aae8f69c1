"""The incoming webhooks of six chats on loopback, each at the path of its name; they answer as the chats do, or as they are told."""

import http.server
import threading
import time
from dataclasses import dataclass

import chat_rules


@dataclass
class Said:
    """One request as it arrived."""

    at: float
    kind: str
    url: str
    headers: dict  # names in lower case
    body: str
    status: int = 0  # what it was answered


class _Listener(http.server.ThreadingHTTPServer):
    daemon_threads = True


class ChatServer:
    """`answers`: kind to what its next requests get, (status, body) or (status, body, headers); afterwards it takes everything."""

    def __init__(self):
        self.said = []
        self.answers = {}
        self.lock = threading.Lock()
        self.listener = _Listener(("127.0.0.1", 0), self._answering())
        self.port = self.listener.server_address[1]
        threading.Thread(target=self.listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.listener.shutdown()
        self.listener.server_close()

    def url(self, kind):
        return f"http://127.0.0.1:{self.port}/{kind}?key=hidden"

    def of(self, kind):
        return [said for said in self.said if said.kind == kind]

    def _next(self, kind):
        answers = self.answers.get(kind)
        return answers.pop(0) if answers else chat_rules.TAKEN[kind]

    def _answering(self):
        server = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                kind = self.path.split("?")[0].strip("/")
                headers = {name.lower(): value for name, value in self.headers.items()}
                with server.lock:
                    status, words, *extra = server._next(kind)
                    server.said.append(Said(time.time(), kind, self.path, headers, body, status))
                self.send_response(status)
                for name, value in (extra[0] if extra else {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(words.encode())))
                self.end_headers()
                self.wfile.write(words.encode())

            def log_message(self, *args):
                pass

        return Answer
