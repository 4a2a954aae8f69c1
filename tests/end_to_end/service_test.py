"""The daemon as a service: polls, reloads, leaves in time, is alone on its store, and tells systemd."""

import os
import signal
import socket
import time
import unittest

from tipoff_case import TIPOFFD, Scene, eventually, stop

DEAL = "Nordwerk to acquire Tessin Valves"
APPOINTMENT = "Halden Pumps appoints Clara Voss as chief executive"


class NotifySocket:
    """What a service would tell systemd."""

    def __init__(self, folder):
        self.path = folder / "notify.sock"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(self.path))
        self.socket.setblocking(False)
        self.lines = []

    def said(self):
        while True:
            try:
                self.lines += self.socket.recv(65536).decode().split("\n")
            except BlockingIOError:
                return self.lines

    def has(self, beginning):
        return any(line.startswith(beginning) for line in self.said())

    def close(self):
        self.socket.close()


class TheService(unittest.TestCase):
    def scene(self, **servers):
        scene = self.enterContext(Scene(**servers))
        scene.first = scene.feed("/wire.xml")
        scene.write()
        return scene

    def started(self, scene, **options):
        """The daemon, once it has fetched the first feed and everything is calm."""
        process = scene.start(**options)
        eventually(lambda: scene.feeds.asked("/wire.xml"), what="the first fetch")
        eventually(lambda: len(scene.feeds.asked("/wire.xml")) >= 2, what="the second fetch")
        self.assertIsNone(process.poll(), scene.log())
        return process

    def test_a_new_item_is_told_within_seconds(self):
        scene = self.scene(hook=True)
        process = self.started(scene)
        scene.first.add(DEAL)
        eventually(lambda: scene.hook.received, 6, "the webhook")
        asked = [entry.at for entry in scene.feeds.asked("/wire.xml")]
        self.assertLess(max(later - earlier for earlier, later in zip(asked, asked[1:])), 2.5)
        took, code = stop(process)
        self.assertEqual(code, 0)
        self.assertLess(took, 2)

    def test_a_reload_takes_up_what_is_right(self):
        scene = self.scene()
        process = self.started(scene)
        scene.feed("/second.xml")
        scene.write()
        process.send_signal(signal.SIGHUP)
        eventually(lambda: scene.feeds.asked("/second.xml"), 5, "a fetch of the new feed")
        self.assertIsNone(process.poll())

    def test_a_reload_of_what_is_wrong_keeps_the_old_and_says_so(self):
        scene = self.scene(hook=True)
        process = self.started(scene)
        scene.config.write_text(scene.toml() + "\n[list]\nbroken = = 1\n")
        process.send_signal(signal.SIGHUP)
        eventually(lambda: "tipoff.toml" in scene.log(), 5, "a message about tipoff.toml")
        scene.first.add(DEAL)
        eventually(lambda: scene.hook.received, 6, "the webhook after the failed reload")
        self.assertIsNone(process.poll())
        scene.feed("/second.xml")
        scene.write()
        process.send_signal(signal.SIGHUP)
        eventually(lambda: scene.feeds.asked("/second.xml"), 5, "a fetch after the mended reload")

    def test_it_leaves_within_two_seconds_while_a_feed_and_a_mail_server_hang(self):
        for which in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=which.name), Scene(hook=True, mail=True) as scene:
                scene.first = scene.feed("/wire.xml")
                scene.feed("/hanging.xml", hangs=True)
                scene.write()
                scene.mail.never_answers_quit = True
                scene.hook.otherwise = "hang"
                process = self.started(scene)
                scene.first.add(DEAL)
                eventually(lambda: scene.mail.waiting_in_quit > 0, 8, "a QUIT without an answer")
                eventually(lambda: scene.hook.received and scene.feeds.asked("/hanging.xml"), 8, "the rest that hangs")
                begun = time.monotonic()
                process.send_signal(which)
                self.assertEqual(process.wait(10), 0, scene.log())
                self.assertLess(time.monotonic() - begun, 2)

    def test_feeds_stay_on_time_while_others_hang(self):
        scene = self.scene(mail=True)
        scene.feed("/hanging.xml", hangs=True)
        scene.write()
        scene.mail.never_answers_quit = True
        self.started(scene)
        scene.first.add(DEAL)
        eventually(lambda: scene.mail.waiting_in_quit > 0, 8, "a QUIT without an answer")
        since = time.time()
        time.sleep(5)
        polls = [entry for entry in scene.feeds.asked("/wire.xml") if entry.at > since]
        self.assertGreaterEqual(len(polls), 3)

    def test_a_mail_that_was_accepted_counts_though_quit_is_never_answered(self):
        scene = self.scene(mail=True)
        scene.mail.never_answers_quit = True
        process = self.started(scene)
        scene.first.add(DEAL)
        eventually(lambda: scene.mail.mails, 8, "the mail")
        scene.first.add(APPOINTMENT)
        eventually(lambda: scene.mail.waiting_in_quit > 0, 8, "a QUIT without an answer")
        stop(process)
        scene.mail.never_answers_quit = False
        scene.once()
        scene.once_more()
        ids = [mail.message["Message-ID"] for mail in scene.mail.mails]
        self.assertEqual(len(set(ids)), 2)

    def test_a_second_daemon_on_the_same_store_is_turned_away(self):
        scene = self.scene()
        first = self.started(scene)
        for command in ((TIPOFFD, "--config", scene.config), (TIPOFFD, "--config", scene.config, "--once")):
            second = scene.run(*command, timeout=20)
            self.assertEqual(second.returncode, 4, second.stderr)
            self.assertTrue(second.stderr.strip())
        self.assertIsNone(first.poll())
        stop(first)
        self.assertEqual(scene.try_once().returncode, 0)

    def test_systemd_hears_ready_status_reloading_and_stopping(self):
        scene = self.scene()
        notify = NotifySocket(scene.folder)
        self.addCleanup(notify.close)
        process = self.started(scene, notify_socket=notify.path)
        eventually(lambda: notify.has("READY=1"), 5, "READY=1")
        eventually(lambda: notify.has("STATUS="), 5, "STATUS")
        process.send_signal(signal.SIGHUP)
        eventually(lambda: notify.has("RELOADING=1"), 5, "RELOADING=1")
        eventually(lambda: notify.said().count("READY=1") >= 2, 5, "READY=1 after the reload")
        stop(process)
        self.assertTrue(notify.has("STOPPING=1"), notify.lines)

    def test_without_systemd_it_runs_as_well(self):
        scene = self.scene()
        process = self.started(scene)
        self.assertNotIn("NOTIFY_SOCKET", os.environ)
        self.assertEqual(stop(process)[1], 0)


if __name__ == "__main__":
    unittest.main()
