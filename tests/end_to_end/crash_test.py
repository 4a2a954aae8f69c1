"""kill -9 at random moments: afterwards the store is that of an undisturbed run, and every alert has arrived.

TIPOFF_KILLS: how often (16), half of them while 200 feeds are fetched for the first time, half while each has one new item.
TIPOFF_SEED: of the moments.
"""

import collections
import json
import os
import random
import subprocess
import time
import unittest

from feed_server import FeedServer
from tipoff_case import PROFILE, TIPOFFD, Scene, genuine

KILLS = int(os.environ.get("TIPOFF_KILLS", "16"))
SEED = int(os.environ.get("TIPOFF_SEED", "1"))
FEEDS = 200
KILLS_IN_A_ROW = 2
ADDRESSES = tuple(f"127.0.0.{number}" for number in range(1, 9))  # eight hosts, so that a limit for each host does not slow all
BEGINNINGS = "Alder Birk Corvin Dorn Elber Falken Grau Hallen Ister Jarn Kolm Lauter Morin Nessel Orlen Perl Quell Rauten Sander Tolm".split()
ENDINGS = "bach feld garde haus kamp lund mark nau roda stett".split()
NAMES = [beginning + ending for beginning in BEGINNINGS for ending in ENDINGS]

WHAT_MUST_BE_EQUAL = {
    "articles": "SELECT f.url, a.title, a.summary, a.link, a.published FROM article a JOIN feed f ON f.id = a.feed",
    "stories": "SELECT account, event, role, certainty, standing, happened_at, rule, evidence, title, url, sources FROM story",
    "sources": "SELECT s.account, s.event, f.url FROM story_feed x JOIN story s ON s.id = x.story JOIN feed f ON f.id = x.feed",
    "reports": "SELECT s.account, r.event, r.title, f.url FROM report r JOIN story s ON s.id = r.story JOIN feed f ON f.id = r.feed",
    "scores": "SELECT seller, account, score, qualified FROM score",
    "validators": "SELECT f.url, s.etag, s.had_baseline FROM feed_state s JOIN feed f ON f.id = s.feed",
    "owed to publish": "SELECT story FROM story_change",
    "messages": "SELECT channel, state FROM outbox",
}


def entry_without_ids(entry):
    events = [{key: value for key, value in event.items() if key not in ("id", "seen_at")} for event in entry["events"]]
    return {**{key: value for key, value in entry.items() if key != "change"}, "events": events}


def picture(scene):
    """All that is remembered, ids and times apart. None before there is a store."""
    if not scene.store.exists():
        return None
    seen = {what: sorted(scene.rows(query), key=repr) for what, query in WHAT_MUST_BE_EQUAL.items()}
    seen["list"] = [entry_without_ids(entry) for entry in scene.call_list("--top", "0")["entries"]]
    return seen


def differences(seen, expected):
    """The first few, a line each."""
    lines = []
    for what in expected:
        there = collections.Counter(map(repr, (seen or {}).get(what, [])))
        wanted = collections.Counter(map(repr, expected[what]))
        lines += [f"{what}: missing {row}" for row in (wanted - there)] + [f"{what}: too much {row}" for row in (there - wanted)]
    return lines[:10]


