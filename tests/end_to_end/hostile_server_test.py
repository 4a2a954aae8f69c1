"""Servers that do everything wrong, beside many that are well: each fault ends in bounded time with a reason, nobody else waits."""

import json
import resource
import time
import unittest

from fault_server import FaultServer
from tipoff_case import TIPOFFD, Scene

HEALTHY = 200
TIME_OUT = 4  # seconds, [fetch] timeout
PEAK = 64  # MB


class HostileServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = cls.enterClassContext(Scene(hook=False, mail=False))
        scene = cls.scene
        cls.server = FaultServer(scene.folder)
        cls.addClassCleanup(cls.server.stop)
        for number in range(HEALTHY):
            scene.feed(f"/wire-{number}.xml").add(f"Plain news number {number}")
        cls.healthy = list(scene.feed_urls)
        cls.faults = dict(cls.server.faults())
        scene.feed_urls += cls.faults
        scene.extra += f'[fetch]\ntimeout = "{TIME_OUT}s"\nper_host = 100\n'
        scene.write()
        begun = time.monotonic()
        cls.done = scene.once()
        cls.took = time.monotonic() - begun
        cls.peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        listed = scene.tipoff("feed", "list", "--format", "jsonl")
        cls.feeds = {feed["url"]: feed for feed in map(json.loads, listed.stdout.splitlines())}

    def test_every_healthy_feed_is_served(self):
        asked = {entry.path for entry in self.scene.feeds.log if entry.status == 200}
        self.assertEqual(HEALTHY, len(asked))
        for url in self.healthy:
            self.assertIsNone(self.feeds[url]["failure"], url)

    def test_each_fault_is_listed_with_its_reason(self):
        for url, reason in self.faults.items():
            with self.subTest(url=url):
                self.assertIn(reason, self.feeds[url]["failure"] or "")

    def test_the_cycle_is_bounded(self):
        self.assertLess(self.took, TIME_OUT + 2)

    def test_memory_is_bounded(self):
        self.assertLess(self.peak, PEAK, f"{TIPOFFD} used too much")


if __name__ == "__main__":
    unittest.main()
