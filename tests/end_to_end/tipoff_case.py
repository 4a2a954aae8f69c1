"""Scene: a folder with tipoff.toml, accounts and feeds, real servers on loopback around it, and the programs run in it."""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import mail_server
import standard_webhooks
from feed_server import FeedServer
from hook_server import HookServer
from mail_server import MailServer

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIPOFF = os.environ.get("TIPOFF") or str(ROOT / "build/release/tipoff")
TIPOFFD = os.environ.get("TIPOFFD") or str(ROOT / "build/release/tipoffd")
SECRET = "whsec_dGlwb2ZmIGVuZC10by1lbmQgc2VjcmV0"

ACCOUNTS = """\
id,name,aliases,industry,region,contact_name,contact_title,phone,email,owner
nordwerk,Nordwerk AG,Nordwerk,Manufacturing,Germany,Anna Weber,COO,+49 89 1234567,anna.weber@nordwerk.example,jonas
halden,Halden Pumps Ltd,Halden Pumps,Manufacturing,Germany,Ben Frost,COO,+44 20 5550100,ben.frost@halden.example,jonas
zhuoyuan,卓远重工股份有限公司,卓远重工,Manufacturing,Germany,李明,COO,+86 21 55501234,li.ming@zhuoyuan.example,jonas
brightmoor,Brightmoor Foods plc,Brightmoor Foods,Retail,Germany,Cora Lind,COO,+44 20 5550111,cora@brightmoor.example,jonas
"""

PROFILE = """\
[profile]
industries = ["Manufacturing"]
titles = ["COO"]
regions = ["Germany"]
importance = { industry = 2, title = 1, region = 1, trigger = 2 }
"""


class Scene:
    """with Scene(hook=True, mail=True) as scene: .. Servers that are not asked for are not started; `feeds`: one that is shared."""

    def __init__(self, hook=False, mail=False, feeds=None):
        missing = [program for program in (TIPOFF, TIPOFFD) if not os.access(program, os.X_OK)]
        if missing:
            raise AssertionError(f"not built: {', '.join(missing)}")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tipoff-"))
        self.folder.chmod(0o755)
        self.owns_feeds = feeds is None
        self.feeds = feeds or FeedServer()
        self.hook = HookServer() if hook else None
        self.mail = MailServer(self.folder) if mail else None
        self.accounts = ACCOUNTS
        self.profile = PROFILE
        self.rules = ROOT / "rules"
        self.store = self.folder / "tipoff.db"
        self.feed_urls = []
        self.extra = ""  # more of tipoff.toml, at its end
        self.retry = '["1s", "1s", "1s"]'
        self.interval = "1s"
        self.running = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.running:
            if process.poll() is None:
                process.kill()
            process.wait()
        for server in (self.feeds if self.owns_feeds else None, self.hook, self.mail):
            if server:
                server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- what stands in the folder

    @property
    def config(self):
        return self.folder / "tipoff.toml"

    def feed(self, path, **settings):
        """A feed that the configuration names."""
        self.feed_urls.append(self.feeds.url(path))
        return self.feeds.feed(path, **settings)

    def toml(self):
        feeds = "".join(f'[[feeds.feed]]\nurl = "{url}"\ninterval = "{self.interval}"\n' for url in self.feed_urls)
        text = (
            f'[store]\npath = "{self.store}"\n[accounts]\nfile = "accounts.csv"\n'
            f'[rules]\ndirs = ["{self.rules}"]\n[feeds]\nallow_private_networks = true\n{feeds}{self.profile}'
            '[list]\nfiles = ["call-list.csv", "call-list.json"]\n'
        )
        if self.hook:
            text += f'[[alert]]\nname = "crm"\ntype = "webhook"\nurl = "{self.hook.url}"\nsecret = "{SECRET}"\nretry = {self.retry}\n'
        if self.mail:
            text += (
                f'[[alert]]\nname = "team"\ntype = "email"\nserver = "{self.mail.url}"\nfrom = "tipoff@sales.example"\n'
                f'to = ["anna@sales.example"]\nuser = "{mail_server.USER}"\npassword = {json.dumps(mail_server.PASSWORD)}\n'
                f'ca_file = "{self.mail.certificate}"\nretry = {self.retry}\n'
            )
        return text + self.extra

    def write(self):
        self.config.write_text(self.toml())
        (self.folder / "accounts.csv").write_text(self.accounts)

    # --- the programs

    def run(self, *command, timeout=120, **options):
        environment = {key: value for key, value in os.environ.items() if key not in ("TIPOFF_CONFIG", "NOTIFY_SOCKET")}
        return subprocess.run(
            [str(part) for part in command], cwd=self.folder, env=environment, capture_output=True, text=True,
            timeout=timeout, check=False, **options,
        )

    def try_once(self, **options):
        return self.run(TIPOFFD, "--config", self.config, "--once", **options)

    def once(self):
        """One turn that must succeed."""
        done = self.try_once()
        assert done.returncode == 0, f"tipoffd --once: exit {done.returncode}\n{done.stderr}"
        return done

    def once_more(self):
        """The next turn, when all feeds and retries of a second are due again."""
        time.sleep(2.1)
        return self.once()

    def tipoff(self, *arguments, **options):
        return self.run(TIPOFF, "--config", self.config, *arguments, **options)

    def start(self, notify_socket=None):
        """The daemon, in the background; its messages go to daemon.log."""
        environment = {key: value for key, value in os.environ.items() if key not in ("TIPOFF_CONFIG", "NOTIFY_SOCKET")}
        if notify_socket:
            environment["NOTIFY_SOCKET"] = str(notify_socket)
        with open(self.folder / "daemon.log", "ab") as log:
            process = subprocess.Popen(
                [TIPOFFD, "--config", str(self.config)], cwd=self.folder, env=environment, stdout=log, stderr=log
            )
        self.running.append(process)
        return process

    def log(self):
        return (self.folder / "daemon.log").read_text(errors="replace")

    # --- what came of it

    def events(self):
        done = self.tipoff("event", "list", "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def call_list(self, *options):
        done = self.tipoff("list", "--format", "json", *options)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def list_files(self):
        """Name to (inode, time, bytes) of the files that the list is written to."""
        files = {}
        for name in ("call-list.csv", "call-list.json"):
            path = self.folder / name
            status = path.stat()
            files[name] = (status.st_ino, status.st_mtime_ns, path.read_bytes())
        return files

    def rows(self, query):
        with contextlib.closing(sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)) as connection:
            return connection.execute(query).fetchall()

    def contents(self):
        """Every file of the folder and its bytes, but for what SQLite keeps beside a database."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.endswith(("-wal", "-shm", ".log"))
        }


def genuine(hook):
    """Raises unless the webhook is signed with the scene's secret."""
    standard_webhooks.verify(SECRET, hook.headers, hook.body, hook.at)


def eventually(true, seconds=10.0, what="it"):
    """Waits until `true()` is, and fails after that many seconds."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come about within {seconds} s")
        time.sleep(0.02)


def stop(process, patience=10.0):
    """SIGTERM; the seconds that it took to leave, and the exit code."""
    begun = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code = process.wait(patience)
    return time.monotonic() - begun, code
