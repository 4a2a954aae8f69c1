"""The demo behind scripts/demo: serves the sample feeds on loopback, runs tipoffd over them twice, and shows what came of it.

usage: demo.py BUILD_DIR
"""
import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time
from email.utils import formatdate

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "feeds" / "sample"
UNITS = {"m": 60, "h": 3600, "d": 86400}


def dated(text, now):
    """Fills in {{-3h}} and {{-3h|rfc3339}}: the samples are as fresh in five years as today."""
    def stamp(match):
        moment = now - int(match.group(1)) * UNITS[match.group(2)]
        if match.group(3):
            return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))
        return formatdate(moment, usegmt=True)
    return re.sub(r"\{\{-(\d+)([mhd])(\|rfc3339)?\}\}", stamp, text)


def render(name, now, later):
    """The bytes of a sample feed; items between {{later: and }} appear only once it is later."""
    text = (SAMPLE / name).read_text(encoding="utf-8")
    text = re.sub(r"\{\{later:\n(.*?)\n\}\}\n", (lambda m: m.group(1) + "\n") if later else "", text, flags=re.S)
    encoding = re.search(r'encoding="([^"]+)"', text).group(1)
    return dated(text, now).encode(encoding)


class Loopback:
    """The feeds' server and the alerts' receiver, on one port of 127.0.0.1."""

    def __init__(self):
        self.started = time.time()
        self.later = False
        self.alerts = []
        loopback = self

        class Exchange(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                name = self.path.strip("/")
                if not (SAMPLE / name).is_file() or not name.endswith(".xml"):
                    self.send_error(404)
                    return
                body = render(name, loopback.started, loopback.later)
                tag = '"%s"' % hashlib.sha256(body).hexdigest()[:16]
                unchanged = self.headers.get("If-None-Match") == tag
                self.send_response(304 if unchanged else 200)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", "application/xml")
                self.send_header("Content-Length", "0" if unchanged else str(len(body)))
                self.end_headers()
                if not unchanged:
                    self.wfile.write(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                loopback.alerts.append((dict(self.headers), body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Exchange)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def signature_holds(headers, body, secret):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = b"%s.%s.%s" % (headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body)
    wanted = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return wanted in headers["webhook-signature"].split()


def step(text):
    print(f"\n── {text}", flush=True)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    home = build.parent / "demo"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    loopback = Loopback()
    shutil.copy(SAMPLE / "accounts.csv", home)
    config = (SAMPLE / "tipoff.toml").read_text(encoding="utf-8").replace("{{port}}", str(loopback.port))
    (home / "tipoff.toml").write_text(config, encoding="utf-8")
    secret = re.search(r'secret = "([^"]+)"', config).group(1)

    def run(program, *arguments):
        subprocess.run([build / program, "--config", home / "tipoff.toml", *arguments], check=True)

    def poll():
        """One pass of the daemon; of its log, only the last line, which sums up."""
        done = subprocess.run([build / "tipoffd", "--config", home / "tipoff.toml", "--once"], stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        print(done.stderr.splitlines()[-1])

    step("Checking what people wrote: configuration, accounts, rules, feeds")
    run("tipoff", "check")
    step("First poll: three feeds, English and Chinese. The first look at a feed fills the list and alerts nobody")
    poll()
    step("A new item appears on the newswire; second poll")
    loopback.later = True
    time.sleep(1.5)  # until the feeds are due again
    poll()

    step("The alert that the receiver on this machine got")
    if not loopback.alerts:
        sys.exit("no alert arrived")
    for headers, body in loopback.alerts:
        alert = json.loads(body)
        data = alert["data"]
        print(f'{alert["type"]}: {data["account"]["name"]}, score {data["account"]["score"]} of {data["account"]["max_score"]}, '
              f'rank {data["account"]["rank"]}')
        print(f'  {data["event"]["event"]}, {data["event"]["certainty"]}: {data["event"]["title"]}')
        print(f'  why this message: {data["reason"]}; signature {"holds" if signature_holds(headers, body, secret) else "IS WRONG"}')

    step("Why the first one is first")
    first = json.loads((home / "call-list.json").read_text(encoding="utf-8"))["entries"][0]["id"]
    run("tipoff", "show", first)
    step("Whom to call today, and who was dropped")
    run("tipoff", "list", "--all")
    tipoff = f"{build.relative_to(ROOT)}/tipoff --config {home.relative_to(ROOT)}/tipoff.toml"
    print(f"""
Everything of this demo is in {home.relative_to(ROOT)}/. Three commands to try next:
  {tipoff} show hongling
  {tipoff} event list
  {tipoff} list --format markdown""")


main()
