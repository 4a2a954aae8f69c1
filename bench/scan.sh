#!/usr/bin/env bash
# How many articles a second `tipoff scan` reads as a whole program: start-up, account list, rules, JSON in and out. On one
# core, and with --jobs 2 against --jobs 1; and its memory over an input and over ten times that input.
#
# usage: bench/scan.sh DATA_DIR [BUILD_DIR] [TIMES] [RUNS]
#   DATA_DIR/detect/*_stream.jsonl   articles, an object a line      DATA_DIR/accounts/accounts_100k.csv   the account list
#   TIMES                            how often the articles are repeated (20)       RUNS   of each kind, in turns (5)
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
data=$(cd "${1:?usage: bench/scan.sh DATA_DIR [BUILD_DIR] [TIMES] [RUNS]}" && pwd)
build=$(cd "${2:-$root/build/release}" && pwd)
times=${3:-20}
runs=${4:-5}

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
streams=(reuters_unused guardian_cnbc finnl_flash cls_telegram)
for stream in "${streams[@]}"; do
  cat "$data/detect/${stream}_stream.jsonl"
  if [ -n "$(tail -c 1 "$data/detect/${stream}_stream.jsonl")" ]; then echo; fi
done >"$home/once.jsonl"
repeat() { for ((i = 0; i < $1; ++i)); do cat "$home/once.jsonl"; done; }
repeat "$times" >"$home/many.jsonl"
repeat 2 >"$home/small.jsonl"
articles=$(wc -l <"$home/many.jsonl")
echo "$articles articles, $(($(stat -c %s "$home/many.jsonl") / 1000000)) MB"

# Seconds of wall clock, seconds of CPU, peak memory in KiB.
scan() { # CORES JOBS FILE
  /usr/bin/time -f "%e %U %S %M" -o "$home/cost" \
    taskset -c "$1" "$build/tipoff" scan --accounts "$data/accounts/accounts_100k.csv" --jobs "$2" "$3" >"$home/out.jsonl"
  cat "$home/cost"
}
scan 0 1 "$home/once.jsonl" >/dev/null # warms the page cache
for ((i = 0; i < runs; ++i)); do
  echo "1 $(scan 0 1 "$home/many.jsonl")"
  echo "2 $(scan 0,1 2 "$home/many.jsonl")"
done >"$home/runs"
small=$(scan 0 1 "$home/small.jsonl" | cut -d' ' -f4)
large=$(scan 0 1 "$home/many.jsonl" | cut -d' ' -f4)
empty=$(: >"$home/empty.jsonl"; scan 0 1 "$home/empty.jsonl")

python3 - "$home/runs" "$articles" "$small" "$large" "$times" "$empty" <<'PYTHON'
import statistics, sys
path, articles, small, large, times, empty = sys.argv[1:]
runs = [[float(x) for x in line.split()] for line in open(path)]
wall = {jobs: [r[1] for r in runs if r[0] == jobs] for jobs in (1, 2)}
cpu = [r[2] + r[3] for r in runs if r[0] == 1]
n = int(articles)
one, two = (statistics.median(wall[jobs]) for jobs in (1, 2))
print(f"one core: {n / one:,.0f} articles/s (best {n / min(wall[1]):,.0f}); by CPU time {n / statistics.median(cpu):,.0f} (best {n / min(cpu):,.0f})")
print(f"--jobs 2: {n / two:,.0f} articles/s, {one / two:.2f} times one job; pair by pair {statistics.median(a / b for a, b in zip(wall[1], wall[2])):.2f}")
print(f"start-up: {empty.split()[0]} s of wall clock, {float(empty.split()[1]) + float(empty.split()[2]):.2f} s of CPU")
print(f"peak memory: {int(small) / 1024:.0f} MiB over 2 times the streams, {int(large) / 1024:.0f} MiB over {times} times")
PYTHON
