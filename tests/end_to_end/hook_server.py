"""A webhook receiver on loopback that keeps what it was sent and answers as it is told."""

import http.server
import json
import threading
import time
from dataclasses import dataclass


@dataclass
class Hook:
    """One request as it arrived."""

    at: float
    path: str
    headers: dict  # names in lower case
    body: bytes
    status: int = 0  # what it was answered

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def id(self):
        return self.headers["webhook-id"]


class _Listener(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512

    def handle_error(self, request, client_address):
        pass  # a sender that was killed in the middle is what these tests are about


class HookServer:
    """`answers`: what the next requests get, in order: a status, (status, headers), or "hang"; afterwards `otherwise`."""

    def __init__(self):
        self.received = []
        self.answers = []
        self.otherwise = 200
        self.released = threading.Event()
        self.lock = threading.Lock()
        self.listener = _Listener(("127.0.0.1", 0), self._answering())
        self.port = self.listener.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/hook"
        threading.Thread(target=self.listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.released.set()
        self.listener.shutdown()
        self.listener.server_close()

    def next_answer(self, hook):
        with self.lock:
            answer = self.answers.pop(0) if self.answers else self.otherwise
            self.received.append(hook)
        return answer

    def _answering(self):
        server = self

        class Answer(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                length = int(self.headers.get("Content-Length", 0))
                body = self.rfile.read(length)
                if len(body) < length:
                    return  # the sender was killed in the middle: this is no message
                headers = {name.lower(): value for name, value in self.headers.items()}
                hook = Hook(time.time(), self.path, headers, body)
                answer = server.next_answer(hook)
                if answer == "hang":
                    server.released.wait()
                    return
                status, extra = answer if isinstance(answer, tuple) else (answer, {})
                hook.status = status
                self.send_response(status)
                for name, value in extra.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                pass

        return Answer
