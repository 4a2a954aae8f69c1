"""A feed server on loopback that does everything wrong that a server can do, a fault a path."""

import contextlib
import gzip
import pathlib
import socket
import ssl
import struct
import subprocess
import threading
import zlib

RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Faults</title><item><title>News</title></item></channel></rss>'


def _answer(body=b"", status="200 OK", *headers, length=None):
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/rss+xml", f"Content-Length: {len(body) if length is None else length}", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def _unmeasured(*headers):
    return ("\r\n".join(["HTTP/1.1 200 OK", "Content-Type: application/rss+xml", *headers]) + "\r\n\r\n").encode()


def _redirect(target, status="302 Found"):
    return _answer(b"", status, f"Location: {target}")


def _zeros(megabytes):
    """So many, as gzip; made piece by piece, so that this process stays small."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


class FaultServer:
    """`reasons`: for each path, a part of the sentence that a user must read."""

    reasons = {
        "/silent": "no answer within",
        "/drip": "was not complete after",
        "/drip-head": "was not complete after",
        "/headers": "of headers",
        "/cut": "ended before the whole answer",
        "/cut-chunk": "ended before the whole answer",
        "/chunks": "sent more than",
        "/huge": "sent more than",
        "/bomb": "unpacks to more than",
        "/nested": "unpacks to more than",
        "/matryoshka": "packed its answer more than twice",
        "/not-gzip": "called its answer gzip",
        "/nothing": "without an answer",
        "/reset": "broke",
        "/garbage": "no usable answer",
        "/empty": "empty answer",
        "/page": "web page",
        "/loop": "redirected more than 5 times",
        "/inward": "never asked",
        "/file": "neither http nor https",
        "/403": "403",
        "/404": "404",
        "/429": "429",
        "/500": "500",
        "/503": "503",
        "/410": "gone for good",
    }

    def __init__(self, folder):
        self.stopping = threading.Event()
        zeros = _zeros(64)
        self.answers = {
            "/cut": _answer(RSS, length=len(RSS) * 2),
            "/cut-chunk": _unmeasured("Transfer-Encoding: chunked") + b"1000\r\n" + RSS,
            "/bomb": _answer(zeros, "200 OK", "Content-Encoding: gzip"),
            "/nested": _answer(gzip.compress(zeros), "200 OK", "Content-Encoding: gzip, gzip"),
            "/matryoshka": _answer(gzip.compress(gzip.compress(gzip.compress(RSS))), "200 OK", "Content-Encoding: gzip, gzip, gzip"),
            "/not-gzip": _answer(RSS, "200 OK", "Content-Encoding: gzip"),
            "/nothing": b"",
            "/garbage": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
            "/empty": _answer(),
            "/page": _answer(b"<!doctype html><html><head><title>Sorry</title></head><body>Back soon</body></html>"),
            "/loop": _redirect("/loop"),
            "/inward": _redirect("http://169.254.169.254/latest/meta-data/"),
            "/file": _redirect("file:///etc/passwd"),
            "/403": _answer(RSS, "403 Forbidden"),
            "/404": _answer(RSS, "404 Not Found"),
            "/429": _answer(b"", "429 Too Many Requests"),
            "/500": _answer(b"", "500 Internal Server Error"),
            "/503": _answer(b"", "503 Service Unavailable"),
            "/410": _answer(b"", "410 Gone"),
        }
        self.listener = socket.create_server(("127.0.0.9", 0), backlog=256)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self.listener, None), daemon=True).start()
        self.tls = {}
        for name, wrong in (("unknown", "/CN=127.0.0.9"), ("elsewhere", "/CN=other.example")):
            listener = socket.create_server(("127.0.0.9", 0), backlog=64)
            self.tls[name] = listener
            threading.Thread(target=self._accept, args=(listener, self._context(pathlib.Path(folder), name, wrong)), daemon=True).start()

    def faults(self):
        """URL and what a user must be told of it."""
        for path, reason in self.reasons.items():
            yield f"http://127.0.0.9:{self.port}{path}", reason
        for listener in self.tls.values():
            yield f"https://127.0.0.9:{listener.getsockname()[1]}/", "certificate"
        yield f"https://127.0.0.9:{self.port}/", "no encrypted connection"

    def stop(self):
        self.stopping.set()
        for listener in (self.listener, *self.tls.values()):
            listener.close()

    @staticmethod
    def _context(folder, name, subject):
        """A certificate that nobody whom we trust has signed."""
        certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", subject, "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context

    def _accept(self, listener, context):
        while not self.stopping.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection, context), daemon=True).start()

    def _talk(self, connection, context):
        with contextlib.suppress(OSError, ValueError), connection:
            connection.settimeout(60)
            if context:
                connection = context.wrap_socket(connection, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                received = connection.recv(4096)
                if not received:
                    return
                if received[0] == 0x16:  # the beginning of TLS, which is not spoken here
                    return connection.sendall(_answer(b"", "400 Bad Request"))
                head += received
            self._misbehave(connection, head.split(b" ", 2)[1].decode())

    def _misbehave(self, connection, path):
        if path in self.answers:
            connection.sendall(self.answers[path])
        elif path == "/silent":
            self.stopping.wait(60)
        elif path == "/drip":
            self._drip(connection, _unmeasured(), b"<")
        elif path == "/drip-head":
            self._drip(connection, b"HTTP/1.1 200 OK\r\nX: ", b"x")
        elif path == "/headers":
            self._flood(connection, b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"x" * 1000 + b"\r\n")
        elif path == "/huge":
            self._flood(connection, _unmeasured(), b"<rss>" + b" " * 65536)
        elif path == "/chunks":
            self._flood(connection, _unmeasured("Transfer-Encoding: chunked"), b"8000\r\n" + b"x" * 0x8000 + b"\r\n")
        elif path == "/reset":
            connection.sendall(_answer(RSS, length=len(RSS) * 2))
            self.stopping.wait(0.1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            connection.sendall(_answer(b"", "404 Not Found"))

    def _drip(self, connection, begin, byte):
        connection.sendall(begin)
        while not self.stopping.wait(0.2):
            connection.sendall(byte)

    def _flood(self, connection, begin, piece):
        connection.sendall(begin)
        while not self.stopping.is_set():
            connection.sendall(piece)
