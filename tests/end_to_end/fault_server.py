"""A feed server on loopback that does everything wrong that a server can do, a fault a path."""

import contextlib
import email.utils
import gzip
import pathlib
import socket
import ssl
import struct
import subprocess
import threading
import time
import zlib

ITEM = "<item><title>{0}</title><guid>{0}</guid></item>"
RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Faults</title><item><title>News</title></item></channel></rss>'
LATER = 600  # seconds, of Retry-After


def _document(title, encoding="utf-8", declared=None, doctype=""):
    text = f'<?xml version="1.0" encoding="{declared or encoding}"?>{doctype}<rss version="2.0"><channel><title>{title}</title>'
    return (text + ITEM.format(title) + "</channel></rss>").encode(encoding)


def _answer(body=b"", status="200 OK", *headers, length=None, kind="application/rss+xml"):
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def _unmeasured(*headers):
    return ("\r\n".join(["HTTP/1.1 200 OK", "Content-Type: application/rss+xml", *headers]) + "\r\n\r\n").encode()


def _redirect(target, status="302 Found"):
    return _answer(b"", status, f"Location: {target}")


def _packed(body, times):
    for _ in range(times):
        body = gzip.compress(body)
    return _answer(body, "200 OK", "Content-Encoding: " + ", ".join(["gzip"] * times))


