"""Bad input: a clear message with its place, the right exit code, and nothing lost."""

import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time
import unittest

import tipoff_case
from tipoff_case import TIPOFF, TIPOFFD, Scene

DEAL = "Nordwerk to acquire Tessin Valves"
NOBODY = 65534
BROKEN_RULE = """\
language = "en"

[[rule]]
id = "acquisition.en.broken"
event = "acquisition"
pattern = '\\bto (acquire'
fires = ["[Nordwerk] to acquire Tessin Valves"]
"""


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


class BadInput(unittest.TestCase):
    def scene(self, **servers):
        """A scene that has run once and holds an event."""
        scene = self.enterContext(Scene(**servers))
        scene.wire = scene.feed("/wire.xml")
        scene.wire.add(DEAL)
        scene.write()
        scene.once()
        self.assertEqual(len(scene.events()), 1)
        return scene

    def refused(self, done, code, *parts):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        for part in parts:
            self.assertIn(part, done.stderr)

    def refused_by_all(self, scene, code, *parts):
        """`tipoff check` and the daemon say the same, and no file has changed."""
        before = scene.contents()
        self.refused(scene.tipoff("check"), code, *parts)
        self.refused(scene.try_once(), code, *parts)
        self.refused(scene.run(TIPOFFD, "--config", scene.config, timeout=20), code, *parts)
        self.assertEqual(scene.contents(), before)


class WhatPeopleWrote(BadInput):
    """Exit 3, with file and line."""

    def refused_config(self, text, wrong, *parts):
        scene = self.scene()
        scene.config.write_text(text(scene))
        self.refused_by_all(scene, 3, f"tipoff.toml:{line_of(text(scene), wrong)}", *parts)

    def test_toml_that_is_broken(self):
        self.refused_config(lambda scene: scene.toml() + "\n[fetch\n", "[fetch")

    def test_a_key_that_is_unknown_with_the_nearest_that_is_not(self):
        self.refused_config(
            lambda scene: scene.toml().replace("interval = ", "intervall = "), "intervall", "intervall", "interval"
        )

    def test_three_industries(self):
        self.refused_config(
            lambda scene: scene.toml().replace('["Manufacturing"]', '["Manufacturing", "Logistics", "Retail"]'),
            "industries", "industries",
        )

    def test_a_pattern_that_is_no_regular_expression(self):
        scene = self.scene()
        rules = scene.folder / "rules"
        rules.mkdir()
        (rules / "broken.toml").write_text(BROKEN_RULE)
        scene.config.write_text(scene.toml().replace(str(scene.rules), "rules"))
        self.refused_by_all(scene, 3, f"broken.toml:{line_of(BROKEN_RULE, 'pattern')}", "pattern")

    def test_an_account_without_a_name(self):
        scene = self.scene()
        accounts = scene.folder / "accounts.csv"
        accounts.write_text(scene.accounts + "x1,,,Manufacturing,Germany,,,,,\n")
        self.refused_by_all(scene, 3, f"accounts.csv:{len(accounts.read_text().splitlines())}", "name")

    def test_accounts_that_are_not_there(self):
        scene = self.scene()
        (scene.folder / "accounts.csv").unlink()
        self.refused_by_all(scene, 3, "accounts.csv")

    def test_all_complaints_come_at_once(self):
        scene = self.scene()
        text = scene.toml().replace("interval = ", "intervall = ").replace('["Manufacturing"]', '["A", "B", "C"]')
        scene.config.write_text(text)
        (scene.folder / "accounts.csv").write_text("id,name\nx1,\n")
        self.refused_by_all(scene, 3, "intervall", "industries", "accounts.csv:2")

    def test_once_it_is_mended_all_is_as_before(self):
        scene = self.scene(hook=True)
        right = scene.config.read_text()
        scene.config.write_text(right + "\nbroken = = 1\n")
        self.refused(scene.try_once(), 3, "tipoff.toml")
        scene.config.write_text(right)
        scene.wire.add("Halden Pumps appoints Clara Voss as chief executive")
        scene.once_more()
        self.assertEqual((len(scene.events()), len(scene.hook.received)), (2, 1))


class WrongUse(BadInput):
    """Exit 2."""

    def test_a_command_or_an_option_that_does_not_exist(self):
        with Scene() as scene:
            for command in ((TIPOFF, "lsit"), (TIPOFF, "list", "--frobnicate"), (TIPOFFD, "--frobnicate")):
                with self.subTest(command=command):
                    self.refused(scene.run(*command, timeout=20), 2, str(command[-1]))


