"""A town for measurements of alerts: feeds that grow, webhook receivers with moods, and a daemon that can be killed; all on loopback, in one
asyncio loop."""

import asyncio
import contextlib
import hashlib
import json
import os
import pathlib
import re
import resource
import signal
import time
from email.utils import formatdate

SECRET = "whsec_dGlwb2ZmIGNoYW9zIGFuZCBsYXRlbmN5IQ=="
RULES = """\
[[rule]]
id = "acquisition.en.announced"
event = "acquisition"
words = ["to acquire"]
role = "acquirer"
[[rule]]
id = "acquisition.en.completed"
event = "acquisition"
words = ["completes acquisition of"]
role = "acquirer"
certainty = "completed"
"""
BEGINNINGS = "Alder Birk Corvin Dorn Elber Falken Grau Hallen Ister Jarn Kolm Lauter Morin Nessel Orlen Perl Quell Rauten Sander Tolm".split()
MIDDLES = "ga be ki lo mu".split()
ENDINGS = "bach feld garde haus kamp lund mark nau roda stett".split()


def names(count):
    """Invented companies, each told from the others."""
    made = [begin + middle + end for middle in MIDDLES for begin in BEGINNINGS for end in ENDINGS]
    return made[:count]


async def read_request(reader):
    """Method, path, headers (lower case) and body; None where the sender went away."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        return method, path, headers, await reader.readexactly(int(headers.get("content-length", 0)))
    except (asyncio.IncompleteReadError, ConnectionError, ValueError):
        return None


def response(status, headers=(), body=b""):
    lines = [f"HTTP/1.1 {status} -", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


class Feeds:
    """Feeds by path; `shown`: when each title was first sent to somebody."""

    def __init__(self):
        self.items = {}
        self.shown = {}
        self.hanging = set()

    async def start(self):
        self.server = await asyncio.start_server(self.answer, "0.0.0.0", 0, backlog=512)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def url(self, number):
        return f"http://127.0.0.{2 + number % 200}:{self.port}/{number}.xml"

    def add(self, number, title, published=None):
        item = (title, formatdate(published or time.time() - 60, usegmt=True))
        self.items.setdefault(f"/{number}.xml", []).insert(0, item)

    def body(self, path):
        entries = "".join(
            f"<item><title>{title}</title><link>https://news.example/{hashlib.sha256(title.encode()).hexdigest()[:12]}</link>"
            f"<description>{title}.</description><pubDate>{when}</pubDate></item>"
            for title, when in self.items.get(path, [])
        )
        return f'<rss version="2.0"><channel><title>News</title><link>https://news.example/</link>{entries}</channel></rss>'.encode()

    async def answer(self, reader, writer):
        request = await read_request(reader)
        if request and request[1] in self.hanging:
            return await hang(reader, writer)
        if request:
            _, path, headers, _ = request
            body = self.body(path)
            etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
            if headers.get("if-none-match") == etag:
                writer.write(response(304, [f"ETag: {etag}"]))
            else:
                for title, _ in self.items.get(path, []):
                    self.shown.setdefault(title, time.monotonic())
                writer.write(response(200, [f"ETag: {etag}", "Content-Type: application/rss+xml"], body))
        return await finish(writer)


async def finish(writer):
    with contextlib.suppress(ConnectionError):
        await writer.drain()
        writer.close()


async def hang(reader, writer):
    """Until the other side goes away."""
    with contextlib.suppress(ConnectionError, asyncio.CancelledError):
        await reader.read()
        writer.close()


class Receiver:
    """A webhook receiver. `mood()` gives what the next request gets: a status, (429, seconds), "hang" or "reset"."""

    def __init__(self, name, mood):
        self.name, self.mood = name, mood
        self.arrivals = []  # dicts: at, id, body, answer, story, certainty, account

    async def start(self):
        self.server = await asyncio.start_server(self.answer, "127.0.0.1", 0, backlog=512)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/{self.name}"

    async def answer(self, reader, writer):
        request = await read_request(reader)
        if not request:
            return await finish(writer)
        _, _, headers, body = request
        data = json.loads(body)["data"]
        mood = self.mood()
        self.arrivals.append({
            "at": time.monotonic(), "id": headers["webhook-id"], "body": body, "answer": mood, "signature": headers["webhook-signature"],
            "stamp": headers["webhook-timestamp"], "account": data["account"]["id"], "story": data["event"]["id"],
            "certainty": data["event"]["certainty"], "title": data["event"]["title"],
        })
        if mood == "hang":
            return await hang(reader, writer)
        if mood == "reset":
            return writer.transport.abort()
        if isinstance(mood, tuple):
            writer.write(response(mood[0], [f"Retry-After: {mood[1]}"]))
            self.arrivals[-1]["answered"] = time.monotonic()
        else:
            writer.write(response(mood))
        return await finish(writer)


class Daemon:
    """tipoffd under test; its log is read line by line."""

    def __init__(self, program, folder, environment=None):
        self.program, self.folder = program, pathlib.Path(folder)
        self.environment = {**os.environ, **(environment or {})}
        self.environment.pop("TIPOFF_CONFIG", None)
        self.on_line = lambda line: None
        self.process = None
        self.log = open(self.folder / "daemon.log", "ab")

    async def start(self):
        """Comes back when it is ready; False: it left before."""
        self.process = await asyncio.create_subprocess_exec(
            str(self.program), "--config", str(self.folder / "tipoff.toml"), cwd=self.folder, env=self.environment,
            stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL,
            restore_signals=False, preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
        )
        self.ready = asyncio.Event()
        self.reading = asyncio.create_task(self.read(self.process))
        leaving = asyncio.create_task(self.process.wait())
        waiting = asyncio.create_task(self.ready.wait())
        await asyncio.wait({leaving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        return self.process.returncode is None

    async def read(self, process):
        while line := await process.stderr.readline():
            self.log.write(line)
            text = line.decode(errors="replace")
            if "service.ready" in text:
                self.ready.set()
            self.on_line(text)

    async def kill(self):
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        await self.reading

    async def stop(self):
        if self.process.returncode is None:
            self.process.terminate()
        await self.process.wait()
        await self.reading

    def let_files_grow_to(self, size):
        """None: without a limit. What is beyond fails as on a full disk."""
        hard = resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def configure(folder, accounts, feeds, channels, extra=""):
    """tipoff.toml and what it names. `channels`: (receiver, retry)."""
    folder = pathlib.Path(folder)
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules/acquisition.toml").write_text(RULES)
    (folder / "accounts.csv").write_text("id,name,industry\n" + "".join(f"a{n},{name} AG,Manufacturing\n" for n, name in enumerate(accounts)))
    text = (
        '[store]\npath = "tipoff.db"\n[accounts]\nfile = "accounts.csv"\n[rules]\ndirs = ["rules"]\n'
        '[feeds]\nallow_private_networks = true\nbaseline = false\nmax_age = "365d"\n'
    )
    text += "".join(f'[[feeds.feed]]\nurl = "{url}"\ninterval = "1s"\n' for url in feeds)
    text += '[profile]\nindustries = ["Manufacturing"]\n[list]\nfiles = []\ntop = 100\n'
    for receiver, retry in channels:
        text += f'[[alert]]\nname = "{receiver.name}"\ntype = "webhook"\nurl = "{receiver.url}"\nsecret = "{SECRET}"\nretry = {json.dumps(retry)}\n'
    (folder / "tipoff.toml").write_text(text + extra)


FIELD = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S+)')


def fields(line):
    """A log line's key=value pairs."""
    return {key: value.strip('"') for key, value in FIELD.findall(line)}
