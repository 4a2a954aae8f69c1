"""A name server that never answers: the other feeds stay on time, and SIGTERM is obeyed at once."""

import collections
import os
import shutil
import socket
import subprocess
import time
import unittest

from feed_server import FeedServer
from tipoff_case import TIPOFFD, Scene, eventually, stop

SILENT = "127.0.0.77"  # an address of this machine where nothing else listens
NAMES = 500
HEALTHY = 200
ADDRESSES = [f"127.0.3.{number}" for number in range(1, 21)]  # of their servers
INTERVAL = 3  # seconds between two polls of a feed
LATEST = 1.5  # seconds behind its time


def _can_mount():
    if os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    tried = subprocess.run(["unshare", "--mount", "mount", "--bind", "/etc/hostname", "/etc/hostname"], capture_output=True, check=False)
    return tried.returncode == 0


@unittest.skipUnless(_can_mount(), "needs root and mount namespaces, to give the daemon a name server of its own")
class ASilentNameServer(unittest.TestCase):
    def setUp(self):
        self.server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(self.server.close)
        self.server.bind((SILENT, 53))
        self.feeds = FeedServer(ADDRESSES)
        self.addCleanup(self.feeds.stop)

    def started(self, scene):
        """The daemon in a mount namespace in which names are asked of the silent server."""
        resolver = scene.folder / "resolv.conf"
        resolver.write_text(f"nameserver {SILENT}\noptions timeout:30 attempts:3\n")
        script = f'mount --bind "{resolver}" /etc/resolv.conf && exec "{TIPOFFD}" --config "{scene.config}"'
        with open(scene.folder / "daemon.log", "ab") as log:
            process = subprocess.Popen(["unshare", "--mount", "sh", "-c", script], cwd=scene.folder, stdout=log, stderr=log)
        scene.running.append(process)
        return process

    def fewest(self, paths):
        """How often the one was asked that was asked least."""
        times = collections.Counter(entry.path for entry in list(self.feeds.log))
        return min(times[path] for path in paths)

    def test_feeds_stay_on_time_and_the_daemon_leaves_at_once(self):
        healthy = [f"/wire-{number}.xml" for number in range(HEALTHY)]
        scene = self.enterContext(Scene(feeds=self.feeds))
        scene.feed_urls += [f"http://silent-{number}.example/rss" for number in range(NAMES)]
        for number, path in enumerate(healthy):
            self.feeds.feed(path).add(f"Plain news of wire {number}")
            scene.feed_urls.append(self.feeds.url(path, ADDRESSES[number % len(ADDRESSES)]))
        scene.interval = f"{INTERVAL}s"
        scene.write()
        process = self.started(scene)
        eventually(lambda: self.fewest(healthy) >= 4, 4 * INTERVAL + 20, "four polls of every feed that answers")
        for path in healthy:
            asked = [entry.at for entry in self.feeds.asked(path)]
            late = max(later - earlier for earlier, later in zip(asked, asked[1:])) - INTERVAL
            self.assertLess(late, LATEST, path)
        self.assertTrue(self.server.recv(512), "nobody asked the name server: the test tests nothing")

        took, code = stop(process)
        self.assertEqual(0, code, scene.log())
        self.assertLess(took, 2.0)


if __name__ == "__main__":
    unittest.main()
