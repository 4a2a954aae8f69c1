"""A name server that never answers: the other feeds stay on time, and SIGTERM is obeyed at once."""

import os
import shutil
import socket
import subprocess
import time
import unittest

from tipoff_case import TIPOFFD, Scene, eventually, stop

SILENT = "127.0.0.77"  # an address of this machine where nothing else listens
NAMES = 500


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

    def started(self, scene):
        """The daemon in a mount namespace in which names are asked of the silent server."""
        resolver = scene.folder / "resolv.conf"
        resolver.write_text(f"nameserver {SILENT}\noptions timeout:30 attempts:3\n")
        script = f'mount --bind "{resolver}" /etc/resolv.conf && exec "{TIPOFFD}" --config "{scene.config}"'
        with open(scene.folder / "daemon.log", "ab") as log:
            process = subprocess.Popen(["unshare", "--mount", "sh", "-c", script], cwd=scene.folder, stdout=log, stderr=log)
        scene.running.append(process)
        return process

    def test_feeds_stay_on_time_and_the_daemon_leaves_at_once(self):
        scene = self.enterContext(Scene())
        scene.feed("/wire.xml")
        scene.feed_urls += [f"http://silent-{number}.example/rss" for number in range(NAMES)]
        scene.write()
        process = self.started(scene)
        eventually(lambda: len(scene.feeds.asked("/wire.xml")) >= 6, 12, "six polls of the feed that answers")
        asked = [entry.at for entry in scene.feeds.asked("/wire.xml")]
        self.assertLess(max(later - earlier for earlier, later in zip(asked, asked[1:])), 2.0)
        self.assertTrue(self.server.recv(512), "nobody asked the name server: the test tests nothing")

        took, code = stop(process)
        self.assertEqual(0, code, scene.log())
        self.assertLess(took, 2.0)


if __name__ == "__main__":
    unittest.main()
