"""What a seller says of an event: it leaves or enters score and alerts, with the daemon running and without."""

import json
import time
import unittest

from tipoff_case import Scene, eventually, stop

DEAL = "Halden Pumps to acquire Tessin Valves"
SECOND = "Halden Pumps to acquire Corvane Seals"


class Feedback(unittest.TestCase):
    def scene(self, **servers):
        scene = self.enterContext(Scene(**servers))
        scene.wire = scene.feed("/wire.xml")
        scene.write()
        return scene

    def running(self, scene, *headlines):
        """The daemon, after the first fetch and with these headlines told."""
        process = scene.start()
        eventually(lambda: len(scene.feeds.asked("/wire.xml")) >= 2, what="the second fetch")
        for headline in headlines:
            scene.wire.add(headline)
        eventually(lambda: len(scene.events()) >= len(headlines), 8, "the events")
        eventually(lambda: self.score(scene) == 6, 8, "the score")
        self.assertIsNone(process.poll(), scene.log())
        return process

    def score(self, scene):
        return {entry["id"]: entry["score"] for entry in scene.call_list()["entries"]}.get("halden")

    def succeeded(self, done):
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_wrong_lowers_the_score_within_two_seconds_and_undo_restores_it(self):
        scene = self.scene()
        process = self.running(scene, DEAL)
        event = scene.events()[0]["id"]
        said = self.succeeded(scene.tipoff("event", "wrong", str(event), "--reason", "another Halden"))
        self.assertIn("1 event of Halden Pumps Ltd no longer counts; score 6 -> 4", said)
        eventually(lambda: self.score(scene) == 4, 2, "the lower score")
        said = self.succeeded(scene.tipoff("event", "undo", str(event)))
        self.assertIn("score 4 -> 6", said)
        eventually(lambda: self.score(scene) == 6, 2, "the score as it was")
        self.assertEqual(stop(process)[1], 0)
        self.assertFalse((scene.folder / "tipoffd.sock").exists())

    def test_without_the_socket_the_daemon_notices_within_two_seconds(self):
        scene = self.scene()
        self.running(scene, DEAL)
        (scene.folder / "tipoffd.sock").unlink()
        self.succeeded(scene.tipoff("event", "wrong", str(scene.events()[0]["id"])))
        self.assertEqual(self.score(scene), 4)

    def test_its_like_goes_with_it_and_later_repetitions_alert_nobody(self):
        scene = self.scene(hook=True)
        self.running(scene, DEAL)
        eventually(lambda: len(scene.hook.received) == 1, 6, "the webhook")
        event = scene.events()[0]["id"]
        self.succeeded(scene.tipoff("event", "wrong", str(event)))
        scene.wire.add(DEAL + " for 40 million euros")
        scene.wire.add(SECOND)
        eventually(lambda: scene.rows("SELECT count(*) FROM article")[0][0] == 3, 6, "the articles")
        time.sleep(1)
        self.assertEqual(self.score(scene), 4)
        self.assertEqual(len(scene.hook.received), 1)
        wrong = [json.loads(line) for line in self.succeeded(scene.tipoff("event", "list", "--wrong", "--format", "jsonl")).splitlines()]
        self.assertEqual({story["account"] for story in wrong}, {"halden"})
        self.assertIn("udged wrong by", wrong[0]["note"])

    def test_without_a_daemon_the_command_publishes(self):
        scene = self.scene()
        scene.once()
        scene.wire.add(DEAL)
        scene.once_more()
        before = scene.call_list()
        event = scene.events()[0]["id"]
        self.succeeded(scene.tipoff("event", "wrong", str(event)))
        after = scene.call_list()
        self.assertEqual(after["version"], before["version"] + 1)
        self.assertEqual(self.score(scene), 4)
        self.assertIn('"score":4', (scene.folder / "call-list.json").read_text().replace(" ", ""))

    def test_what_the_seller_heard_counts_at_once(self):
        scene = self.scene(hook=True)
        self.running_without_news(scene)
        said = self.succeeded(
            scene.tipoff("event", "add", "Halden Pumps", "--event", "merger", "--text", "Ben told me that they merge with Tessin")
        )
        self.assertIn("score 4 -> 6", said)
        eventually(lambda: self.score(scene) == 6, 2, "the score")
        event = scene.events()[0]
        self.assertEqual((event["rule"], event["certainty"], event["event"]), ("seller", "announced", "merger"))
        self.assertEqual(scene.hook.received, [])

    def running_without_news(self, scene):
        scene.start()
        eventually(lambda: len(scene.feeds.asked("/wire.xml")) >= 2, what="the second fetch")
        eventually(lambda: self.score(scene) == 4, 5, "the first list")

    def test_mistakes_are_told(self):
        scene = self.scene()
        scene.once()
        for command, code, words in (
            (("wrong", "99"), 2, "no event has the number 99"),
            (("undo", "x"), 2, ""),
            (("add", "halden", "--event", "mergr", "--text", "t"), 2, "merger"),
            (("add", "nobody", "--event", "merger", "--text", "t"), 2, "nobody"),
            (("add", "halden", "--event", "merger", "--text", " "), 2, "empty"),
        ):
            with self.subTest(command=command):
                done = scene.tipoff("event", *command)
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main()
