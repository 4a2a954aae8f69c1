"""Six chats with real servers: each is told once, in its own form and signed, and its answer is taken as it means."""

import json
import unittest

import chat_rules
from chat_server import ChatServer
from tipoff_case import Scene

DEAL = "Nordwerk to acquire Tessin Valves"
SECRETS = {"feishu": "feishu secret of the tests", "dingtalk": "SECdingtalk of the tests"}


class Chats(unittest.TestCase):
    def scene(self, kinds, language="en"):
        """A scene that tells these chats of a deal at the next turn."""
        scene = self.enterContext(Scene())
        self.chats = ChatServer()
        self.addCleanup(self.chats.stop)
        for kind in kinds:
            secret = f'secret = "{SECRETS[kind]}"\n' if kind in SECRETS else ""
            scene.extra += (
                f'[[alert]]\nname = "{kind}"\ntype = "{kind}"\nurl = "{self.chats.url(kind)}"\n{secret}language = "{language}"\n'
                'retry = ["1s", "1s", "1s"]\n'
            )
        self.feed = scene.feed("/wire.xml")
        scene.write()
        scene.once()
        self.feed.add(DEAL, "Nordwerk AG said on Monday it will acquire Tessin Valves for 300 million euros.")
        return scene

    def states(self, scene):
        return dict(scene.rows("SELECT channel, state FROM outbox"))

    def check(self, said):
        chat_rules.check(said.kind, said.body, said.url, SECRETS.get(said.kind), said.at)

    def test_each_chat_is_told_once_and_would_take_it(self):
        kinds = list(chat_rules.RULES)
        scene = self.scene(kinds)
        scene.once_more()
        scene.once_more()
        self.assertEqual(self.states(scene), dict.fromkeys(kinds, "delivered"))
        self.assertEqual(sorted(said.kind for said in self.chats.said), sorted(kinds))
        for said in self.chats.said:
            with self.subTest(kind=said.kind):
                self.check(said)
                self.assertIn(DEAL, said.body)
                self.assertIn("Anna Weber", said.body)
                self.assertEqual(said.headers["content-type"], "application/json; charset=utf-8")

    def test_messages_in_chinese(self):
        scene = self.scene(["feishu", "dingtalk", "wecom"], language="zh")
        scene.once_more()
        self.assertEqual(len(self.chats.said), 3)
        for said in self.chats.said:
            with self.subTest(kind=said.kind):
                self.check(said)
                self.assertRegex(said.body, "[\u4e00-\u9fff]{4}")

    def test_a_status_of_200_is_no_success_by_itself(self):
        scene = self.scene(["slack", "feishu", "dingtalk", "wecom"])
        self.chats.answers = {
            "slack": [(200, "<html>log in first</html>")], "feishu": [(200, '{"code":19021,"msg":"sign match fail"}')],
            "dingtalk": [(200, '{"errcode":310000,"errmsg":"sign not match"}')], "wecom": [(200, '{"errcode":-1}')],
        }
        scene.once_more()
        self.assertEqual(set(self.states(scene).values()), {"owed"})
        scene.once_more()
        self.assertEqual(set(self.states(scene).values()), {"delivered"})
        for kind in ("feishu", "dingtalk"):
            first, second = self.chats.of(kind)
            self.check(first)
            self.check(second)
            self.assertNotEqual(first.url + first.body, second.url + second.body, "signed anew at each attempt")

    def test_a_chat_that_is_gone_is_left_alone(self):
        scene = self.scene(["slack"])
        self.chats.answers = {"slack": [(404, "no_service")]}
        scene.once_more()
        self.assertEqual(self.states(scene), {"slack": "dead"})
        self.feed.add("Halden Pumps appoints Clara Voss as chief executive")
        scene.once_more()
        self.assertEqual(len(self.chats.said), 1)

    def test_what_a_chat_refuses_is_dead_with_its_words(self):
        scene = self.scene(["slack"])
        self.chats.answers = {"slack": [(400, "invalid_blocks")]}
        scene.once_more()
        ((state, answer),) = scene.rows("SELECT state, last_answer FROM outbox")
        self.assertEqual(state, "dead")
        self.assertIn("invalid_blocks", answer)
        scene.once_more()
        self.assertEqual(len(self.chats.said), 1)

    def test_a_chat_is_not_asked_before_it_wants_to_be(self):
        scene = self.scene(["discord", "slack"])
        self.chats.answers = {
            "discord": [(429, json.dumps({"message": "slow down", "retry_after": 8.2, "global": False}))],
            "slack": [(429, "rate_limited", {"Retry-After": "8"})],
        }
        for _ in range(6):
            scene.once_more()
        for kind, least in (("discord", 8.2), ("slack", 8)):
            first, second = self.chats.of(kind)
            self.assertGreaterEqual(second.at - first.at, least, kind)
        self.assertEqual(set(self.states(scene).values()), {"delivered"})

    def test_the_address_of_a_chat_is_told_to_nobody(self):
        scene = self.scene(["slack"])
        self.chats.answers = {"slack": [(500, "")] * 9}
        said = ""
        for _ in range(2):
            done = scene.once_more()
            said += done.stdout + done.stderr
        said += scene.tipoff("alert", "list").stdout
        said += str(scene.rows("SELECT channel, recipient, subject, body, last_answer FROM outbox"))
        self.assertNotIn("hidden", said)


if __name__ == "__main__":
    unittest.main()
