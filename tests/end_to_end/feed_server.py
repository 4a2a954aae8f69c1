"""A feed server on loopback: RSS with ETag, 304 and gzip; feeds grow between runs, and paths can be told to misbehave."""

import gzip
import hashlib
import http.server
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from xml.sax.saxutils import escape


@dataclass
class Item:
    title: str
    text: str = ""
    link: str = ""
    published: float = 0.0  # seconds since 1970


@dataclass
class Feed:
    """What one path serves. `status` other than 200, `delay` (seconds) and `body` (bytes, instead of the items) are the misbehaviour."""

    title: str = "News"
    items: list = field(default_factory=list)
    status: int = 200
    delay: float = 0.0
    body: bytes | None = None
    headers: dict = field(default_factory=dict)
    hangs: bool = False

    def add(self, title, text="", age=600.0, link=None):
        """Puts a new item in front. `age`: seconds since it was published."""
        number = len(self.items) + 1
        slug = hashlib.sha256(f"{self.title}/{number}/{title}".encode()).hexdigest()[:12]
        item = Item(title, text or title + ".", link or f"https://news.example/{slug}", time.time() - age)
        self.items.insert(0, item)
        return item

    def rss(self):
        if self.body is not None:
            return self.body
        entries = "".join(
            f"<item><title>{escape(i.title)}</title><link>{escape(i.link)}</link><guid>{escape(i.link)}</guid>"
            f"<description>{escape(i.text)}</description><pubDate>{formatdate(i.published, usegmt=True)}</pubDate></item>\n"
            for i in self.items
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
            f"<title>{escape(self.title)}</title><link>https://news.example/</link>"
            f"<description>News for tests</description>\n{entries}</channel></rss>\n"
        ).encode()


@dataclass
class Asked:
    """One line of the request log."""

    at: float
    path: str
    headers: dict
    status: int


class _Listener(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512

    def handle_error(self, request, client_address):
        pass  # a client that was killed in the middle is what these tests are about


class FeedServer:
    """Serves `feeds` (path to Feed) on one port of each of `addresses` until stop()."""

    def __init__(self, addresses=("127.0.0.1",)):
        self.feeds = {}
        self.log = []
        self.released = threading.Event()
        self.addresses = addresses
        self.listeners = [_Listener((addresses[0], 0), self._answering())]
        self.port = self.listeners[0].server_address[1]
        for address in addresses[1:]:
            self.listeners.append(_Listener((address, self.port), self._answering()))
        for listener in self.listeners:
            threading.Thread(target=listener.serve_forever, args=(0.05,), daemon=True).start()

    def feed(self, path, **settings):
        return self.feeds.setdefault(path, Feed(title=path.strip("/"), **settings))

    def url(self, path, address=None):
        return f"http://{address or self.addresses[0]}:{self.port}{path}"

    def asked(self, path):
        return [entry for entry in list(self.log) if entry.path == path]

    def stop(self):
        self.released.set()
        for listener in self.listeners:
            listener.shutdown()
            listener.server_close()

    def _answering(self):
        server = self

        class Answer(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                feed = server.feeds.get(self.path)
                if feed is None:
                    return self.reply(404, b"no such feed")
                if feed.hangs:
                    server.log.append(Asked(time.time(), self.path, dict(self.headers), 0))
                    server.released.wait()
                    return None
                if feed.delay:
                    server.released.wait(feed.delay)
                if feed.status != 200:
                    return self.reply(feed.status, b"out of order", feed.headers)
                body = feed.rss()
                etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
                if self.headers.get("If-None-Match") == etag:
                    return self.reply(304, b"", {"ETag": etag})
                return self.reply(200, body, {"ETag": etag, "Content-Type": "application/rss+xml", **feed.headers})

            def reply(self, status, body, headers=None):
                server.log.append(Asked(time.time(), self.path, dict(self.headers), status))
                self.send_response(status)
                if status == 200 and "gzip" in self.headers.get("Accept-Encoding", ""):
                    body = gzip.compress(body, 1)
                    self.send_header("Content-Encoding", "gzip")
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                if status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if status != 304:
                    self.wfile.write(body)

            def log_message(self, *args):
                pass

        return Answer