def _zeros(megabytes):
    """So many, as gzip; made piece by piece, so that this process stays small."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def _entities():
    """Each stands for ten of the one before it: a billion words, were they spelt out."""
    rows = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    return f'<!DOCTYPE rss [<!ENTITY e0 "ha">{rows}]>'


class Authority:
    """Signs certificates for 127.0.0.9, sound and unsound ones."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.certificate = self.folder / "authority.pem"
        self._self_signed("authority", "/CN=Authority of tests")

    def context(self, name, host="127.0.0.9", days=2, signed=True):
        if signed:
            self._signed(name, host, days)
        else:
            self._self_signed(name, f"/CN={host}")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        return context

    def _self_signed(self, name, subject):
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", 2, "-subj", subject,
                      "-keyout", self.folder / f"{name}.key", "-out", self.folder / f"{name}.pem")

    def _signed(self, name, host, days):
        """Of 0 days: it is over at once."""
        key, asked, names = (self.folder / f"{name}.{kind}" for kind in ("key", "csr", "names"))
        names.write_text(f"subjectAltName={'IP' if host[0].isdigit() else 'DNS'}:{host}")
        self._openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={host}", "-keyout", key, "-out", asked)
        self._openssl("x509", "-req", "-in", asked, "-CA", self.certificate, "-CAkey", self.folder / "authority.key", "-CAcreateserial",
                      "-days", days, "-extfile", names, "-out", self.folder / f"{name}.pem")

    @staticmethod
    def _openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class FaultServer:
    """`reasons`: for each path, a part of the sentence that a user must read. `oddities`: what looks like a fault, and is read all the same.
    `holds`: faults that hold their whole host, and so have one of their own."""

    reasons = {
        "/silent": "no answer within",
        "/drip": "was not complete after",
        "/drip-head": "was not complete after",
        "/headers": "of headers",
        "/cut": "ended before the whole answer",
        "/cut-chunk": "ended before the whole answer",
        "/chunks": "sent more than",
        "/huge": "sent more than",
        "/huge-rss": "sent more than",
        "/long-title": "sent more than",
        "/bomb": "unpacks to more than",
        "/bigger-bomb": "unpacks to more than",
        "/nested": "unpacks to more than",
        "/matryoshka": "packed its answer more than twice",
        "/eightfold": "packed its answer more than twice",
        "/not-gzip": "called its answer gzip",
        "/nothing": "without an answer",
        "/reset": "broke",
        "/garbage": "no usable answer",
        "/empty": "empty answer",
        "/page": "web page",
        "/bare-page": "web page",
        "/loop": "redirected more than 5 times",
        "/to-and-fro": "redirected more than 5 times",
        "/hops/6": "redirected more than 5 times",
        "/inward": "never asked",
        "/file": "neither http nor https",
        "/gopher": "neither http nor https",
        "/204": "204",
        "/403": "403",
        "/404": "404",
        "/429": "429",
        "/500": "500",
        "/502": "502",
        "/503": "503",
        "/999": "999",
        "/410": "gone for good",
    }
    holds = {"/429-later": "429", "/429-date": "429", "/503-later": "503"}
    oddities = (
        "/hops/5", "/moved", "/twice-packed", "/latin", "/wide", "/cyrillic", "/chinese", "/misdeclared", "/new-etag", "/outside", "/billion",
        "/deep", "/flap",
    )

    def __init__(self, folder):
        self.stopping = threading.Event()
        zeros = _zeros(64)
        self.answers = {
            "/cut": _answer(RSS, length=len(RSS) * 2),
            "/cut-chunk": _unmeasured("Transfer-Encoding: chunked") + b"1000\r\n" + RSS,
            "/bomb": _answer(zeros, "200 OK", "Content-Encoding: gzip"),
            "/bigger-bomb": _answer(_zeros(400), "200 OK", "Content-Encoding: gzip"),
            "/nested": _answer(gzip.compress(zeros), "200 OK", "Content-Encoding: gzip, gzip"),
            "/twice-packed": _packed(RSS, 2),
            "/matryoshka": _packed(RSS, 3),
            "/eightfold": _packed(RSS, 8),
            "/not-gzip": _answer(RSS, "200 OK", "Content-Encoding: gzip"),
            "/nothing": b"",
            "/garbage": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
            "/empty": _answer(),
            "/page": _answer(b"<!doctype html><html><head><title>Sorry</title></head><body>Back soon</body></html>"),
            "/bare-page": _answer(b"<!DOCTYPE html><title>Sorry</title><p>We are mending this", kind="text/html"),
            "/loop": _redirect("/loop"),
            "/to-and-fro": _redirect("/fro-and-to"),
            "/fro-and-to": _redirect("/to-and-fro"),
            "/hops/0": _answer(RSS),
            "/moved": _redirect("/hops/0", "301 Moved Permanently"),
            "/inward": _redirect("http://169.254.169.254/latest/meta-data/"),
            "/file": _redirect("file:///etc/passwd"),
            "/gopher": _redirect("gopher://127.0.0.9/1"),
            "/latin": _answer(_document("Zürich – Genève", "windows-1252")),
            "/wide": _answer(_document("Łódź", "utf-16")),
            "/cyrillic": _answer(_document("Сделка года", "koi8-r")),
            "/chinese": _answer(_document("卓远重工公告", "gb18030")),
            "/misdeclared": _answer(_document("Café – crème", "windows-1252", "iso-8859-1"), kind="text/xml; charset=utf-8"),
            "/outside": _answer(_document("&there;", doctype='<!DOCTYPE rss [<!ENTITY there SYSTEM "file:///etc/passwd">]>')),
            "/billion": _answer(_document("&e9;", doctype=_entities())),
            "/deep": _answer(b"<rss>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</rss>"),
            "/204": _answer(b"", "204 No Content"),
            "/403": _answer(RSS, "403 Forbidden"),
            "/404": _answer(RSS, "404 Not Found"),
            "/429": _answer(b"", "429 Too Many Requests"),
            "/429-later": _answer(b"", "429 Too Many Requests", f"Retry-After: {LATER}"),
            "/429-date": _answer(b"", "429 Too Many Requests", f"Retry-After: {email.utils.formatdate(time.time() + LATER, usegmt=True)}"),
            "/500": _answer(b"", "500 Internal Server Error"),
            "/502": _answer(RSS, "502 Bad Gateway"),
            "/503": _answer(b"", "503 Service Unavailable"),
            "/503-later": _answer(b"", "503 Service Unavailable", f"Retry-After: {LATER}"),
            "/999": _answer(RSS, "999 Whatever"),
            "/410": _answer(b"", "410 Gone"),
        }
        for left in range(1, 7):
            self.answers[f"/hops/{left}"] = _redirect(f"/hops/{left - 1}")
        self.asked = {}
        self.listener = self._listening()
        self.holding = self._listening(address="127.0.0.10")
        self.port = self.listener.getsockname()[1]
        self.authority = Authority(folder)
        self.tls = {
            "signed": self._listening(self.authority.context("signed")),
            "expired": self._listening(self.authority.context("expired", days=0)),
            "unknown": self._listening(self.authority.context("unknown", signed=False)),
            "elsewhere": self._listening(self.authority.context("elsewhere", host="other.example")),
        }

    def _listening(self, context=None, address="127.0.0.9"):
        listener = socket.create_server((address, 0), backlog=256)
        threading.Thread(target=self._accept, args=(listener, context), daemon=True).start()
        return listener

    @staticmethod
    def _url(listener, path, scheme="http"):
        address, port = listener.getsockname()
        return f"{scheme}://{address}:{port}{path}"

    def harmless(self):
        """URLs of feeds that must be read all the same."""
        yield from (self._url(self.listener, path) for path in self.oddities)
        yield self._url(self.tls["signed"], "/hops/0", "https")

    def faults(self):
        """URL and what a user must be told of it."""
        yield from ((self._url(self.listener, path), reason) for path, reason in self.reasons.items())
        yield from ((self._url(self.holding, path), reason) for path, reason in self.holds.items())
        for name, reason in (("expired", "expired"), ("unknown", "certificate"), ("elsewhere", "certificate")):
            yield self._url(self.tls[name], "/", "https"), reason
        yield self._url(self.listener, "/", "https"), "no encrypted connection"
        yield "http://127.0.0.9:9/", "refused the connection"

    def stop(self):
        self.stopping.set()
        for listener in (self.listener, self.holding, *self.tls.values()):
            listener.close()

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
        self.asked[path] = self.asked.get(path, 0) + 1
        if path in self.answers:
            connection.sendall(self.answers[path])
        elif path == "/flap":
            connection.sendall(_answer(RSS) if self.asked[path] % 2 else self.answers["/503"])
        elif path == "/new-etag":
            connection.sendall(_answer(RSS, "200 OK", f'ETag: "{time.time_ns()}"'))
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
        elif path == "/huge-rss":
            self._flood(connection, _unmeasured() + b"<rss><channel>", ITEM.format("More of the same " * 100).encode())
        elif path == "/long-title":
            self._flood(connection, _unmeasured() + b"<rss><channel><item><title>", b"on and on " * 6000)
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
