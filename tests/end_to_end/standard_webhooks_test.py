"""The harness's own check of signatures is right: against the known answer, and against what must not pass."""

import unittest

import standard_webhooks

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"test": 2432232314}'
HEADERS = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
NOW = 1614265330


class StandardWebhooks(unittest.TestCase):
    def test_the_known_answer_comes_out(self):
        answer = standard_webhooks.signature(SECRET, HEADERS["webhook-id"], HEADERS["webhook-timestamp"], BODY)
        self.assertEqual(answer, HEADERS["webhook-signature"])

    def test_a_genuine_message_passes(self):
        standard_webhooks.verify(SECRET, HEADERS, BODY, NOW)

    def test_one_right_signature_among_several_is_enough(self):
        rotating = {**HEADERS, "webhook-signature": "v1,AAAA " + HEADERS["webhook-signature"]}
        standard_webhooks.verify(SECRET, rotating, BODY, NOW)

    def test_a_changed_message_does_not_pass(self):
        changed = [
            ({**HEADERS, "webhook-id": "msg_other"}, BODY, NOW),
            ({**HEADERS, "webhook-timestamp": "1614265331"}, BODY, NOW),
            ({**HEADERS, "webhook-signature": "v1,AAAA"}, BODY, NOW),
            ({key: HEADERS[key] for key in ("webhook-id", "webhook-timestamp")}, BODY, NOW),
            (HEADERS, BODY + b" ", NOW),
            (HEADERS, BODY, NOW + 301),
        ]
        for headers, body, now in changed:
            with self.subTest(headers=headers, body=body, now=now), self.assertRaises(standard_webhooks.NotGenuine):
                standard_webhooks.verify(SECRET, headers, body, now)


if __name__ == "__main__":
    unittest.main()
