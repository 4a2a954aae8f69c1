"""How long from an item on the server to its webhook at the receiver, while another feed and another receiver hang.

usage: latency.py TIPOFFD [ITEMS]

An item is put into one of ten feeds that are asked every second. What counts is the time from the request that first showed it to the
webhook's arrival: what came before is the poll interval. Exits 1 where the 99th percentile is above 300 ms.
"""

import asyncio
import pathlib
import random
import shutil
import statistics
import sys
import tempfile
import time

from news_town import Daemon, Feeds, Receiver, configure, names

FEEDS = 10
HANGING = FEEDS  # one feed more
LIMIT = 0.3  # seconds


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def measure(program, items):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tipoff-latency-"))
    feeds = await Feeds().start()
    feeds.hanging.add(f"/{HANGING}.xml")
    good = await Receiver("good", lambda: 200).start()
    stuck = await Receiver("stuck", lambda: "hang").start()
    accounts = names(items)
    configure(folder, accounts, [feeds.url(n) for n in range(FEEDS + 1)], [(good, ["1s"]), (stuck, ["1s"] * 50)])
    daemon = Daemon(program, folder)
    assert await daemon.start(), "tipoffd does not start"
    await asyncio.sleep(2)
    added = {}
    for number, name in enumerate(accounts):
        title = f"{name} AG to acquire Tessin Valves"
        feeds.add(random.randrange(FEEDS), title)
        added[title] = time.monotonic()
        await asyncio.sleep(random.expovariate(1 / 0.15))
    end = time.monotonic() + 30
    while len(good.arrivals) < items and time.monotonic() < end:
        await asyncio.sleep(0.1)
    await daemon.stop()
    arrived = {a["title"]: a["at"] for a in good.arrivals}
    missing = [title for title in added if title not in arrived]
    shutil.rmtree(folder)
    from_feed = [1000 * (arrived[title] - feeds.shown[title]) for title in added if title in arrived]
    from_item = [1000 * (arrived[title] - at) for title, at in added.items() if title in arrived]
    print(f"{len(from_feed)} items, {len(missing)} lost; a feed and a receiver hung ({len(stuck.arrivals)} webhooks into the void)")
    for what, values in (("from the answer of the feed", from_feed), ("from the item on the server, asked every second", from_item)):
        print(f"  {what}: median {statistics.median(values):.0f} ms, p99 {percentile(values, 0.99):.0f} ms, most {max(values):.0f} ms")
    return 1 if missing or percentile(from_feed, 0.99) > 1000 * LIMIT else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(measure(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300)))
