"""What people write and type about alerts: policies and routes in tipoff.toml, and the commands alert, mute and call, with real receivers."""

import datetime
import email
import email.policy
import json
import os
import pathlib
import unittest

import mail_server
from tipoff_case import SECRET, Scene, eventually, genuine, stop

DEAL = "Halden Pumps to acquire Tessin Valves"
CHAT_TOKEN = "chat-token-that-nobody-sees"


class AlertDesk(unittest.TestCase):
    def scene(self, extra="", **servers):
        scene = self.enterContext(Scene(**servers))
        scene.wire = scene.feed("/wire.xml")
        scene.extra = extra
        scene.write()
        return scene

    def told(self, scene):
        """The scene after one event was published."""
        scene.once()
        scene.wire.add(DEAL)
        scene.once_more()
        self.assertEqual(len(scene.events()), 1)

    def succeeded(self, done):
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def alerts(self, scene, *options):
        said = self.succeeded(scene.tipoff("alert", "list", "--format", "jsonl", *options))
        return [json.loads(line) for line in said.splitlines()]

    def test_a_test_message_goes_through_the_real_channel_and_past_the_outbox(self):
        scene = self.scene(hook=True, mail=True)
        scene.once()
        self.assertIn("ok      " + scene.hook.url, self.succeeded(scene.tipoff("alert", "test", "crm")))
        self.assertEqual(scene.hook.received[0].json["type"], "webhook.test")
        genuine(scene.hook.received[0])
        self.assertIn("ok      anna@sales.example", self.succeeded(scene.tipoff("alert", "test", "team")))
        self.assertEqual(scene.rows("SELECT count(*) FROM outbox"), [(0,)])
        scene.hook.otherwise = 500
        refused = scene.tipoff("alert", "test", "crm")
        self.assertEqual(refused.returncode, 4)
        self.assertIn("HTTP 500", refused.stdout)
        self.assertEqual(scene.tipoff("alert", "test", "crn").returncode, 2)

    def test_what_is_dead_is_listed_and_sent_again(self):
        scene = self.scene(hook=True)
        scene.retry = '["1s"]'
        scene.write()
        scene.hook.otherwise = 500
        self.told(scene)
        scene.once_more()
        dead = self.alerts(scene, "--state", "dead")
        self.assertEqual(len(dead), 1)
        self.assertIn("HTTP 500", dead[0]["answer"])
        self.assertEqual((dead[0]["channel"], dead[0]["account"], dead[0]["reason"]), ("crm", "halden", "new"))
        first = scene.hook.received[-1].id
        scene.hook.otherwise = 200
        self.assertIn("1 message is owed again", self.succeeded(scene.tipoff("alert", "retry", "--dead", "--channel", "crm")))
        scene.once()
        self.assertEqual(scene.hook.received[-1].id, first)
        self.assertEqual(self.alerts(scene)[0]["state"], "delivered")
        self.assertEqual(scene.tipoff("alert", "retry", dead[0]["id"]).returncode, 1)

    def test_a_running_daemon_acts_on_retry_and_drop_at_once(self):
        scene = self.scene(hook=True)
        scene.retry = '["1h"]'
        scene.write()
        scene.hook.otherwise = 500
        process = scene.start()
        eventually(lambda: len(scene.feeds.asked("/wire.xml")) >= 2, what="the second fetch")
        scene.wire.add(DEAL)
        eventually(lambda: self.alerts(scene, "--state", "owed") and scene.hook.received, 8, "the owed message")
        eventually(lambda: self.alerts(scene)[0]["answer"], 5, "the answer")
        row = self.alerts(scene)[0]
        scene.hook.otherwise = 200
        self.succeeded(scene.tipoff("alert", "retry", row["id"]))
        eventually(lambda: self.alerts(scene)[0]["state"] == "delivered", 3, "the delivery")
        self.assertEqual(scene.tipoff("alert", "drop", row["id"]).returncode, 1)
        self.assertEqual(stop(process)[1], 0)

    def test_quiet_hours_hold_and_a_drop_ends_it(self):
        now = datetime.datetime.now(datetime.timezone.utc)
        hours = f"{(now - datetime.timedelta(hours=1)):%H:%M}-{(now + datetime.timedelta(hours=2)):%H:%M}"
        scene = self.scene(mail=True)
        scene.extra = ""
        scene.write()
        scene.config.write_text(scene.config.read_text() + f'quiet = "{hours} UTC"\n')
        self.told(scene)
        held = self.alerts(scene, "--state", "held")
        self.assertEqual(len(held), 1)
        self.assertTrue(held[0]["id"].startswith("n"))
        self.assertIn("quiet hours", held[0]["why"])
        said = self.succeeded(scene.tipoff("alert", "drop", held[0]["id"]))
        self.assertIn("is not sent", said)
        self.assertEqual(self.alerts(scene)[0]["state"], "dropped")
        self.assertEqual(scene.mail.mails, [])

    def test_preview_shows_the_mail_that_would_be_sent(self):
        scene = self.scene(hook=True, mail=True)
        self.told(scene)
        said = self.succeeded(scene.tipoff("alert", "preview"))
        for words in ("Alert: crm", '"trigger.detected"', "To: anna@sales.example", "Halden Pumps to acquire", "<html"):
            self.assertIn(words, said)
        raw = self.succeeded(scene.tipoff("alert", "preview", "team", "--account", "Halden Pumps", "--raw"))
        mail = email.message_from_string(raw, policy=email.policy.default)
        self.assertIn("Halden Pumps to acquire", mail["Subject"])
        self.assertEqual([part.get_content_type() for part in mail.iter_parts()], ["text/plain", "text/html"])

    def test_routes_say_who_when_and_why(self):
        scene = self.scene(
            hook=True,
            mail=True,
            extra='[[route]]\nname = "deals"\nevents = ["merger", "acquisition"]\nalerts = ["team"]\n'
            '[[route.route]]\nname = "big"\nmin_score = 6\nalerts = ["team", "crm"]\n[[route]]\nalerts = ["crm"]\n',
        )
        self.told(scene)
        ask = lambda *words: self.succeeded(scene.tipoff("alert", "route", "--account", "halden", *words))
        merger = ask("--event", "merger")
        self.assertIn("route: big", merger)
        self.assertIn("team", merger)
        self.assertIn("at once", merger)
        strike = ask("--event", "strike", "--certainty", "rumoured")
        self.assertNotIn("anna@sales.example", strike)
        off = self.succeeded(scene.tipoff("alert", "route", "--account", "brightmoor", "--event", "merger"))
        self.assertIn("off the list", off)
        self.assertEqual(scene.tipoff("alert", "route", "--account", "halden", "--event", "mergr").returncode, 2)

    def test_a_muted_account_is_told_to_nobody_until_it_is_lifted(self):
        scene = self.scene(hook=True)
        scene.once()
        self.assertIn("Mute 1: all of Halden Pumps Ltd", self.succeeded(scene.tipoff("mute", "halden", "--for", "14d", "--note", "on holiday")))
        self.assertIn("on holiday", self.succeeded(scene.tipoff("mute", "list")))
        scene.wire.add(DEAL)
        scene.once_more()
        self.assertEqual(len(scene.events()), 1)
        self.assertEqual(scene.hook.received, [])
        dropped = self.alerts(scene, "--state", "dropped")
        self.assertEqual(len(dropped), 1)
        self.assertIn("on holiday", dropped[0]["why"])
        self.assertIn("muted until", self.succeeded(scene.tipoff("alert", "route", "--event", "merger", "--account", "halden")))
        self.succeeded(scene.tipoff("mute", "lift", "1"))
        scene.wire.add("Nordwerk to acquire Corvane Seals")
        scene.wire.add("Halden Pumps to merge with Nelvara Drives")
        scene.once_more()
        self.assertEqual({hook.json["data"]["account"]["id"] for hook in scene.hook.received}, {"halden", "nordwerk"})

    def test_calls_are_logged_and_callbacks_come_due(self):
        scene = self.scene()
        scene.once()
        today = datetime.date.today().isoformat()
        self.succeeded(scene.tipoff("call", "log", "Halden Pumps", "--outcome", "callback", "--contact", "Ben Frost", "--due", today))
        due = [json.loads(line) for line in self.succeeded(scene.tipoff("call", "list", "--due", "today", "--format", "jsonl")).splitlines()]
        self.assertEqual([(call["account"], call["contact"]) for call in due], [("halden", "Ben Frost")])
        self.succeeded(scene.tipoff("call", "log", "halden", "--outcome", "meeting", "--note", "3 March"))
        self.assertEqual(scene.tipoff("call", "list", "--due", "today").stdout, "")
        self.assertIn("3 March", self.succeeded(scene.tipoff("call", "list")))
        self.assertEqual(scene.tipoff("call", "log", "halden", "--outcome", "maybe").returncode, 2)

    def test_no_secret_is_ever_seen(self):
        scene = self.scene(hook=True, mail=True)
        (scene.folder / "chat-url").write_text(f"http://127.0.0.1:1/hook/{CHAT_TOKEN}\n")
        scene.extra = '[[alert]]\nname = "chat"\ntype = "slack"\nurl_file = "chat-url"\nretry = ["1s"]\n'
        scene.write()
        process = scene.start()
        eventually(lambda: len(scene.feeds.asked("/wire.xml")) >= 2, what="the second fetch")
        scene.wire.add(DEAL)
        eventually(lambda: "alert.owed" in scene.log() or "alert.dead" in scene.log(), 8, "the failing chat")
        seen = pathlib.Path(f"/proc/{process.pid}/cmdline").read_text()
        for command in (
            ("alert", "test", "chat"), ("alert", "test", "crm"), ("alert", "test", "team"), ("alert", "list"),
            ("alert", "list", "--format", "jsonl"), ("alert", "preview"), ("alert", "preview", "--raw"),
            ("alert", "route", "--event", "merger", "--account", "halden"), ("check",),
        ):
            done = scene.tipoff(*command)
            seen += done.stdout + done.stderr
        stop(process)
        seen += scene.log()
        for wrong in ('url = "ftp://x/' + CHAT_TOKEN + '"', 'url = "https://evil.example/' + CHAT_TOKEN + '"', "url = [5, '" + CHAT_TOKEN + "']"):
            scene.extra = f'[[alert]]\nname = "chat"\ntype = "slack"\n{wrong}\n'
            scene.write()
            done = scene.tipoff("check")
            self.assertEqual(done.returncode, 3, done.stdout)
            seen += done.stdout + done.stderr
        self.assertTrue(seen)
        for secret in (CHAT_TOKEN, SECRET, SECRET.removeprefix("whsec_"), mail_server.PASSWORD):
            self.assertNotIn(secret, seen)

    @unittest.skipIf(os.geteuid() != 0, "needs another user")
    def test_people_who_cannot_read_the_secrets_still_work_with_the_list(self):
        scene = self.scene()
        secret = scene.folder / "hook-secret"
        secret.write_text(SECRET)
        secret.chmod(0o600)
        scene.extra = '[[alert]]\nname = "crm"\ntype = "webhook"\nurl = "http://127.0.0.1:1/"\nsecret_file = "hook-secret"\n'
        scene.write()
        scene.once()
        for path in (scene.folder, *scene.folder.iterdir()):
            if path != secret:
                os.chmod(path, 0o777 if path.is_dir() else 0o666)
        nobody = {"user": 65534, "group": 65534}
        self.succeeded(scene.tipoff("list", **nobody))
        self.succeeded(scene.tipoff("mute", "halden", "--for", "1d", **nobody))
        refused = scene.tipoff("alert", "test", "crm", **nobody)
        self.assertEqual(refused.returncode, 3)
        self.assertIn("hook-secret", refused.stderr)

    def test_a_secret_may_be_a_credential_of_systemd(self):
        scene = self.scene(hook=True)
        credentials = scene.folder / "credentials"
        credentials.mkdir()
        (credentials / "hook-secret").write_text(SECRET + "\n")
        scene.config.write_text(scene.config.read_text().replace(f'secret = "{SECRET}"', 'secret_file = "hook-secret"'))
        self.assertEqual(scene.tipoff("check").returncode, 3)
        os.environ["CREDENTIALS_DIRECTORY"] = str(credentials)
        self.addCleanup(os.environ.pop, "CREDENTIALS_DIRECTORY", None)
        self.succeeded(scene.tipoff("check"))
        self.succeeded(scene.tipoff("alert", "test", "crm"))
        genuine(scene.hook.received[0])

    def test_wrong_policies_and_routes_name_file_line_and_key(self):
        scene = self.scene(hook=True)
        lines = scene.config.read_text().count("\n")
        scene.extra = 'digest = "08:00"\nevents = ["mergr"]\n[[route]]\nalerts = ["crn"]\n'
        scene.write()
        done = scene.tipoff("check")
        self.assertEqual(done.returncode, 3)
        for number, words in (
            (1, "alert[1].digest: is for mail and chat"),
            (2, "alert[1].events: no rule reports the event type 'mergr' (did you mean 'merger'?)"),
            (4, "route[1].alerts: there is no alert 'crn' (did you mean 'crm'?)"),
        ):
            self.assertIn(f"{scene.config}:{lines + number}: {words}", done.stderr)


if __name__ == "__main__":
    unittest.main()
