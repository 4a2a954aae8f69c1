#!/usr/bin/env bash
# The main job on real feeds: serves the captured feeds of DATA_DIR with nginx on loopback, runs `tipoffd --once` twice over
# them, and prints what was read, what failed and why, the events by type, the top of the list, and what the second run added.
#
# usage: bench/real_news.sh DATA_DIR [BUILD_DIR]
#   DATA_DIR/feeds/captured/   feed documents         DATA_DIR/accounts/accounts_500_mixed.csv   the account list
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
data=$(cd "${1:?usage: bench/real_news.sh DATA_DIR [BUILD_DIR]}" && pwd)
build=$(cd "${2:-$root/build/release}" && pwd)
command -v nginx >/dev/null || { echo "needs nginx: apt-get install nginx-light" >&2; exit 1; }

home=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
stop() {
  if [ -s "$home/nginx.pid" ]; then kill "$(cat "$home/nginx.pid")"; fi
  rm -rf "$home"
}
trap stop EXIT
mkdir -p "$home/tmp"
chmod 755 "$home"
cat >"$home/nginx.conf" <<NGINX
worker_processes 1; pid $home/nginx.pid; error_log $home/error.log;
events { worker_connections 1024; }
http {
  access_log off; etag on; gzip on; gzip_types *; default_type application/xml;
  client_body_temp_path $home/tmp; proxy_temp_path $home/tmp; fastcgi_temp_path $home/tmp; uwsgi_temp_path $home/tmp; scgi_temp_path $home/tmp;
  types { application/xml xml rss rdf atom; application/json json; }
  server { listen 127.0.0.1:$port; root $data/feeds/captured; }
}
NGINX
if [ "$(id -u)" -eq 0 ]; then sed -i '1s/^/user root; /' "$home/nginx.conf"; fi
nginx -c "$home/nginx.conf" -p "$home" 2>"$home/nginx.log" || { cat "$home/nginx.log" >&2; exit 1; }

python3 - "$data/feeds/captured" "$port" "$home/feeds.opml" <<'PYTHON'
import os, sys, urllib.parse
from xml.sax.saxutils import quoteattr
folder, port, target = sys.argv[1:]
with open(target, "w", encoding="utf-8") as out:
    out.write('<opml version="2.0"><head><title>captured</title></head><body>\n')
    for name in sorted(os.listdir(folder)):
        out.write(f'<outline type="rss" text={quoteattr(name)} xmlUrl="http://127.0.0.1:{port}/{urllib.parse.quote(name)}"/>\n')
    out.write("</body></opml>\n")
PYTHON
cp "$data/accounts/accounts_500_mixed.csv" "$home/accounts.csv"
cat >"$home/tipoff.toml" <<TOML
[store]
path = "tipoff.db"
[accounts]
file = "accounts.csv"
[feeds]
opml = ["feeds.opml"]
allow_private_networks = true
[fetch]
per_host = 16
[profile]
importance = { trigger = 2 }
[list]
files = ["call-list.csv"]
TOML

tipoff() { "$build/tipoff" --config "$home/tipoff.toml" "$@"; }
# The feeds were captured years ago: windows so long that their events still count.
{
  echo "[triggers]"
  "$build/tipoff" rule list --rules "$root/rules" | awk '{print $2}' | sort -u | sed 's/$/ = { window = "36500d" }/'
} >>"$home/tipoff.toml"
echo "== first run"
/usr/bin/time -f "%e s, %U s of CPU, %M KiB at the most" "$build/tipoffd" --config "$home/tipoff.toml" --once 2>&1 | grep -v -E ' (feed\.|list\.|service\.)' || true
echo "== feeds that failed, and why"
tipoff feed list --format jsonl | python3 -c '
import collections, json, sys
feeds = [json.loads(line) for line in sys.stdin]
failed = [f for f in feeds if f["failures_in_a_row"]]
print(f"{len(feeds)} feeds, {len(feeds) - len(failed)} read, {len(failed)} failed")
for f in failed: print("  ", f["title"], "-", f["failure"])'
echo "== events by type"
tipoff event list --format jsonl | python3 -c '
import collections, json, sys
events = [json.loads(line) for line in sys.stdin]
for event, count in collections.Counter(e["event"] for e in events).most_common(): print(f"  {count:5} {event}")
print(f"  {len(events):5} in all")'
echo "== top 20"
tipoff list --top 20
echo "== second run: everything is known already"
# The schedule is half an hour; asking again at once means moving it.
python3 -c 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute("UPDATE feed_state SET next_due = 0"); d.commit()' "$home/tipoff.db"
"$build/tipoffd" --config "$home/tipoff.toml" --once 2>&1 | grep -v -E ' (feed\.|list\.|service\.)' || true
