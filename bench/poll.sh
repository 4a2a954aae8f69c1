#!/usr/bin/env bash
# What polling costs, with the whole product behind it: 10,000 accounts, all rules, a store with full durability. Each case is a first
# cycle (everything is new) and an unchanged one (the server says 304): CPU seconds, seconds of wall clock, peak memory in MB.
#
# usage: bench/poll.sh [-b BUILD_DIR] [-n FEEDS] [-f FARM_DIR] [CASE...]       needs: nginx openssl python3 time
#   -f      where the generated feeds are kept for the next time
#   peers   FEEDS feeds (2,000) of 20 items of 2.5 kB on one address; newsboat, sfeed and rss2email beside it, where installed
#   hosts   10,000 feeds of that shape on 10,000 addresses
#   many    10,000, then 100,000 feeds of three short items (5,000 files) on 20 addresses: cost per feed side by side
#   tls     1,000 feeds on 1,000 addresses over TLS, with an authority of their own
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/release
feeds=2000
farms=
while getopts b:n:f: option; do
  case $option in b) build=$OPTARG ;; n) feeds=$OPTARG ;; f) farms=$OPTARG ;; *) exit 2 ;; esac
done
shift $((OPTIND - 1))
build=$(cd "$build" && pwd)
farm="/usr/bin/python3 $root/bench/feed_farm.py"
port=18090
home=$(mktemp -d)
mkdir -p "${farms:=$home}"
large=$farms/large small=$farms/small
finish() {
  for dir in "$large" "$small"; do if [ -s "$dir/nginx.pid" ]; then $farm stop "$dir"; fi; done
  rm -rf "$home"
}
trap finish EXIT

# Runs a command; prints CPU seconds, wall seconds, peak MB.
cost() {
  /usr/bin/time -f "%U %S %e %M" -o "$home/cost" "$@" >"$home/output" 2>&1 || { tail -3 "$home/output" >&2; }
  awk 'END { printf "%.2f %.2f %d\n", $1 + $2, $3, $4 / 1024 }' "$home/cost"
}
row() { printf '%-28s %8s %8s %8s\n' "$@"; }
begin() { echo; echo "$1"; row "" "CPU s" "wall s" "MB"; }

# tipoff LABEL [line of [fetch]]: both cycles over the feeds of $home/feeds.opml.
tipoff() {
  rm -f "$home"/tipoff.db*
  $farm accounts 10000 >"$home/accounts.csv"
  cat >"$home/tipoff.toml" <<T
[store]
path = "$home/tipoff.db"
[accounts]
file = "accounts.csv"
[rules]
dirs = ["$root/rules"]
[feeds]
opml = ["feeds.opml"]
allow_private_networks = true
[profile]
industries = ["Manufacturing"]
[list]
files = ["call-list.json"]
[fetch]
connect_timeout = "60s"
timeout = "120s"
${2:-}
T
  first=$(cost "$build/tipoffd" --config "$home/tipoff.toml" --once)
  read=$(tail -1 "$home/output")
  due
  unchanged=$(cost "$build/tipoffd" --config "$home/tipoff.toml" --once)
  row "tipoff $1, first" $first
  row "tipoff $1, unchanged" $unchanged
  echo "  $read"
  echo "  $(tail -1 "$home/output")"
}
# Makes every feed due.
due() {
  /usr/bin/python3 -c "import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as store: store.execute('UPDATE feed_state SET next_due = 0')" "$home/tipoff.db"
}

peer_newsboat() {
  $farm urls "$large" --count "$feeds" >"$home/urls"
  printf 'reload-threads 4\nmax-items 0\n' >"$home/newsboat.config"
  for cycle in first unchanged; do
    row "newsboat, $cycle" $(cost newsboat -C "$home/newsboat.config" -u "$home/urls" -c "$home/newsboat.db" -x reload)
  done
}
peer_sfeed() {
  mkdir -p "$home/sfeed"
  {
    echo "sfeedpath=\"$home/sfeed\""
    echo 'feeds() {'
    $farm urls "$large" --count "$feeds" | awk '{ printf "feed \"f%d\" \"%s\"\n", NR, $1 }'
    echo '}'
  } >"$home/sfeedrc"
  for cycle in first unchanged; do row "sfeed, $cycle" $(cost sfeed_update "$home/sfeedrc"); done
}
peer_rss2email() {
  mkdir -p "$home/mail/cur" "$home/mail/new" "$home/mail/tmp"
  {
    printf '[DEFAULT]\nfrom = farm@example.com\nto = farm@example.com\nemail-protocol = maildir\nmaildir-path = %s\nmaildir-mailbox = mail\n' "$home"
    $farm urls "$large" --count "$feeds" | awk '{ printf "[feed.f%d]\nurl = %s\n", NR, $1 }'
  } >"$home/rss2email.cfg"
  for cycle in first unchanged; do
    row "rss2email, $cycle" $(cost r2e -c "$home/rss2email.cfg" -d "$home/rss2email.json" run)
  done
}

large_farm() { if [ ! -s "$large/nginx.pid" ]; then $farm start "$large" --port "$port" --feeds "$feeds"; fi; }
small_farm() { if [ ! -s "$small/nginx.pid" ]; then $farm start "$small" --port $((port + 2)) --feeds 5000 --items 3 --chars 0; fi; }

case_peers() {
  large_farm
  begin "$feeds feeds of 20 items on one address"
  $farm opml "$large" --count "$feeds" >"$home/feeds.opml"
  tipoff "(whole product)" "per_host = 8"
  for peer in newsboat:newsboat sfeed:sfeed_update rss2email:r2e; do
    if command -v "${peer#*:}" >/dev/null; then "peer_${peer%%:*}"; else echo "${peer%%:*} is not installed: skipped"; fi
  done
}
case_hosts() {
  large_farm
  begin "10,000 feeds on 10,000 addresses"
  $farm opml "$large" --count 10000 --hosts 10000 >"$home/feeds.opml"
  tipoff "(10,000 hosts)"
}
case_many() {
  small_farm
  begin "feeds of three short items on 20 addresses"
  for count in 10000 100000; do
    $farm opml "$small" --count "$count" --hosts 20 >"$home/feeds.opml"
    tipoff "($count)" "per_host = 8"
  done
}
case_tls() {
  large_farm
  begin "1,000 feeds on 1,000 addresses over TLS"
  cat /etc/ssl/certs/ca-certificates.crt "$large/authority.pem" >"$home/authorities.pem"
  $farm opml "$large" --count 1000 --hosts 1000 --tls >"$home/feeds.opml"
  tipoff "(TLS)" "ca_file = \"$home/authorities.pem\""
}

if [ $# -eq 0 ]; then set -- peers hosts many tls; fi
for name in "$@"; do "case_$name"; done
