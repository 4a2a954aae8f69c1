"""A dry run shows what would be sent, and leaves everything as it is, beside a daemon at work."""

import json
import time
import unittest

from tipoff_case import TIPOFFD, Scene, eventually, stop

DEAL = "Nordwerk to acquire Tessin Valves"


class ADryRun(unittest.TestCase):
    def setUp(self):
        self.scene = self.enterContext(Scene(hook=True, mail=True))
        self.feed = self.scene.feed("/wire.xml")
        self.scene.write()
        self.scene.once()

    def dry(self):
        done = self.scene.run(TIPOFFD, "--config", self.scene.config, "--once", "--dry-run")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def test_it_prints_the_messages_and_sends_none(self):
        self.feed.add(DEAL)
        before = self.scene.contents()
        time.sleep(2.1)
        shown = self.dry().stdout.splitlines()
        self.assertEqual(self.scene.contents(), before)
        self.assertEqual((self.scene.hook.received, self.scene.mail.mails), ([], []))
        self.assertRegex(shown[0], r"^would send to crm \(http.*\): .*Nordwerk")
        self.assertEqual(json.loads(shown[1])["data"]["account"]["id"], "nordwerk")
        self.assertRegex(shown[2], r"^would send to team \(anna@sales.example\): .*Nordwerk")

        self.scene.once()
        self.assertEqual((len(self.scene.hook.received), len(self.scene.mail.mails)), (1, 1))

    def test_it_minds_no_daemon_that_is_at_work(self):
        process = self.scene.start()
        eventually(lambda: "service.ready" in self.scene.log(), what="the daemon")
        self.dry()
        self.assertIsNone(process.poll())
        self.assertEqual(stop(process)[1], 0)


if __name__ == "__main__":
    unittest.main()
