"""Push: a feed that names a hub is subscribed to, and what the hub sends becomes an alert without a poll."""

import http.client
import signal
import socket
import subprocess
import unittest

from feed_server import Feed
from hub_server import HubServer, call
from tipoff_case import TIPOFF, Scene, eventually, genuine, stop

DEAL = "Nordwerk to acquire Tessin Valves"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def document(title, **more):
    """What the hub sends: a feed with one new item."""
    feed = Feed(title="wire", **more)
    feed.add(title, age=60)
    return feed.rss()


class Pushed(unittest.TestCase):
    """A scene whose only feed names a hub, with `tipoff serve` beside it."""

    def setUp(self):
        self.scene = self.enterContext(Scene(hook=True))
        self.hub = HubServer()
        self.addCleanup(self.hub.stop)
        self.port = free_port()
        self.scene.interval = "1h"
        self.scene.extra = f'[push]\ncallback = "http://127.0.0.1:{self.port}/push"\nmax_body = 65536\n'
        self.topic = self.scene.feeds.url("/wire.xml")
        self.feed = self.scene.feed("/wire.xml", headers={"Link": f'<{self.hub.url}>; rel="hub", <{self.topic}>; rel="self"'})
        self.scene.write()

    def serve(self):
        log = self.scene.folder / "serve.log"
        with open(log, "ab") as out:
            process = subprocess.Popen(
                [TIPOFF, "--config", str(self.scene.config), "serve", "--listen", f"127.0.0.1:{self.port}"],
                cwd=self.scene.folder, stdout=out, stderr=out,
            )
        self.scene.running.append(process)
        eventually(lambda: "listening at" in log.read_text(), what="tipoff serve")
        return process

    def subscribed(self):
        """Both programs run, and the hub has agreed."""
        self.server = self.serve()
        self.daemon = self.scene.start()
        eventually(lambda: self.hub.verified(), what="a verified subscription")

    def test_what_a_hub_sends_becomes_an_alert_without_a_poll(self):
        self.subscribed()
        form = self.hub.asked[0].form
        self.assertEqual(form["hub.topic"], self.topic)
        self.assertRegex(form["hub.callback"], rf"^http://127\.0\.0\.1:{self.port}/push/[0-9a-f]{{32}}$")
        self.assertRegex(form["hub.secret"], r"^[0-9a-f]{64}$")
        self.assertGreater(int(form["hub.lease_seconds"]), 0)

        self.assertEqual(self.hub.push(document(DEAL)), 202)
        eventually(lambda: self.scene.hook.received, 6, "the webhook")
        genuine(self.scene.hook.received[0])
        self.assertEqual(len(self.scene.feeds.asked("/wire.xml")), 1)
        self.assertEqual([event["account"] for event in self.scene.events()], ["nordwerk"])
        self.assertEqual(self.scene.rows("SELECT count(*) FROM push"), [(0,)])

    def test_every_method_of_signature_is_understood(self):
        self.subscribed()
        titles = [DEAL, "Halden Pumps to acquire Corvin Seals", "Brightmoor Foods to acquire Ostra Mills", "Nordwerk appoints Ada Lund as COO"]
        for method, title in zip(("sha1", "sha256", "sha384", "sha512"), titles):
            self.assertEqual(self.hub.push(document(title), method), 202)
        eventually(lambda: self.scene.rows("SELECT count(*) FROM article") == [(4,)], what="four articles")

    def test_what_is_wrongly_signed_is_accepted_and_ignored(self):
        self.subscribed()
        self.assertEqual(self.hub.push(document(DEAL), secret="guessed"), 202)
        self.assertEqual(self.hub.push(document(DEAL), signature=""), 202)
        self.assertEqual(self.hub.push(document(DEAL), signature="sha256=" + "0" * 64), 202)
        self.assertEqual(self.hub.push(document("Halden Pumps to acquire Corvin Seals")), 202)
        eventually(lambda: self.scene.events(), what="the event of what was well signed")
        self.assertEqual([event["account"] for event in self.scene.events()], ["halden"])

    def test_who_guesses_a_path_learns_nothing(self):
        self.subscribed()
        base = f"http://127.0.0.1:{self.port}/push"
        for path in ("", "/", "/" + "0" * 32, "/" + "0" * 31, "/../push/" + "0" * 32):
            self.assertEqual(call(base + path)[0], 404, path)
            self.assertEqual(call(base + path, document(DEAL))[0], 404, path)

    def test_a_verification_that_nobody_asked_for_is_refused(self):
        self.subscribed()
        form = self.hub.asked[0].form
        self.assertEqual(self.hub.verify(form, topic=self.topic + "?other"), (404, False))
        self.assertEqual(self.hub.verify(form, mode="unsubscribe"), (404, False))
        self.assertEqual(self.hub.verify(form, lease_seconds="soon"), (404, False))
        self.assertEqual(self.hub.push(document(DEAL)), 202)
        eventually(lambda: self.scene.events(), what="the event: the subscription stands")

    def test_a_body_over_the_cap_is_refused(self):
        self.subscribed()
        self.assertEqual(self.hub.push(document(DEAL) + b" " * 70_000), 413)
        self.assertEqual(self.scene.rows("SELECT count(*) FROM push"), [(0,)])

    def test_a_lease_is_renewed_before_it_ends(self):
        self.hub.lease = 14
        self.subscribed()
        self.hub.lease = 86400
        eventually(lambda: len(self.hub.verified()) >= 2, 16, "the renewal")
        first, second = self.hub.verified()[:2]
        self.assertLess(second.at - first.at, 14)
        self.assertEqual(first.form["hub.callback"], second.form["hub.callback"])

    def test_what_comes_while_no_daemon_runs_waits_for_it(self):
        self.subscribed()
        stop(self.daemon)
        self.assertEqual(self.hub.push(document(DEAL)), 202)
        self.assertEqual(self.scene.rows("SELECT count(*) FROM push"), [(1,)])
        self.scene.start()
        eventually(lambda: self.scene.hook.received, 8, "the webhook")

    def test_a_feed_that_is_removed_is_unsubscribed_from(self):
        self.subscribed()
        self.scene.feed_urls.clear()
        self.scene.feed("/other.xml")
        self.scene.write()
        self.daemon.send_signal(signal.SIGHUP)
        eventually(lambda: self.hub.verified("unsubscribe"), 8, "the end of the subscription")
        eventually(lambda: self.scene.rows("SELECT count(*) FROM subscription") == [(0,)], what="its row to go")

    def test_a_hub_that_is_out_of_order_leaves_the_feed_to_be_polled(self):
        self.hub.status = 500
        self.scene.interval = "1s"
        self.scene.write()
        self.serve()
        self.scene.start()
        eventually(lambda: self.hub.asked, what="a request to the hub")
        self.feed.add(DEAL)
        eventually(lambda: self.scene.hook.received, 8, "the webhook, by polling")

    def test_the_server_answers_only_under_its_own_names(self):
        process = self.serve()
        self.assertEqual(call(f"http://127.0.0.1:{self.port}/healthz")[0], 200)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/healthz", headers={"Host": "evil.example"})
        self.assertEqual(connection.getresponse().status, 421)
        connection.close()
        took, code = stop(process)
        self.assertEqual(code, 0)
        self.assertLess(took, 2)


if __name__ == "__main__":
    unittest.main()