class TheStore(BadInput):
    """Exit 4, and the bytes that were there are there still."""

    def unusable(self, scene, *parts):
        before = scene.store.read_bytes()
        for done in (
            scene.try_once(),
            scene.run(TIPOFFD, "--config", scene.config, timeout=60),
            scene.tipoff("list"),
            scene.tipoff("event", "list"),
        ):
            self.refused(done, 4, *parts)
        self.assertEqual(scene.store.read_bytes(), before)

    def test_a_file_that_is_no_database(self):
        scene = self.scene()
        scene.store.write_bytes(b"This is my diary, not a database.\n" * 400)
        self.unusable(scene, "tipoff.db")

    def test_a_database_of_another_program(self):
        scene = self.scene()
        scene.store.unlink()
        with contextlib.closing(sqlite3.connect(scene.store)) as connection:
            connection.execute("CREATE TABLE recipe (name TEXT)")
            connection.commit()
        self.unusable(scene, "tipoff.db")

    def test_a_database_from_a_newer_version(self):
        scene = self.scene()
        with contextlib.closing(sqlite3.connect(scene.store)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA user_version = 9999")
        self.unusable(scene, "newer", "9999")

    def test_a_disk_that_is_full_and_then_is_not(self):
        disk = pathlib.Path(tempfile.mkdtemp(prefix="tipoff-disk-"))
        self.addCleanup(shutil.rmtree, disk, True)
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=755", "tmpfs", str(disk)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            self.skipTest("notice: a small file system cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(disk)], check=False)
        scene = self.enterContext(Scene(hook=True))
        scene.store = disk / "tipoff.db"
        feed = scene.feed("/wire.xml")
        feed.add(DEAL)
        scene.write()
        scene.once()
        self.fill(disk, leave=96 * 1024)
        for number in range(200):
            feed.add(f"Harvest report number {number}", f"Report {number}. " + "Rain and sun took turns all week. " * 60)
        feed.add("Halden Pumps appoints Clara Voss as chief executive")
        time.sleep(2.1)  # until the feed is due again
        done = scene.run(TIPOFFD, "--config", scene.config, "--once")
        self.refused(done, 4)
        self.assertRegex(done.stderr, r"(?i)full|no space")
        self.assertEqual(scene.rows("PRAGMA integrity_check"), [("ok",)])
        (disk / "filler").unlink()
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        scene.once_more()
        scene.once_more()
        self.assertEqual(scene.rows("SELECT count(*) FROM article"), [(202,)])
        self.assertEqual(len(scene.events()), 2)
        self.assertEqual(len({hook.id for hook in scene.hook.received}), 1)

    @staticmethod
    def fill(disk, leave):
        status = os.statvfs(disk)
        free = status.f_bavail * status.f_frsize
        (disk / "filler").write_bytes(b"\0" * max(free - leave, 0))

    def test_a_directory_that_may_not_be_written(self):
        with tempfile.TemporaryDirectory(prefix="tipoff-programs-") as programs:
            pathlib.Path(programs).chmod(0o755)
            for program in (TIPOFF, TIPOFFD):
                shutil.copy(program, programs)  # whoever runs this may not be allowed into the build folder
            scene = self.enterContext(Scene())
            shutil.copytree(tipoff_case.ROOT / "rules", scene.folder / "rules")
            scene.rules = scene.folder / "rules"
            scene.feed("/wire.xml").add(DEAL)
            state = scene.folder / "state"
            state.mkdir()
            scene.store = state / "tipoff.db"
            scene.write()
            with self.subTest("no store yet"):
                self.read_only(scene, state, programs)
                self.assertFalse(scene.store.exists())
            state.chmod(0o755)
            scene.once()
            with self.subTest("a store of someone else"):
                before = scene.store.read_bytes()
                self.read_only(scene, state, programs)
                self.assertEqual(scene.store.read_bytes(), before)

    def read_only(self, scene, state, programs):
        state.chmod(0o555)
        someone = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        done = scene.run(f"{programs}/tipoffd", "--config", scene.config, "--once", **someone)
        self.refused(done, 4, str(state))


if __name__ == "__main__":
    unittest.main()
