#!/usr/bin/python3
"""A farm of generated feeds on loopback, for bench/poll.sh: nginx serves the files (ETag, 304, gzip made beforehand).

usage: feed_farm.py start DIR [--port P] [--feeds N] [--items N] [--chars N]
       feed_farm.py stop DIR
       feed_farm.py opml DIR --count N [--hosts N] [--tls]         prints an OPML list: N feeds over so many addresses
       feed_farm.py urls DIR --count N                             prints N addresses, a line each
       feed_farm.py accounts N                                     prints a list of N invented companies

Every address of 127.0.0.0/8 serves the same files, so that each feed can have a host of its own; port + 1 speaks TLS on
127.1.0.1 to 127.1.3.250, with a certificate of the authority in DIR/authority.pem."""

import argparse
import gzip
import os
import pathlib
import random
import signal
import subprocess
import time

WORDS = 5000
FIRST = "Bel Cor Dan Fer Gal Hol Jor Kel Lan Mor Nor Ost Pel Quin Rav Sol Tor Ul Ven Wex Yar Zan".split()
SECOND = "ba ca do fi ga lo ma ne pi ra se ti va wo".split()
THIRD = "dyne form gate lux mark mont nex rion tech vale wick worth".split()
FORMS = ["Ltd", "plc", "Inc", "GmbH", "AG", "Corp"]
EVENTS = ["{a} to acquire {b}", "{a} names new chief executive", "{a} opens plant in Ostrava", "{a} reports second-quarter results"]


def companies(count):
    """Invented names, in a fixed order, each once."""
    names = []
    for number in range(count):
        first, rest = FIRST[number % len(FIRST)], number // len(FIRST)
        second, rest = SECOND[rest % len(SECOND)], rest // len(SECOND)
        third, rest = THIRD[rest % len(THIRD)], rest // len(THIRD)
        names.append(first + second + third + (f" {FIRST[rest % len(FIRST)]}{SECOND[rest // len(FIRST) % len(SECOND)]}" if rest else ""))
    return names


class Text:
    """Words with the frequencies of a language, so that gzip has as much to do as with news."""

    def __init__(self):
        chance = random.Random(11)
        syllables = [a + b for a in "b c d f g h l m n p r s t v st tr pl".split() for b in "a e i o u ai or en al".split()]
        self.words = ["".join(chance.choice(syllables) for _ in range(chance.randint(1, 4))) for _ in range(WORDS)]

    def some(self, chance, length):
        out, size = [], 0
        while size < length:
            word = self.words[min(int(chance.expovariate(1 / 700)), WORDS - 1)]
            out.append(word)
            size += len(word) + 1
        return " ".join(out)


def rss(number, items, chars, text, names):
    chance = random.Random(number)
    parts = [f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Feed {number}</title>'
             f"<link>http://feed{number}.example/</link><description>Generated</description>\n"]
    for item in range(items):
        title = text.some(chance, 50)
        if chance.random() < 0.05:
            title = chance.choice(EVENTS).format(a=chance.choice(names), b=chance.choice(names))
        paragraphs = "".join(f"<p>{text.some(chance, chars // 4)}</p>" for _ in range(4)) if chars else ""
        parts.append(
            f"<item><title>{title}</title><link>http://feed{number}.example/{item}</link><guid>feed{number}-{item}</guid>"
            f"<pubDate>Mon, 02 Nov 2026 {item % 24:02}:{number % 60:02}:00 GMT</pubDate>"
            f"<description><![CDATA[{paragraphs or text.some(chance, 80)}]]></description></item>\n")
    return ("".join(parts) + "</channel></rss>\n").encode()


def write_feeds(home, feeds, items, chars):
    text, names = Text(), companies(10_000)
    folder = home / "www" / "f"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(feeds):
        path = folder / f"{number}.xml"
        body = rss(number, items, chars, text, names)
        for target, content in ((path, body), (path.with_suffix(".xml.gz"), gzip.compress(body, 6, mtime=0))):
            target.write_bytes(content)
            os.utime(target, (1_790_000_000, 1_790_000_000))