class Crashes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = FeedServer(ADDRESSES)
        cls.addClassCleanup(cls.server.stop)
        cls.began = time.time() - 7200
        cls.random = random.Random(SEED)
        cls.first_items()
        with cls.new_scene() as scene:
            cls.first_takes = cls.seconds_of(scene.once)
            cls.after_first = picture(scene)
            cls.new_items()
            time.sleep(2.1)
            cls.second_takes = cls.seconds_of(scene.once)
            cls.after_second = picture(scene)
            cls.told = sorted((hook.json["data"]["account"]["id"], hook.json["data"]["event"]["event"]) for hook in scene.hook.received)

    @staticmethod
    def seconds_of(action):
        begun = time.monotonic()
        action()
        return time.monotonic() - begun

    @classmethod
    def first_items(cls):
        """Every feed has three items, one of them with an event; every tenth story stands in a second feed too."""
        cls.server.feeds.clear()
        for number, name in enumerate(NAMES):
            feed = cls.server.feed(f"/{number}.xml")
            for title in (f"{name} to acquire Tessin Valves", f"{name} thanks its neighbours", "Weather stays mild"):
                item = feed.add(title, f"{title}, {name} said. More in the report number {number}.")
                item.published = cls.began
        cls.shared()

    @classmethod
    def new_items(cls):
        for number, name in enumerate(NAMES):
            item = cls.server.feeds[f"/{number}.xml"].add(f"{name} appoints Clara Voss as chief executive")
            item.published = cls.began + 3600
        cls.shared()

    @classmethod
    def shared(cls):
        for number in range(0, FEEDS, 10):
            own = cls.server.feeds[f"/{number}.xml"].items
            other = cls.server.feeds[f"/{number + 1}.xml"].items
            other += [item for item in own if ("acquire" in item.title or "appoints" in item.title) and item not in other]

    @classmethod
    def new_scene(cls):
        scene = Scene(hook=True, feeds=cls.server)
        scene.profile = PROFILE.replace('titles = ["COO"]\n', "").replace('regions = ["Germany"]\n', "")
        scene.accounts = "id,name,industry\n" + "".join(f"a{n},{name},Manufacturing\n" for n, name in enumerate(NAMES))
        scene.retry = json.dumps(["1s"] * 20)
        scene.feed_urls = [cls.server.url(f"/{n}.xml", ADDRESSES[n % len(ADDRESSES)]) for n in range(FEEDS)]
        scene.write()
        return scene

    def killed(self, scene, within):
        """Starts the daemon, by turns to stay and to run once, and kills it at some moment of its work."""
        arguments = [["--once"], []][self.random.randrange(2)]
        with open(scene.folder / "daemon.log", "ab") as log:
            process = subprocess.Popen(
                [TIPOFFD, "--config", str(scene.config), *arguments], cwd=scene.folder, stdout=log, stderr=log
            )
        time.sleep(self.random.uniform(0, 0.8 * within))
        process.kill()
        process.wait()

    def finish(self, scene, expected):
        """Runs until the store is as it should be; it must come to that."""
        for _ in range(6):
            scene.once()
            wrong = differences(picture(scene), expected)
            if not wrong:
                return
            time.sleep(2.1)
        self.fail("the store is not that of an undisturbed run:\n" + "\n".join(wrong))

    def check_sound(self, scene):
        self.assertEqual(scene.rows("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(scene.rows("PRAGMA foreign_key_check"), [])

    def check_told(self, scene):
        """Every alert arrived; what arrived twice is the same message under the same id."""
        by_id = collections.defaultdict(set)
        for hook in scene.hook.received:
            genuine(hook)
            by_id[hook.id].add(hook.body)
        self.assertEqual([id for id, bodies in by_id.items() if len(bodies) > 1], [])
        bodies = [json.loads(next(iter(bodies))) for bodies in by_id.values()]
        told = sorted((body["data"]["account"]["id"], body["data"]["event"]["event"]) for body in bodies)
        self.assertEqual(told, self.told)
        return len(scene.hook.received) - len(by_id)

    def test_an_undisturbed_run_is_what_we_think_it_is(self):
        self.assertEqual(len(self.after_first["stories"]), FEEDS)
        self.assertEqual(len(self.after_first["articles"]), 3 * FEEDS + FEEDS // 10)
        self.assertEqual(len(self.after_second["stories"]), 2 * FEEDS)
        self.assertEqual(len(self.after_second["list"]), FEEDS)
        self.assertEqual(sum(story[-1] == 2 for story in self.after_second["stories"]), 2 * FEEDS // 10)
        self.assertEqual(self.told, sorted((f"a{n}", "executive_appointed") for n in range(FEEDS)))

    def test_killed_at_random_moments_nothing_is_lost_and_nothing_doubled(self):
        kills = duplicates = 0
        while kills < KILLS:
            with self.new_scene() as scene:
                self.first_items()
                for _ in range(KILLS_IN_A_ROW):
                    self.killed(scene, self.first_takes)
                self.finish(scene, self.after_first)
                self.check_sound(scene)
                self.assertEqual(scene.hook.received, [])

                self.new_items()
                time.sleep(2.1)
                for _ in range(KILLS_IN_A_ROW):
                    self.killed(scene, self.second_takes)
                self.finish(scene, self.after_second)
                self.check_sound(scene)
                duplicates += self.check_told(scene)
            kills += 2 * KILLS_IN_A_ROW
        print(f"{kills} kills (seed {SEED}): nothing lost; {duplicates} messages sent a second time, with the same id")


if __name__ == "__main__":
    unittest.main()
