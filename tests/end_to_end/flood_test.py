"""A flood: 5,000 matching items in one fetch, 200 of them one story told over and over."""

import time
import unittest

from tipoff_case import Scene

COMPANIES = 4801
REPEATED = 200  # items that tell the first company's story
CAP = 100


def name(number):
    """An invented company, told from the others."""
    syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
    a, b, c = number // 400, number // 20 % 20, number % 20
    return (syllables[a] + syllables[b] + syllables[c]).capitalize() + "tor"


class AFlood(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = scene = cls.enterClassContext(Scene(hook=True, mail=True))
        scene.accounts = "id,name,industry\n" + "".join(f"a{n},{name(n)} AG,Manufacturing\n" for n in range(COMPANIES))
        scene.profile = '[profile]\nindustries = ["Manufacturing"]\n'
        feed = scene.feed("/wire.xml")
        feed.add("Weather stays mild across the north")
        scene.write()
        scene.once()
        for number in range(1, COMPANIES):
            feed.add(f"{name(number)} AG to acquire Tessin Valves")
        for _ in range(REPEATED):
            feed.add(f"{name(0)} AG to acquire Tessin Valves")
        time.sleep(2.1)
        done = scene.try_once(timeout=250)
        assert done.returncode == 0, done.stderr[-2000:]

    def test_every_event_stands_in_the_list_of_events_once(self):
        accounts = [event["account"] for event in self.scene.events()]
        self.assertEqual(len(accounts), COMPANIES)
        self.assertEqual(len(set(accounts)), COMPANIES)

    def test_each_event_has_its_webhook(self):
        told = [hook.json["data"]["account"]["id"] for hook in self.scene.hook.received]
        self.assertEqual(len(told), COMPANIES)
        self.assertEqual(len(set(told)), COMPANIES)

    def test_people_get_as_many_messages_as_the_cap_allows_and_the_last_counts_the_rest(self):
        mails = self.scene.mail.mails
        self.assertEqual(len(mails), CAP)
        subjects = [subject for (subject,) in self.scene.rows("SELECT subject FROM outbox WHERE channel = 'team' ORDER BY id")]
        self.assertEqual(len(subjects), CAP)
        self.assertRegex(subjects[-1], rf"\b{COMPANIES - CAP + 1:,}\b|\b{COMPANIES - CAP + 1}\b")

    def test_no_notice_is_left_behind(self):
        states = self.scene.rows("SELECT channel, state, count(*) FROM notice GROUP BY 1, 2 ORDER BY 1")
        self.assertEqual(states, [("crm", "told", COMPANIES), ("team", "told", COMPANIES)])


if __name__ == "__main__":
    unittest.main()