def tls_address(number):
    return f"127.1.{number // 250}.{number % 250 + 1}"


def write_certificates(home):
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=home, check=True, capture_output=True)

    (home / "names").write_text("subjectAltName=" + ",".join("IP:" + tls_address(n) for n in range(1000)))
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=farm", "-keyout", "authority.key", "-out", "authority.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=farm server", "-keyout", "server.key", "-out", "server.csr")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "30",
            "-extfile", "names", "-out", "server.pem")


def start(arguments):
    home = pathlib.Path(arguments.dir).resolve()
    home.mkdir(parents=True, exist_ok=True)
    shape = f"{arguments.feeds} {arguments.items} {arguments.chars}"
    if not (home / "shape").exists() or (home / "shape").read_text() != shape:
        write_feeds(home, arguments.feeds, arguments.items, arguments.chars)
        (home / "shape").write_text(shape)
    if not (home / "server.pem").exists():
        write_certificates(home)
    (home / "port").write_text(str(arguments.port))
    temporary = "".join(f"{kind}_temp_path {home}/temporary; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (home / "nginx.conf").write_text(f"""worker_processes 1; pid {home}/nginx.pid; error_log {home}/error.log warn; worker_rlimit_nofile 15000;
events {{ worker_connections 12000; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000; {temporary} types {{ application/rss+xml xml; }} root {home}/www;
  open_file_cache max=12000 inactive=600s; open_file_cache_valid 600s; gzip_static on;
  server {{ listen 0.0.0.0:{arguments.port} backlog=4096; }}
  server {{ listen 0.0.0.0:{arguments.port + 1} ssl; ssl_certificate {home}/server.pem; ssl_certificate_key {home}/server.key; }} }}
""")
    subprocess.run(["nginx", "-p", str(home), "-c", str(home / "nginx.conf")], check=True)


def stop(arguments):
    pid = pathlib.Path(arguments.dir) / "nginx.pid"
    if pid.exists():
        os.kill(int(pid.read_text()), signal.SIGTERM)
        time.sleep(0.3)


def addresses(arguments):
    """Feed after feed, on the hosts in turn."""
    home = pathlib.Path(arguments.dir)
    port, files = int((home / "port").read_text()), int((home / "shape").read_text().split()[0])
    for number in range(arguments.count):
        host = number % arguments.hosts if arguments.hosts else 0
        file = number % files if arguments.hosts >= files or not arguments.hosts else number // arguments.hosts % files
        if arguments.tls:
            yield f"https://{tls_address(host)}:{port + 1}/f/{file}.xml"
        else:
            yield f"http://127.{2 + host // 62500}.{host // 250 % 250}.{host % 250 + 1}:{port}/f/{file}.xml"


def opml(arguments):
    print('<?xml version="1.0"?><opml version="2.0"><head><title>Farm</title></head><body>')
    for number, url in enumerate(addresses(arguments)):
        print(f'<outline type="rss" text="Feed {number}" xmlUrl="{url}"/>')
    print("</body></opml>")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for name, run in (("start", start), ("stop", stop), ("opml", opml), ("urls", lambda a: print("\n".join(addresses(a))))):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("dir")
        if name == "start":
            for option, default in (("--port", 18080), ("--feeds", 2000), ("--items", 20), ("--chars", 2500)):
                command.add_argument(option, type=int, default=default)
        elif name in ("opml", "urls"):
            command.add_argument("--count", type=int, required=True)
            command.add_argument("--hosts", type=int, default=0)
            command.add_argument("--tls", action="store_true")
    command = commands.add_parser("accounts")
    command.add_argument("count", type=int)
    command.set_defaults(run=lambda a: print("name,industry\n" + "\n".join(
        f"{name} {FORMS[number % len(FORMS)]},Manufacturing" for number, name in enumerate(companies(a.count)))))
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
