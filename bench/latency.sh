#!/usr/bin/env bash
# The time from an item on the server to its webhook at the receiver, median and 99th percentile, while another feed and another receiver
# hang; exits 1 where the latter is above 300 ms.
#
# usage: bench/latency.sh [-b BUILD_DIR] [-n ITEMS]       needs: python3
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/release
items=300
while getopts b:n: option; do
  case $option in b) build=$OPTARG ;; n) items=$OPTARG ;; *) exit 2 ;; esac
done
exec /usr/bin/python3 -B "$root/bench/latency.py" "$build/tipoffd" "$items"
