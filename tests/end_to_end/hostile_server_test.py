"""Servers that do everything wrong, beside many that are well: each fault ends in bounded time with a reason, nobody else waits."""

import json
import pathlib
import subprocess
import time
import unittest

from fault_server import FaultServer
from tipoff_case import TIPOFFD, Scene

HEALTHY = 200
ITEMS = 20  # of each healthy feed, and the bytes of one's text
TEXT = 2500
TIME_OUT = 4  # seconds, [fetch] timeout
PEAK = 64  # MB


def peak_of(process):
    """The most memory that the program had, in MB. Asked of the kernel until the end: what it says afterwards counts this test's own in."""
    status = pathlib.Path(f"/proc/{process.pid}/status")
    peak = 0
    while process.poll() is None:
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                peak = max(peak, int(line.split()[1]))
        time.sleep(0.02)
    return peak / 1024


class HostileServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = cls.enterClassContext(Scene(hook=False, mail=False))
        scene = cls.scene
        cls.server = FaultServer(scene.folder)
        cls.addClassCleanup(cls.server.stop)
        for number in range(HEALTHY):
            feed = scene.feed(f"/wire-{number}.xml")
            for item in range(ITEMS):
                feed.add(f"Plain news {item} of wire {number}", f"Nothing much happened at place {item}. " * (TEXT // 35))
        cls.healthy = list(scene.feed_urls)
        cls.faults = dict(cls.server.faults())
        cls.harmless = list(cls.server.harmless())
        scene.feed_urls[:0] = [*cls.faults, *cls.harmless]
        scene.interval = "1h"
        scene.extra += f'[fetch]\ntimeout = "{TIME_OUT}s"\nper_host = 100\nca_file = "{cls.server.authority.certificate}"\n'
        scene.write()
        with open(scene.folder / "daemon.log", "ab") as log:
            process = subprocess.Popen([TIPOFFD, "--config", str(scene.config), "--once"], cwd=scene.folder, stdout=log, stderr=log)
        scene.running.append(process)
        cls.peak = peak_of(process)
        cls.took = time.time() - min(entry.at for entry in scene.feeds.log)  # the cycle, without what it takes to read the rules
        assert process.returncode == 0, scene.log()
        listed = scene.tipoff("feed", "list", "--format", "jsonl")
        cls.feeds = {feed["url"]: feed for feed in map(json.loads, listed.stdout.splitlines())}

    def test_every_healthy_feed_is_served(self):
        asked = {entry.path for entry in self.scene.feeds.log if entry.status == 200}
        self.assertEqual(HEALTHY, len(asked))
        for url in self.healthy:
            self.assertIsNone(self.feeds[url]["failure"], url)

    def test_healthy_feeds_do_not_wait_for_the_others(self):
        times = [entry.at for entry in self.scene.feeds.log]
        self.assertLess(max(times) - min(times), TIME_OUT - 1)

    def test_each_fault_is_listed_with_its_reason(self):
        for url, reason in self.faults.items():
            with self.subTest(url=url):
                self.assertIn(reason, self.feeds[url]["failure"] or "")

    def test_what_only_looks_like_a_fault_is_read(self):
        for url in self.harmless:
            with self.subTest(url=url):
                self.assertIsNone(self.feeds[url]["failure"])
                self.assertIsNotNone(self.feeds[url]["last_success"])

    def test_nothing_of_this_machine_and_no_multiplied_entity_gets_into_a_title(self):
        titles = [title for (title,) in self.scene.rows("SELECT title FROM article")]
        self.assertIn("卓远重工公告", titles)
        for title in titles:
            self.assertNotIn("root:", title)
            self.assertNotIn("haha", title)

    def test_who_asks_for_a_pause_gets_it(self):
        for url in self.faults:
            if "later" in url or "date" in url:
                with self.subTest(url=url):
                    feed = self.feeds[url]
                    self.assertGreater(feed["next_due"], feed["last_attempt"])
        held = self.scene.rows("SELECT host FROM held_host WHERE host = '127.0.0.10'")
        self.assertEqual(held, [("127.0.0.10",)])

    def test_the_cycle_is_bounded(self):
        self.assertLess(self.took, TIME_OUT + 2)

    def test_memory_is_bounded(self):
        self.assertLess(self.peak, PEAK, f"{TIPOFFD} used too much")


if __name__ == "__main__":
    unittest.main()
