"""Chaos: receivers that fail in every way, kill -9, a full disk and a clock that jumps; afterwards everything must be accounted for.

usage: chaos.py TIPOFFD [STORIES] [SEED]        1,000 stories of two states each on 4 channels: 2,000 events, 8,000 notices

Checked, and counted:
  - every state of every story has a notice on every channel; each is delivered (and its receiver said 200), dead with its reason, or
    replaced by a later state, with the reason
  - what arrived more than once has the same id, body for body
  - of one story no earlier state arrives after a later one
  - after a 429 was heard (it stands in the log) nothing comes to its receiver before Retry-After has passed
"""

import asyncio
import base64
import collections
import hashlib
import hmac
import os
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import time

from news_town import SECRET, Daemon, Feeds, Receiver, configure, fields, names

FAKETIME = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
FEEDS = 20
LONG = ["200ms", "500ms", "1s", "2s", "2s", "2s", "2s", "2s", "2s", "2s", "2s"]
SHORT = ["200ms", "500ms", "1s"]
INFLIGHT = 0.5  # seconds: a request that was on its way when the 429 was heard arrives within it
STALE = float(os.environ.get("STALE", "600"))  # seconds of the whole run


class Chaos:
    def __init__(self, program, stories, seed):
        self.program, self.stories, self.seed = program, stories, seed
        self.random = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tipoff-chaos-"))
        self.kills = self.left = self.full = self.jumps = 0
        self.heard = []  # (receiver, id, at): a 429 that stands in the log
        self.restarts = []
        self.forward = []  # when the clock was set forward
        self.offset = 0
        self.all_added = self.stopping = False

    def mood(self):
        """What a receiver does with a request."""
        throw = self.random.random()
        if throw < 0.70:
            return 200
        if throw < 0.86:
            return 500
        if throw < 0.88:
            return (429, self.random.choice([1, 2]))
        if throw < 0.885:
            return "hang"
        if throw < 0.95:
            return "reset"
        return 503

    async def run(self):
        self.feeds = await Feeds().start()
        self.receivers = [await Receiver(f"hook{n}", self.mood).start() for n in range(4)]
        self.accounts = names(self.stories)
        for feed in range(FEEDS):
            self.feeds.items[f"/{feed}.xml"] = []
        retries = [LONG, LONG, LONG, SHORT]
        configure(self.folder, self.accounts, [self.feeds.url(n) for n in range(FEEDS)], list(zip(self.receivers, retries)))
        self.clock = self.folder / "clock"
        self.clock.write_text("+0")
        environment = {"TIPOFF_CHAOS": "1"}
        if FAKETIME:
            environment |= {
                "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1", "FAKETIME_XRESET": "0",
            }
        self.daemon = Daemon(self.program, self.folder, environment)
        self.daemon.on_line = self.read_line
        self.begun = time.monotonic()
        adding = asyncio.create_task(self.add_events())
        await self.trouble()
        await adding
        return self.verdict()

    def read_line(self, line):
        if ("alert.owed" in line or "alert.dead" in line) and "HTTP 429" in line:
            found = fields(line)
            receiver = next(r for r in self.receivers if r.name == found["channel"])
            self.heard.append((receiver, found["id"], time.monotonic()))

    async def add_events(self):
        """Every story twice: announced, and some seconds later completed."""
        plan = []
        for number, name in enumerate(self.accounts):
            at = self.random.uniform(2, 40)
            plan.append((at, number, f"{name} AG to acquire Tessin Valves"))
            plan.append((at + self.random.uniform(1.5, 15), number, f"{name} AG completes acquisition of Tessin Valves"))
        for at, number, title in sorted(plan):
            await asyncio.sleep(max(0, self.begun + at - time.monotonic()))
            self.feeds.add(number % FEEDS, title)
        self.all_added = True

    async def trouble(self):
        """Starts, torments and kills, until nothing is owed any more."""
        while True:
            self.restarts.append(time.monotonic())
            if await self.daemon.start():
                await self.torment()
                if self.all_added and self.is_done():
                    return await self.daemon.stop()
                if time.monotonic() - self.begun > STALE:
                    print("it does not come to an end")
                    return await self.daemon.stop()
            if self.daemon.process.returncode is None:
                self.kills += 1
            else:
                self.left += 1
            await self.daemon.kill()
            self.let_feeds_be_due()

    async def torment(self):
        """Half a second to two, with a full disk or a jump of the clock in some of them."""
        life = self.random.uniform(0.5, 2)
        event = self.random.random()
        await asyncio.sleep(life / 2)
        if event < 0.2 and self.daemon.process.returncode is None:
            self.full += 1
            self.daemon.let_files_grow_to(4096)
            await asyncio.sleep(self.random.choice([0.5, 1, 5]))
            if self.daemon.process.returncode is None:
                self.daemon.let_files_grow_to(None)
        elif event < 0.45 and FAKETIME:
            self.jumps += 1
            offset = self.random.choice([-7200, -600, -30, 0, 30, 600, 7200])
            if offset > self.offset:
                self.forward.append(time.monotonic())
            self.offset = offset
            self.clock.write_text(f"{offset:+d}")
        await asyncio.sleep(life / 2)

    def let_feeds_be_due(self):
        """The schedule of feeds follows the clock on the wall, and is not what is tried here."""
        if not (self.folder / "tipoff.db").exists():
            return
        try:
            with sqlite3.connect(self.folder / "tipoff.db", timeout=10) as store:
                store.execute("UPDATE feed_state SET next_due = 0")
        except sqlite3.OperationalError:
            pass  # the store is not made yet

    def rows(self, query):
        with sqlite3.connect(f"file:{self.folder / 'tipoff.db'}?mode=ro", uri=True, timeout=10) as store:
            return store.execute(query).fetchall()

    def is_done(self):
        try:
            completed = self.rows("SELECT count(*) FROM story WHERE certainty = 2")[0][0]
            waiting = self.rows("SELECT (SELECT count(*) FROM outbox WHERE state = 'owed') + (SELECT count(*) FROM notice WHERE state = 'held')"
                                " + (SELECT count(*) FROM story_change)")[0][0]
        except sqlite3.OperationalError:
            return False
        return completed == self.stories and waiting == 0

    # --- what came of it

    def verdict(self):
        faults = []
        for check in (self.check_complete, self.check_duplicates, self.check_order, self.check_patience, self.check_signed, self.check_store):
            faults += check()
        for fault in faults[:20]:
            print("BREACH:", fault)
        answers = collections.Counter(str(a["answer"]) for r in self.receivers for a in r.arrivals)
        print(f"seed {self.seed}, {time.monotonic() - self.begun:.0f} s: {self.kills} kills, {self.left} times left by itself,"
              f" {self.full} times a full disk, {self.jumps} jumps of the clock{'' if FAKETIME else ' (no libfaketime)'}")
        print("receivers answered: " + ", ".join(f"{count} x {answer}" for answer, count in answers.most_common()))
        print(f"{len(faults)} breaches")
        if not faults:
            shutil.rmtree(self.folder)
        else:
            print("kept:", self.folder)
        return 1 if faults else 0

    def check_complete(self):
        """Every state is told, dead or replaced, and says why."""
        faults, states = [], collections.Counter()
        accepted = {(r.name, a["id"]) for r in self.receivers for a in r.arrivals if a["answer"] == 200}
        notices = self.rows("SELECT n.channel, n.account, n.certainty, n.state, n.why, o.state, o.last_answer, o.message_id FROM notice n"
                            " LEFT JOIN outbox o ON o.id = n.message")
        seen = collections.defaultdict(set)
        for channel, account, certainty, state, why, sent, answer, message in notices:
            seen[channel, account].add(certainty)
            fate = state if state != "told" else sent
            states[fate] += 1
            if fate == "delivered" and (channel, message) not in accepted:
                faults.append(f"{channel} {account} {certainty}: marked delivered, but its receiver never said so")
            if fate == "dead" and not answer or fate == "dropped" and not why or fate not in ("delivered", "dead", "dropped"):
                faults.append(f"{channel} {account} {certainty}: {fate}, and no reason")
            if fate == "dropped" and certainty == "completed":
                faults.append(f"{channel} {account}: the last state is not told: {why}")
        for receiver in self.receivers:
            for number in range(self.stories):
                if "completed" not in seen[receiver.name, f"a{number}"]:
                    faults.append(f"{receiver.name} a{number}: no notice of its last state")
        merged = 2 * 4 * self.stories - len(notices)
        print(f"{len(notices)} notices: {states['delivered']} delivered, {states['dead']} dead, {states['dropped']} replaced before they were sent;"
              f" {merged} states were overtaken before anybody published them")
        return faults

    def check_duplicates(self):
        faults, more, again = [], 0, 0
        for receiver in self.receivers:
            by_id = collections.defaultdict(list)
            for arrival in receiver.arrivals:
                by_id[arrival["id"]].append(arrival)
            for id, arrivals in by_id.items():
                if len({a["body"] for a in arrivals}) > 1:
                    faults.append(f"{receiver.name}: two bodies under {id}")
                taken = sum(a["answer"] == 200 for a in arrivals)
                more += max(0, taken - 1)
                again += len(arrivals) - 1
            by_state = collections.defaultdict(set)
            for arrival in receiver.arrivals:
                by_state[arrival["story"], arrival["certainty"]].add(arrival["id"])
            faults += [f"{receiver.name}: {state} under {len(ids)} ids" for state, ids in by_state.items() if len(ids) > 1]
        print(f"{again} further attempts; {more} messages were accepted again, with the same id")
        return faults

    def check_order(self):
        faults = []
        for receiver in self.receivers:
            completed = set()
            for arrival in sorted(receiver.arrivals, key=lambda a: a["at"]):
                if arrival["certainty"] == "completed":
                    completed.add(arrival["story"])
                elif arrival["story"] in completed:
                    faults.append(f"{receiver.name}: story {arrival['story']} was {arrival['certainty']} after it was completed")
        return faults

    def check_patience(self):
        """A hold that the clock's owner cut short between two lives of the daemon is counted apart."""
        faults, excused = [], 0
        for receiver, id, at in self.heard:
            asked = [a for a in receiver.arrivals if a["id"] == id and isinstance(a["answer"], tuple) and a["answered"] <= at]
            if not asked:
                continue
            until = asked[-1]["answered"] + asked[-1]["answer"][1]
            for arrival in receiver.arrivals:
                if not at + INFLIGHT < arrival["at"] < until:
                    continue
                jumps = [jump for jump in self.forward if jump < arrival["at"]]
                if jumps and any(jumps[0] < restart < arrival["at"] and restart > asked[-1]["answered"] for restart in self.restarts) and any(
                    asked[-1]["answered"] - 0.1 < jump for jump in jumps
                ):
                    excused += 1
                else:
                    faults.append(f"{receiver.name}: asked for {until - arrival['at']:.2f} s more")
        print(f"{len(self.heard)} times 429 was heard; {excused} requests came early because the clock was set forward while the daemon was down")
        return faults

    def check_signed(self):
        key = base64.b64decode(SECRET.removeprefix("whsec_"))
        faults = []
        for receiver in self.receivers:
            for a in receiver.arrivals:
                signed = f"{a['id']}.{a['stamp']}.".encode() + a["body"]
                wanted = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
                if wanted not in a["signature"].split():
                    faults.append(f"{receiver.name}: {a['id']} is not signed")
        return faults

    def check_store(self):
        wrong = self.rows("PRAGMA integrity_check")
        return [] if wrong == [("ok",)] else [f"the store is damaged: {wrong[0][0]}"]


if __name__ == "__main__":
    stories = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int.from_bytes(os.urandom(2), "big")
    sys.exit(asyncio.run(Chaos(sys.argv[1], stories, seed).run()))
