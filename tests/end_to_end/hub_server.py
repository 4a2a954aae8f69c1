"""A WebSub hub on loopback: takes subscriptions, verifies intent, and pushes signed documents."""

import hashlib
import hmac
import http.server
import secrets
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass


@dataclass
class Asked:
    """One request of a subscriber, and what its callback said to the verification."""

    at: float
    form: dict
    headers: dict
    verified: int = 0  # status of the callback; 0: not verified yet
    echoed: bool = False


def call(url, body=None, headers=None):
    """Status and body, whatever the status."""
    request = urllib.request.Request(url, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


class HubServer:
    """`lease`: seconds that it grants; `status`: what it answers to a request."""

    def __init__(self, lease=86400):
        self.lease = lease
        self.status = 202
        self.asked = []
        self.listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._answering())
        self.listener.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.listener.server_address[1]}/hub"
        threading.Thread(target=self.listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.listener.shutdown()
        self.listener.server_close()

    def modes(self):
        return [asked.form["hub.mode"] for asked in list(self.asked)]

    def verified(self, mode="subscribe"):
        """The requests of this mode whose challenge came back."""
        return [asked for asked in list(self.asked) if asked.echoed and asked.form["hub.mode"] == mode]

    def verify(self, form, **others):
        """Status, and whether the challenge came back alone."""
        challenge = secrets.token_urlsafe(24)
        query = {
            "hub.mode": form["hub.mode"],
            "hub.topic": form["hub.topic"],
            "hub.challenge": challenge,
            "hub.lease_seconds": str(self.lease),
            **{"hub." + name: value for name, value in others.items()},
        }
        status, body = call(form["hub.callback"] + "?" + urllib.parse.urlencode(query))
        return status, body.decode(errors="replace") == challenge

    def push(self, document, method="sha256", secret=None, signature=None):
        """Sends it to the newest subscription; the callback's status."""
        form = self.verified()[-1].form
        key = (form["hub.secret"] if secret is None else secret).encode()
        if signature is None:
            signature = method + "=" + hmac.new(key, document, getattr(hashlib, method)).hexdigest()
        headers = {"Content-Type": "application/rss+xml", "X-Hub-Signature": signature}
        return call(form["hub.callback"], document, headers)[0]

    def _answering(self):
        hub = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                asked = Asked(time.time(), dict(urllib.parse.parse_qsl(body)), dict(self.headers))
                hub.asked.append(asked)
                self.send_response(hub.status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                if hub.status == 202:
                    threading.Thread(target=self.verify, args=(asked,), daemon=True).start()

            @staticmethod
            def verify(asked):
                asked.verified, asked.echoed = hub.verify(asked.form)

            def log_message(self, *args):
                pass

        return Answer
