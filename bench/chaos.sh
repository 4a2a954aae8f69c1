#!/usr/bin/env bash
# What becomes of 2,000 events on four channels whose receivers fail in every way, while tipoffd is killed every 0.5 to 2 s, its disk is
# full and its clock jumps: counted and printed; exits 1 if anything is lost, doubled, out of order, or sent before Retry-After allows.
#
# usage: bench/chaos.sh [-b BUILD_DIR] [-n STORIES] [-s SEED]       needs: python3; libfaketime for the jumps
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/release
stories=1000
seed=
while getopts b:n:s: option; do
  case $option in b) build=$OPTARG ;; n) stories=$OPTARG ;; s) seed=$OPTARG ;; *) exit 2 ;; esac
done
exec /usr/bin/python3 -B "$root/bench/chaos.py" "$build/tipoffd" "$stories" $seed
