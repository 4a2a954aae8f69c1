"""The main job with real servers: a new item becomes a stored event, a new list, a signed webhook and a mail, each once."""

import csv
import email.utils
import io
import json
import unittest

import external_verifier
import mail_server
from tipoff_case import SECRET, Scene, genuine

OLD_NEWS = "Halden Pumps appoints Clara Voss as chief executive"
DEAL = "Nordwerk to acquire Tessin Valves"


class ANewItem(unittest.TestCase):
    """One scene: first fetch, a new item, nothing new."""

    @classmethod
    def setUpClass(cls):
        cls.scene = scene = cls.enterClassContext(Scene(hook=True, mail=True))
        feed = scene.feed("/wire.xml")
        feed.add(OLD_NEWS, age=3600)
        feed.add("Weather stays mild across the north", age=3000)
        scene.write()
        scene.once()
        cls.first_events, cls.first_list, cls.first_files = scene.events(), scene.call_list(), scene.list_files()
        cls.first_sent = len(scene.hook.received), len(scene.mail.mails)
        feed.add(DEAL, "Nordwerk AG said on Monday it will acquire Tessin Valves for 300 million euros.")
        scene.once_more()
        cls.events, cls.list, cls.files = scene.events(), scene.call_list(), scene.list_files()
        cls.hooks, cls.mails = list(scene.hook.received), list(scene.mail.mails)
        scene.once_more()
        cls.last_events, cls.last_list, cls.last_files = scene.events(), scene.call_list(), scene.list_files()
        cls.last_sent = len(scene.hook.received), len(scene.mail.mails)

    def test_the_first_fetch_stores_and_scores_but_alerts_nothing(self):
        self.assertEqual([event["event"] for event in self.first_events], ["executive_appointed"])
        self.assertEqual(self.first_sent, (0, 0))
        self.assertEqual(self.first_list["version"], 1)
        first = self.first_list["entries"][0]
        self.assertEqual((first["id"], first["events"][0]["title"]), ("halden", OLD_NEWS))

    def test_the_event_is_stored(self):
        new = [event for event in self.events if event["title"] == DEAL]
        self.assertEqual(len(new), 1)
        self.assertEqual((new[0]["event"], new[0]["role"], new[0]["certainty"]), ("acquisition", "acquirer", "announced"))
        self.assertEqual(len(self.events), 2)

    def test_the_list_goes_up_by_one_version_and_its_files_are_replaced(self):
        self.assertEqual(self.list["version"], 2)
        self.assertEqual(self.list["entries"][0]["id"], "nordwerk")
        for name, (inode, _, content) in self.files.items():
            self.assertNotEqual(inode, self.first_files[name][0], name)
            self.assertNotEqual(content, self.first_files[name][2], name)
        self.assertEqual(json.loads(self.files["call-list.json"][2]), self.list)
        rows = list(csv.DictReader(io.StringIO(self.files["call-list.csv"][2].decode("utf-8-sig"))))
        self.assertEqual([row["id"] for row in rows], [entry["id"] for entry in self.list["entries"]])

    def test_the_points_of_each_entry_add_up_and_the_dropped_are_told(self):
        for entry in self.list["entries"]:
            self.assertEqual(entry["score"], sum(part["points"] for part in entry["parts"]), entry["id"])
            self.assertEqual(entry["max_score"], sum(part["of"] for part in entry["parts"]), entry["id"])
            self.assertTrue(all(part["because"] for part in entry["parts"]), entry["id"])
        dropped = [entry for entry in self.scene.call_list("--all")["entries"] if entry["rank"] is None]
        self.assertEqual([(entry["id"], entry["disqualified"]["criterion"]) for entry in dropped], [("brightmoor", "industry")])

    def test_one_webhook_arrives_with_what_the_contract_names(self):
        self.assertEqual(len(self.hooks), 1)
        body = self.hooks[0].json
        self.assertEqual(body["type"], "trigger.detected")
        self.assertRegex(body["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        data, entry = body["data"], self.list["entries"][0]
        self.assertEqual((data["reason"], data["seller"]), ("new", "default"))
        self.assertEqual(data["account"], {key: entry[key] for key in ("id", "name", "score", "max_score", "rank")})
        self.assertEqual(data["event"], entry["events"][0])
        self.assertNotIn("previous", data)
        self.assertEqual(self.hooks[0].headers["content-type"].split(";")[0], "application/json")
        self.assertIn("Tipoff", self.hooks[0].headers["user-agent"])

    def test_its_signature_is_right_in_the_eyes_of_code_that_is_not_ours(self):
        genuine(self.hooks[0])
        verdicts = external_verifier.verdicts([(SECRET, self.hooks[0].headers, self.hooks[0].body)])
        if verdicts is not None:
            self.assertEqual(verdicts, ["ok"])

    def test_one_mail_arrives_over_tls_with_login(self):
        self.assertEqual(len(self.mails), 1)
        mail = self.mails[0]
        self.assertTrue(mail.tls)
        self.assertEqual(mail.login, mail_server.USER)
        self.assertEqual((mail.sender, mail.recipients), ("tipoff@sales.example", ["anna@sales.example"]))

    def test_the_mail_has_the_right_headers_and_both_parts(self):
        message = self.mails[0].message
        self.assertEqual(message.defects, [])
        self.assertIn(DEAL, message["Subject"])
        self.assertEqual(message["From"].addresses[0].addr_spec, "tipoff@sales.example")
        self.assertEqual(message["To"].addresses[0].addr_spec, "anna@sales.example")
        self.assertEqual(message["Auto-Submitted"], "auto-generated")
        self.assertRegex(message["Message-ID"], r"^<[^<>@\s]+@sales\.example>$")
        self.assertRegex(message["References"], r"^<[^<>@\s]+@sales\.example>$")
        self.assertIsNotNone(email.utils.parsedate_to_datetime(message["Date"]))
        self.assertEqual(message.get_content_type(), "multipart/alternative")
        text, html = message.iter_parts()
        self.assertEqual((text.get_content_type(), html.get_content_type()), ("text/plain", "text/html"))
        for part in (text, html):
            said = part.get_content()
            for needed in ("Nordwerk AG", DEAL, "Anna Weber", "COO", "+49 89 1234567", "https://news.example/"):
                self.assertIn(needed, said)
        self.assertIn('href="tel:+49891234567"', html.get_content())
        self.assertTrue(all(len(line) <= 76 for line in self.mails[0].raw.decode("ascii").splitlines()))

    def test_a_second_look_sends_nothing_and_leaves_the_list_alone(self):
        self.assertEqual(self.last_sent, (1, 1))
        self.assertEqual(self.last_list, self.list)
        self.assertEqual(self.last_files, self.files)
        self.assertEqual(self.last_events, self.events)

    def test_the_second_look_was_a_conditional_request(self):
        statuses = [entry.status for entry in self.scene.feeds.asked("/wire.xml")]
        self.assertEqual(statuses, [200, 200, 304])


class AStory(unittest.TestCase):
    """What further articles do to a story that is known."""

    def test_told_by_a_second_feed_it_has_two_sources_and_alerts_once(self):
        with Scene(hook=True) as scene:
            wire, gazette = scene.feed("/wire.xml"), scene.feed("/gazette.xml")
            scene.write()
            scene.once()
            wire.add(DEAL, "Nordwerk AG will acquire Tessin Valves for 300 million euros, it said on Monday.")
            scene.once_more()
            self.assertEqual(len(scene.hook.received), 1)
            gazette.add("Nordwerk to acquire Tessin Valves for 300 million euros", "Nordwerk AG will acquire Tessin Valves.")
            scene.once_more()
            self.assertEqual([(event["event"], event["sources"]) for event in scene.events()], [("acquisition", 2)])
            self.assertEqual(len(scene.hook.received), 1)

    def test_when_a_rumour_is_announced_that_alerts_once_and_names_the_state_before(self):
        with Scene(hook=True) as scene:
            feed = scene.feed("/wire.xml")
            scene.write()
            scene.once()
            feed.add("Nordwerk in talks to acquire Tessin Valves, sources say")
            scene.once_more()
            feed.add("Nordwerk agrees to acquire Tessin Valves")
            scene.once_more()
            scene.once_more()
            rumour, deal = [hook.json for hook in scene.hook.received]
            self.assertEqual(rumour["data"]["event"]["certainty"], "rumoured")
            self.assertEqual((deal["type"], deal["data"]["event"]["certainty"]), ("trigger.updated", "announced"))
            self.assertEqual(deal["data"]["previous"], {"certainty": "rumoured"})
            self.assertEqual(deal["data"]["event"]["id"], rumour["data"]["event"]["id"])
            self.assertIn("rumoured", deal["data"]["reason"])

    def test_in_chinese_it_is_found_listed_and_mailed_as_well(self):
        with Scene(hook=True, mail=True) as scene:
            feed = scene.feed("/wire.xml")
            scene.write()
            scene.once()
            feed.add("卓远重工公司拟收购海澜阀门公司", "卓远重工股份有限公司今日公告，公司拟收购海澜阀门公司全部股权。")
            scene.once_more()
            self.assertEqual([(event["account"], event["event"]) for event in scene.events()], [("zhuoyuan", "acquisition")])
            self.assertIn("卓远重工公司拟收购海澜阀门公司", scene.mail.mails[0].message["Subject"])
            genuine(scene.hook.received[0])

    def test_too_old_an_item_is_stored_but_alerts_nobody(self):
        with Scene(hook=True) as scene:
            feed = scene.feed("/wire.xml")
            scene.write()
            scene.once()
            feed.add(DEAL, age=4 * 86400)
            scene.once_more()
            self.assertEqual(len(scene.events()), 1)
            self.assertEqual(scene.hook.received, [])


class Misfortune(unittest.TestCase):
    """Feeds and receivers that fail."""

    def scene_with_a_deal(self, answers=(), codes=None, **servers):
        scene = self.enterContext(Scene(**servers))
        feed = scene.feed("/wire.xml")
        scene.write()
        scene.once()
        if scene.hook:
            scene.hook.answers = list(answers)
        if scene.mail:
            scene.mail.codes = codes or {}
        feed.add(DEAL)
        scene.once_more()
        return scene, feed

    def test_a_receiver_that_fails_gets_the_same_message_again_after_a_restart(self):
        scene, _ = self.scene_with_a_deal(answers=[500, (503, {"Retry-After": "1"})], hook=True)
        self.assertEqual([hook.status for hook in scene.hook.received], [500])
        scene.once_more()
        scene.once_more()
        scene.once_more()
        self.assertEqual([hook.status for hook in scene.hook.received], [500, 503, 200])
        self.assertEqual(len({hook.id for hook in scene.hook.received}), 1)
        self.assertEqual(len({hook.body for hook in scene.hook.received}), 1)
        for hook in scene.hook.received:
            genuine(hook)

    def test_a_redirect_is_a_failure_that_is_not_followed(self):
        scene, _ = self.scene_with_a_deal(answers=[(302, {"Location": "/elsewhere"})], hook=True)
        scene.once_more()
        self.assertEqual([(hook.path, hook.status) for hook in scene.hook.received], [("/hook", 302), ("/hook", 200)])

    def test_a_receiver_that_answers_410_is_left_alone(self):
        scene, feed = self.scene_with_a_deal(answers=[410], hook=True)
        feed.add("Halden Pumps appoints Clara Voss as chief executive")
        scene.once_more()
        scene.once_more()
        self.assertEqual([hook.status for hook in scene.hook.received], [410])
        self.assertEqual(len(scene.events()), 2)

    def test_mail_that_is_greylisted_arrives_later_under_the_same_id(self):
        codes = {"anna@sales.example": ["451 4.7.1 greylisted, try later"]}
        scene, _ = self.scene_with_a_deal(codes=codes, mail=True)
        self.assertEqual(scene.mail.mails, [])
        owed = scene.rows("SELECT message_id, state FROM outbox")
        scene.once_more()
        self.assertEqual(len(scene.mail.mails), 1)
        self.assertEqual(owed, [(scene.mail.mails[0].message["Message-ID"], "owed")])

    def test_mail_that_is_refused_for_good_is_not_tried_again(self):
        codes = {"anna@sales.example": ["550 5.1.1 no such user"]}
        scene, _ = self.scene_with_a_deal(codes=codes, mail=True)
        scene.once_more()
        self.assertEqual([answer for _, _, answer in scene.mail.asked], ["550 5.1.1 no such user"])
        self.assertEqual(scene.rows("SELECT state FROM outbox"), [("dead",)])

    def test_one_channel_that_fails_does_not_hold_up_the_other(self):
        scene, _ = self.scene_with_a_deal(answers=[500, 500, 500, 500], hook=True, mail=True)
        self.assertEqual(len(scene.mail.mails), 1)

    def test_failing_feeds_do_not_stop_the_others(self):
        with Scene() as scene:
            scene.feed("/missing.xml", status=404)
            scene.feed("/broken.xml", status=500)
            scene.feed("/page.xml", body=b"<html><body>Welcome</body></html>")
            scene.feed("/cut.xml", body=b"\x00\x01\x02")
            scene.feed("/wire.xml").add(DEAL)
            scene.feed_urls.append("http://127.0.0.1:1/closed.xml")
            scene.write()
            scene.once()
            self.assertEqual([event["title"] for event in scene.events()], [DEAL])
            done = scene.tipoff("feed", "list", "--format", "jsonl")
            failures = {feed["url"]: feed["failure"] for feed in map(json.loads, done.stdout.splitlines())}
            self.assertEqual(set(failures), set(scene.feed_urls))
            for url, failure in failures.items():
                self.assertEqual(failure is None, url.endswith("/wire.xml"), f"{url}: {failure}")


if __name__ == "__main__":
    unittest.main()
