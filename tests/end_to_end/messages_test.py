"""Messages of every kind in the eyes of code that is not ours: JSON Schema, Standard Webhooks, Python's email package, feed readers."""

import base64
import copy
import email
import email.policy
import html.parser
import json
import re
import shutil
import subprocess
import sys
import unittest

import chat_rules
import external_verifier
import standard_webhooks
from exported_messages import exported
from tipoff_case import ROOT

ATTEMPT = 1599360473
MESSAGES = exported()

try:
    import jsonschema  # Debian: python3-jsonschema
except ImportError:
    jsonschema = None
try:
    import feedparser  # Debian: python3-feedparser
except ImportError:
    feedparser = None


def of(way):
    return [message for message in MESSAGES if message["way"] == way]


def strict(schema):
    """The schema, closed: a field that it does not describe is a fault."""
    closed = copy.deepcopy(schema)
    for definition in closed["$defs"].values():
        if "properties" in definition:
            definition["additionalProperties"] = False
            for part in definition["properties"].values():
                if "properties" in part:
                    part["additionalProperties"] = False
    closed["additionalProperties"] = False
    return closed


class Page(html.parser.HTMLParser):
    """What a page consists of."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.attributes, self.links, self.comments = set(), set(), [], 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_comment(self, data):
        self.comments += 1


@unittest.skipIf(MESSAGES is None, "the unit tests were not built")
class WebhooksTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hooks = of("webhook")
        cls.schema = json.loads((ROOT / "docs/webhook.schema.json").read_text())

    def test_there_are_bodies_of_every_type(self):
        types = {json.loads(hook["body"])["type"] for hook in self.hooks}
        self.assertEqual(types, set(self.schema["properties"]["type"]["enum"]))

    def test_every_body_is_below_20_kb(self):
        self.assertLess(max(len(hook["body"].encode()) for hook in self.hooks), 20_000)

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_every_body_is_as_the_schema_says_and_no_field_is_left_undescribed(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)
        validator = jsonschema.Draft202012Validator(strict(self.schema))
        for hook in self.hooks:
            faults = [error.message for error in validator.iter_errors(json.loads(hook["body"]))]
            self.assertEqual(faults, [], hook["body"])

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_the_schema_sees_what_is_wrong(self):
        validator = jsonschema.Draft202012Validator(strict(self.schema))
        good = json.loads(self.hooks[0]["body"])
        self.assertTrue(validator.is_valid(good))

        def spoilt(change):
            body = copy.deepcopy(good)
            change(body)
            return validator.is_valid(body)

        self.assertFalse(spoilt(lambda body: body["data"].pop("reason")))
        self.assertFalse(spoilt(lambda body: body["data"].update(more=1)))
        self.assertFalse(spoilt(lambda body: body["data"]["event"].update(url="javascript:alert(1)")))
        self.assertFalse(spoilt(lambda body: body["data"]["event"].update(title="a\nb")))
        self.assertFalse(spoilt(lambda body: body["data"]["event"].update(title="a\u202eb")))
        self.assertFalse(spoilt(lambda body: body["data"]["event"].update(certainty="sure")))
        self.assertFalse(spoilt(lambda body: body.update(timestamp="yesterday")))
        self.assertFalse(spoilt(lambda body: body.update(type="call_list.updated")))

    def test_both_secrets_verify_while_they_are_changed_and_a_third_does_not(self):
        for hook in self.hooks:
            headers = {name.lower(): value for name, value in hook["headers"].items()}
            for secret in hook["secrets"]:
                standard_webhooks.verify(secret, headers, hook["body"].encode(), ATTEMPT)
            with self.assertRaises(standard_webhooks.NotGenuine):
                standard_webhooks.verify("whsec_dGhpcmQ=", headers, hook["body"].encode(), ATTEMPT)

    def test_the_reference_library_agrees(self):
        asked, expected = [], []
        for hook in self.hooks:
            headers = {name.lower(): value for name, value in hook["headers"].items()}
            for secret in [*hook["secrets"], "whsec_dGhpcmQgc2VjcmV0IG9mIHRoZSB0ZXN0cw=="]:
                asked.append((secret, headers, hook["body"].encode()))
                expected.append("ok" if secret in hook["secrets"] else "No matching signature found")
        verdicts = external_verifier.verdicts(asked, at=ATTEMPT)
        if verdicts is not None:
            self.assertEqual(verdicts, expected)


@unittest.skipIf(MESSAGES is None, "the unit tests were not built")
class ChatsTest(unittest.TestCase):
    def test_each_chat_would_take_each_message(self):
        for kind in chat_rules.RULES:
            messages = of(kind)
            self.assertEqual(len(messages), 100, kind)
            for message in messages:
                with self.subTest(kind=kind, body=message["body"]):
                    secret = message["secrets"][0] if message["secrets"] else None
                    chat_rules.check(kind, message["body"], message["url"], secret, ATTEMPT)

    def test_the_known_answers_come_out(self):
        self.assertEqual(chat_rules.feishu_sign("demo", 1599360473), "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=")
        self.assertEqual(chat_rules.dingtalk_sign("SECdemo", 1599360473000), "tGWkA5eQOQNCNPDgphtxIoNLO+/gD8Lcb705KQoRzeY=")

    def test_a_message_that_was_changed_is_not_taken(self):
        feishu, dingtalk = of("feishu")[0], of("dingtalk")[0]
        for kind, body, url in (
            ("feishu", feishu["body"].replace('"sign":"', '"sign":"A'), feishu["url"]),
            ("dingtalk", dingtalk["body"], dingtalk["url"].replace("sign=", "sign=A")),
            ("slack", '{"text":"<!channel>","blocks":[]}', ""),
            ("discord", '{"content":"@everyone","allowed_mentions":{"parse":[]}}', ""),
            ("discord", '{"content":"a","allowed_mentions":{"parse":["everyone"]}}', ""),
            ("wecom", '{"msgtype":"markdown","markdown":{"content":"<@all>"}}', ""),
            ("wecom", json.dumps({"msgtype": "markdown", "markdown": {"content": "中" * 1_400}}), ""),
        ):
            with self.subTest(kind=kind), self.assertRaises(chat_rules.NotRight):
                chat_rules.check(kind, body, url, "SECof the tests", ATTEMPT)


@unittest.skipIf(MESSAGES is None, "the unit tests were not built")
class MailsTest(unittest.TestCase):
    HEADERS = ["Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "Auto-Submitted", "MIME-Version",
               "Content-Type"]

    @classmethod
    def setUpClass(cls):
        cls.mails = [(mail["title"], email.message_from_bytes(base64.b64decode(mail["raw"]), policy=email.policy.default))
                     for mail in of("mail")]

    def test_no_title_adds_a_header_or_leaves_a_defect(self):
        self.assertEqual(len(self.mails), 100)
        for title, mail in self.mails:
            with self.subTest(title=title):
                self.assertEqual(list(mail.keys()), self.HEADERS)
                self.assertEqual(mail.defects, [])
                self.assertEqual(mail["Subject"].defects, ())
                self.assertEqual([address.addr_spec for address in mail["To"].addresses], ["anna@sales.example"])

    def test_subjects_say_what_the_title_says(self):
        for title, mail in self.mails:
            with self.subTest(title=title):
                said = str(mail["Subject"])
                self.assertNotRegex(said, r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
                if 0 < len(title.encode()) <= 80 and re.fullmatch(r"[ -~]+", title):
                    self.assertIn(title, said)

    def test_there_are_two_parts_whatever_the_title(self):
        for title, mail in self.mails:
            with self.subTest(title=title):
                text, page = mail.iter_parts()
                self.assertEqual((text.get_content_type(), page.get_content_type()), ("text/plain", "text/html"))
                self.assertNotRegex(text.get_content().replace("\r\n", "\n"), r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

    def test_no_title_becomes_markup(self):
        for title, mail in self.mails:
            with self.subTest(title=title):
                page = Page(list(mail.iter_parts())[1].get_content())
                self.assertLessEqual(page.elements, {"html", "head", "meta", "body", "p", "span", "a"})
                self.assertLessEqual(page.attributes, {"lang", "charset", "name", "content", "style", "href"})
                self.assertEqual(page.comments, 0)
                for link in page.links:
                    self.assertRegex(link, r"^(https?://|tel:|mailto:)")

    def test_a_page_that_was_not_escaped_would_be_seen(self):
        page = Page("<p><script>alert(1)</script><img src=x onerror=alert(1)>")
        self.assertIn("script", page.elements)
        self.assertIn("onerror", page.attributes)


@unittest.skipIf(MESSAGES is None, "the unit tests were not built")
class FeedTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        (feed,) = of("atom")
        cls.xml = feed["body"].encode()

    def test_it_is_well_formed(self):
        if not shutil.which("xmllint"):
            print("notice: xmllint is not installed; its look at the feed is left out", file=sys.stderr)
            return
        done = subprocess.run(["xmllint", "--noout", "-"], input=self.xml, capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    @unittest.skipIf(feedparser is None, "python3-feedparser is not installed")
    def test_a_feed_reader_reads_it(self):
        feed = feedparser.parse(self.xml)
        self.assertFalse(feed.bozo, feed.get("bozo_exception"))
        self.assertEqual(len(feed.entries), 100)
        self.assertEqual(len({entry.id for entry in feed.entries}), 100)
        for entry in feed.entries:
            self.assertRegex(entry.id, r"^tag:tipoff\.invalid,2026:default/story/\d+/announced$")
            self.assertRegex(entry.link, r"^https?://")
            self.assertNotRegex(entry.content[0].value, r"<(?!/?(p|a|blockquote)\b)")


if __name__ == "__main__":
    unittest.main()
