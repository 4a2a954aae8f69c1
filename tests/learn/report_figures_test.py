"""The figures of the call report against an independent computation, on three data sets.

Everything is counted anew here from the definitions in docs/learning.md, with the standard library alone: Wilson's bounds
as roots of his equation, the exact test with whole numbers, the odds ratio by bisection.

REPORT_DRIVER names the program that prints the report of accounts given on standard input (tests/learn/report_driver.cpp).
"""
import json
import math
import os
import random
import statistics
import subprocess
import unittest
from collections import Counter, defaultdict
from fractions import Fraction

DAY = 86400
NOW = 1_790_000_000
Z = statistics.NormalDist().inv_cdf(0.975)


# Definitions

def root(function, low, high):
    """Where an increasing function is 0."""
    for _ in range(200):
        middle = (low + high) / 2
        if function(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def wilson(won, n):
    if n == 0:
        return [0, 1]
    share = won / n

    def distance(p):  # in standard deviations under p
        return (p - share) / math.sqrt(p * (1 - p) / n) if 0 < p < 1 else math.copysign(math.inf, p - share or 0.5 - p)

    low = 0 if won == 0 else root(lambda p: distance(p) + Z, 0, share)
    high = 1 if won == n else root(lambda p: distance(p) - Z, share, 1)
    return [low, high]


def deal(account, cycle):
    outcomes = [call["outcome"] for call in sorted(account["calls"], key=lambda call: call["at"])]
    if "won" in outcomes:
        return "won"
    telling = [o for o in outcomes if o not in ("no_answer", "wrong_person")]
    if telling and telling[-1] in ("lost", "not_interested"):
        return "lost"
    return "lapsed" if NOW - first_call(account) >= cycle else "open"


def first_call(account):
    return min(call["at"] for call in account["calls"])


def age_days(account):
    return max(0, first_call(account) - account["events"][0]["happened_at"]) // DAY


def age_band(days):
    return "under 7 d" if days < 7 else "7 to 29 d" if days < 30 else "30 to 89 d" if days < 90 else "90 d and more"


def named(value, targets):
    for target in targets:
        if value.lower() in [name.lower() for name in [target["name"], *target["also"]]]:
            return target["name"]
    return value


def sides(account, profile):
    def values(given, targets):
        return list(dict.fromkeys(named(value, targets) for value in given)) or ["unknown"]

    event = account["events"][0] if account["events"] else None
    low = account["score"] // 2 * 2
    result = {
        "industry": values(account["industries"], profile["industries"]),
        "title": values([account["title"]] if account["title"] else [], profile["titles"]),
        "region": values(account["regions"], profile["regions"]),
        "event": [event["event"] if event else "none"],
        "rule": [event["rule"] if event else "none"],
        "score_band": [f"{low}-{low + 1}"],
        "source": [event["source"] if event else "none"],
        "event_age": [age_band(age_days(account)) if event else "none"],
        "owner": [account["owner"] or "none"],
    }
    if account["message"]:
        result["message"] = [account["message"]]
    return result


def traits(accounts, profile):
    """By (kind, value, cut): for each account True, False, or None where it is not compared; and what divides it."""
    side = [sides(account, profile) for account in accounts]
    result = {}
    for kind in ("industry", "title", "region", "event", "rule"):
        for value in {v for s in side for v in s[kind]} - {"unknown", "none"}:
            column = [None if s[kind][0] in ("unknown", "none") else value in s[kind] for s in side]
            if kind == "rule":
                event = next(s["event"] for s in side if value in s["rule"])
                column = [c if s["event"] == event else None for c, s in zip(column, side)]
            result[kind, value, 0] = column
    for name, field in (("industry", "industries"), ("title", "title"), ("region", "regions"), ("trigger", "events")):
        result["importance", name, 0] = [bool(account[field]) for account in accounts]
    for cut in (30, 90):
        for event in {s["event"][0] for s in side} - {"none"} | {"any"}:
            result["event_age", event, cut] = [
                age_days(a) >= cut if a["events"] and event in ("any", s["event"][0]) else None
                for a, s in zip(accounts, side)]
    return {key: column for key, column in result.items() if column.count(True) >= 20 and column.count(False) >= 20}


def tables(column, won, groups):
    counts = defaultdict(lambda: [0, 0, 0, 0])
    for having, win, group in zip(column, won, groups):
        if having is not None:
            counts[group][0 if having else 2] += 1
            counts[group][1 if having else 3] += win
    return list(counts.values())


def law(table, weight=1.0):
    """How probable each number of wins with the trait is, as whole numbers (weight 1) or floats."""
    n1, w1, n0, w0 = table
    won = w1 + w0
    return {k: math.comb(n1, k) * math.comb(n0, won - k) for k in range(max(0, won - n0), min(n1, won) + 1)}


def exact_p(all_tables):
    ways = {0: 1}
    for table in all_tables:
        more = Counter()
        for k, a in ways.items():
            for j, b in law(table).items():
                more[k + j] += a * b
        ways = more
    seen = sum(table[1] for table in all_tables)
    whole = sum(ways.values())
    tails = [sum(n for k, n in ways.items() if k <= seen), sum(n for k, n in ways.items() if k >= seen)]
    return float(min(Fraction(1), 2 * Fraction(min(tails), whole)))


def odds_ratio(all_tables):
    laws = [(table[1], {k: math.log(n) for k, n in law(table).items()}) for table in all_tables]

    def pull(theta):  # grows with theta
        total = 2 * theta
        for seen, logs in laws:
            top = max(value + k * theta for k, value in logs.items())
            weights = {k: math.exp(value + k * theta - top) for k, value in logs.items()}
            total += sum(k * w for k, w in weights.items()) / sum(weights.values()) - seen
        return total

    return math.exp(root(pull, -6, 6))


# Data sets

def account(number, calls, **given):
    return {"id": f"a{number}", "owner": "", "industries": [], "regions": [], "title": "", "message": "", "events": [], "score": 0,
            "calls": [{"outcome": outcome, "at": NOW - int(days * DAY)} for outcome, days in calls], **given}


def event(kind, called_days_ago, age, rule=None, source="wire"):
    return {"event": kind, "rule": rule or f"{kind}.en.agrees", "source": source,
            "happened_at": NOW - int((called_days_ago + age) * DAY)}


NO_TARGETS = {"industries": [], "titles": [], "regions": []}


def edges():
    profile = {"industries": [{"name": "Logistics", "also": ["物流", "Spedition"]}], "titles": [{"name": "COO", "also": []}],
               "regions": []}
    accounts = [
        account(0, [("no_answer", 3)]),
        account(1, [("no_answer", 90)], industries=["物流"]),
        account(2, [("no_answer", 90 - 1 / DAY)], industries=["spedition", "Logistics"]),
        account(3, [("won", 50), ("lost", 2)], industries=["Logistics", "Retail"], owner="anna"),
        account(4, [("lost", 50), ("meeting", 2)], title="coo", owner="anna"),
        account(5, [("meeting", 50), ("not_interested", 2)], title="COO", message="short"),
        account(6, [("lost", 9), ("no_answer", 2), ("wrong_person", 1)], message="short"),
        account(7, [("wrong_person", 5)], regions=["Bavaria", "Germany"]),
        account(8, [("lost", 40), ("won", 1)], regions=["Germany"], events=[event("merger", 40, 6.99)], score=9),
        account(9, [("callback", 200), ("meeting", 3)], events=[event("merger", 200, 7)], score=10),
        account(10, [("proposal", 30)], events=[event("funding", 30, 30), event("merger", 30, 1)], score=11),
        account(11, [("not_interested", 1)], events=[event("funding", 1, 90)], score=8),
        account(12, [("lost", 1)], events=[event("funding", 1, -3, source="blog")], score=1),
    ]
    return {"now": NOW, "sales_cycle_days": 90, "target": 0.1, "profile": profile, "accounts": accounts}


def simulated(count, seed, base, multiple, target, cycle):
    dice = random.Random(seed)
    industries = [["制造业"], ["Logistics"], ["制造业", "Logistics"], []]
    accounts = []
    for number in range(count):
        called = dice.randrange(1, 300)
        kind = dice.choice(["merger", "funding", "layoffs", "expansion", None])
        given = {"industries": dice.choice(industries), "regions": dice.choice([["Germany"], ["Österreich"], ["深圳"], []]),
                 "title": dice.choice(["COO", "Head of IT", "首席运营官", ""]), "owner": dice.choice(["anna", "bo", ""]),
                 "message": dice.choice(["short", "long", ""]), "score": dice.randrange(0, 11)}
        if kind:
            rule = f"{kind}.{dice.choice(['en', 'zh'])}.agrees"
            given["events"] = [event(kind, called, dice.randrange(0, 170), rule, dice.choice(["wire", "paper"]))]
        odds = base * (multiple if kind == "merger" else 1) * (multiple if "Logistics" in given["industries"] else 1)
        calls = [("no_answer", called)]
        if dice.random() < odds / (1 + odds):
            calls += [("meeting", called * 0.7), ("won", called * 0.5)]
        else:
            calls.append((dice.choice(["lost", "not_interested", "no_answer", "callback", "wrong_person"]), called * 0.6))
        accounts.append(account(number, calls, **given))
    return {"now": NOW, "sales_cycle_days": cycle, "target": target, "profile": NO_TARGETS, "accounts": accounts}


class ReportFigures(unittest.TestCase):
    maxDiff = None

    def report(self, data):
        done = subprocess.run([os.environ["REPORT_DRIVER"]], input=json.dumps(data), capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def close(self, a, b, what):
        self.assertTrue(math.isclose(a, b, rel_tol=1e-7, abs_tol=1e-9), f"{what}: {a} is not {b}")

    def check_share(self, given, called, still_open, won, what):
        self.assertEqual((given["open"], given["won"]), (still_open, won), what)
        decided = called - still_open
        self.close(given["rate"], won / decided if decided else 0, what)
        for a, b in zip(given["interval"], wilson(won, decided)):
            self.close(a, b, what)

    def check_report(self, data, verdict):
        report = self.report(data)
        cycle = data["sales_cycle_days"] * DAY
        deals = [deal(a, cycle) for a in data["accounts"]]
        count = Counter(deals)
        self.assertEqual(report["accounts_called"], len(deals))
        self.assertEqual((report["lost"], report["lapsed"]), (count["lost"], count["lapsed"]))
        self.check_share(report, len(deals), count["open"], count["won"], "all")
        outcomes = [{call["outcome"] for call in a["calls"]} for a in data["accounts"]]
        self.assertEqual(report["meetings"], sum(bool(o & {"meeting", "proposal", "won"}) for o in outcomes))
        self.assertEqual(report["proposals_made"], sum(bool(o & {"proposal", "won"}) for o in outcomes))
        self.assertEqual(report["verdict"], verdict)

        rows = defaultdict(Counter)
        for a, state in zip(data["accounts"], deals):
            for side, values in sides(a, data["profile"]).items():
                for value in values:
                    rows[side, value].update([state])
        self.assertEqual({(r["criterion"], r["value"]) for r in report["by"]}, set(rows))
        self.assertEqual(len(report["by"]), len(rows))
        for row in report["by"]:
            states = rows[row["criterion"], row["value"]]
            self.assertEqual(row["called"], sum(states.values()), row)
            self.check_share(row, row["called"], states["open"], states["won"], row)
        return report

    def check_findings(self, data, findings, expected):
        self.assertEqual([(f["kind"], f["value"]) for f in findings], expected)
        cycle = data["sales_cycle_days"] * DAY
        accounts = [a for a in data["accounts"] if deal(a, cycle) != "open"]
        won = [deal(a, cycle) == "won" for a in accounts]
        known = traits(accounts, data["profile"])
        groups = [()] * len(accounts)
        for found, finding in enumerate(findings):
            self.close(finding["threshold"], 0.05 / (len(known) - found), finding)
            column = known[finding["kind"], finding["value"], 0]
            by_group = tables(column, won, groups)
            self.assertEqual(finding["seen"], [sum(each) for each in zip(*by_group)])
            self.close(max(finding["p_value"], 1e-14), max(exact_p(by_group), 1e-14), finding)
            self.close(finding["odds_ratio"], odds_ratio(by_group), finding)
            self.assertEqual(finding["tried"], len(known))
            groups = [(*group, having) for group, having in zip(groups, column)]

    def test_a_dozen_accounts_each_at_an_edge(self):
        report = self.check_report(edges(), "too_early")
        self.assertEqual((report["open"], report["won"], report["lost"], report["lapsed"]), (5, 2, 4, 2))
        self.assertEqual(report["findings"], [])

    def test_four_hundred_accounts_without_any_preference(self):
        data = simulated(400, 3, 0.03, 1, 0.1, 60)
        self.check_findings(data, self.check_report(data, "below")["findings"], [])

    def test_three_thousand_accounts_with_two_preferences(self):
        data = simulated(3000, 8, 0.08, 3, 0.1, 90)
        findings = self.check_report(data, "met")["findings"]
        self.check_findings(data, findings, [("event", "merger"), ("industry", "Logistics")])


if __name__ == "__main__":
    unittest.main()
