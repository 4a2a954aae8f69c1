"""Mail through servers that misbehave: every recipient ends in the right state, and nobody gets a second copy but after a connection that
was lost behind the message."""

import collections
import json
import unittest

import mail_server
from mail_server import MailServer
from tipoff_case import Scene

DEAL = "Nordwerk to acquire Tessin Valves"
GREYLISTED = "451 4.7.1 greylisted, try later"
FULL = "452 4.2.2 mailbox full"
UNKNOWN = "550 5.1.1 no such user"


class MailFaults(unittest.TestCase):
    def scene(self, to, security="starttls", without=(), user=True, password=mail_server.PASSWORD, extra=""):
        """A scene whose only alert is mail to these recipients; its server in `self.server`."""
        scene = self.enterContext(Scene())
        self.server = MailServer(scene.folder, security, without)
        self.addCleanup(self.server.stop)
        login = f'user = "{mail_server.USER}"\npassword = {json.dumps(password)}\n' if user else ""
        scene.extra = (
            f'[[alert]]\nname = "team"\ntype = "email"\nserver = "{self.server.url}"\nfrom = "tipoff@sales.example"\n'
            f'to = {json.dumps(to)}\n{login}ca_file = "{self.server.certificate}"\nretry = ["1s", "1s", "1s"]\n{extra}'
        )
        self.feed = scene.feed("/wire.xml")
        scene.write()
        scene.once()
        self.feed.add(DEAL, "Nordwerk AG said on Monday it will acquire Tessin Valves for 300 million euros.")
        return scene

    def states(self, scene):
        return dict(scene.rows("SELECT recipient, state FROM outbox"))

    def copies(self):
        """Recipient to how many mails were accepted for it."""
        return collections.Counter(recipient for mail in self.server.mails for recipient in mail.recipients)

    def test_each_of_several_recipients_has_a_result_of_its_own(self):
        to = [f"{name}@sales.example" for name in ("anna", "grey", "full", "bad", "ben", "late", "lost", "never")]
        anna, grey, full, bad, ben, late, lost, never = to
        scene = self.scene(to)
        self.server.codes = {grey: [GREYLISTED] * 2, full: [FULL] * 9, bad: [UNKNOWN] * 9}
        self.server.after_data = {late: ["451 4.3.0 temporary failure"], lost: ["drop"], never: ["554 5.7.1 refused"]}
        scene.once_more()
        self.assertEqual(
            self.states(scene),
            {anna: "delivered", ben: "delivered", grey: "owed", full: "owed", bad: "dead", late: "owed", lost: "owed", never: "dead"},
        )
        ids = dict(scene.rows("SELECT recipient, message_id FROM outbox"))
        for _ in range(4):
            scene.once_more()
        self.assertEqual(
            self.states(scene),
            {anna: "delivered", ben: "delivered", grey: "delivered", full: "dead", bad: "dead", late: "delivered", lost: "delivered",
             never: "dead"},
        )
        self.assertEqual(self.copies(), {anna: 1, ben: 1, grey: 1, late: 1, lost: 2})
        for mail in self.server.mails:
            self.assertEqual(mail.message["Message-ID"], ids[mail.recipients[0]])
        lost_copies = [mail.raw for mail in self.server.mails if mail.recipients == [lost]]
        self.assertEqual(lost_copies[0], lost_copies[1])
        asked = collections.Counter(recipient for _, recipient, _ in self.server.asked)
        self.assertEqual(asked, {anna: 1, ben: 1, grey: 3, full: 4, bad: 1, late: 2, lost: 2, never: 1})
        answers = dict(scene.rows("SELECT recipient, last_answer FROM outbox"))
        self.assertEqual(answers[bad], "SMTP " + UNKNOWN)
        self.assertEqual(answers[full], "given up after 4 attempts: SMTP " + FULL)

    def test_tls_from_the_first_byte(self):
        scene = self.scene(["anna@sales.example"], security="implicit")
        scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "delivered"})
        self.assertEqual([mail.login for mail in self.server.mails], [mail_server.USER])

    def test_a_server_that_knows_only_login(self):
        scene = self.scene(["anna@sales.example"], without=["PLAIN"])
        scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "delivered"})
        self.assertEqual(self.server.mechanisms, ["LOGIN"])

    def test_a_server_that_knows_only_plain(self):
        scene = self.scene(["anna@sales.example"], without=["LOGIN"])
        scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "delivered"})
        self.assertEqual(self.server.mechanisms, ["PLAIN"])

    def test_a_wrong_password_leaves_the_mail_owed_and_is_not_told_to_anybody(self):
        scene = self.scene(["anna@sales.example"], password="hunter-2-wrong")
        done = scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "owed"})
        self.assertEqual(self.server.mails, [])
        (answer,) = scene.rows("SELECT last_answer FROM outbox")[0]
        self.assertIn("535", answer)
        self.assertNotIn("hunter-2", answer + done.stderr + done.stdout)

    def test_without_encryption_nothing_leaves(self):
        scene = self.scene(["anna@sales.example"], security="none", user=False)
        scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "owed"})
        self.assertEqual((self.server.mails, self.server.asked), ([], []))

    def test_plain_text_only_where_it_is_written(self):
        scene = self.scene(["anna@sales.example"], security="none", user=False, extra='tls = "none"\n')
        scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "delivered"})
        self.assertFalse(self.server.mails[0].tls)

    def test_a_certificate_that_nobody_vouches_for_is_not_trusted(self):
        scene = self.scene(["anna@sales.example"])
        scene.extra = scene.extra.replace("ca_file", "# ca_file")
        scene.write()
        scene.once_more()
        self.assertEqual(self.states(scene), {"anna@sales.example": "owed"})
        self.assertEqual((self.server.mails, self.server.mechanisms), ([], []))


if __name__ == "__main__":
    unittest.main()
