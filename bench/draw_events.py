#!/usr/bin/env python3
"""Draws reported events for a reader to judge: what share of them is true?

usage: bench/draw_events.py TIPOFF ACCOUNTS.csv COUNT SEED ARTICLES.jsonl..
  Half of COUNT is drawn from the events of the listed accounts, half from those of any company (--no-accounts). The same
  SEED draws the same events; the id of a commit makes a fair one. Prints for each event a number, the claim (event, account,
  role, certainty), the title, and the evidence where it is not the title itself.
"""
import csv, json, random, subprocess, sys


def events(tipoff, choice, files):
    out = subprocess.run([tipoff, "scan", *choice, *files], check=True, capture_output=True, text=True).stdout
    return [(record["id"], event) for record in map(json.loads, out.splitlines()) for event in record["events"]]


def main():
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    tipoff, accounts, count, seed, *files = sys.argv[1:]
    texts = {}
    for file in files:
        with open(file, encoding="utf-8") as lines:
            for record in map(json.loads, filter(str.strip, lines)):
                if texts.setdefault(str(record["id"]), record) is not record:
                    sys.exit(f"{file}: two articles have the id {record['id']}")
    with open(accounts, encoding="utf-8-sig", newline="") as lines:
        names = {row.get("id") or row["name"]: row["name"] for row in csv.DictReader(lines)}
    draw = random.Random(seed)
    half = int(count) // 2
    listed = draw.sample(events(tipoff, ["--accounts", accounts], files), half)
    anyone = draw.sample(events(tipoff, ["--no-accounts"], files), int(count) - half)
    for number, (identity, event) in enumerate(listed + anyone, 1):
        title = texts[identity]["title"]
        account = event.get("account")
        claim = [event["event"], "any company" if account is None else names.get(account, account),
                 event.get("role", "no role"), event["certainty"]]
        print(f"{number}. [{' | '.join(claim)}] {event['rule']}\n   {title}")
        if event["evidence"] not in title:
            print(f"   > {event['evidence']}")


main()
