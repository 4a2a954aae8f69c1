#!/usr/bin/env python3
"""How well `tipoff scan --stories` joins what one wire told many feeds, and keeps apart what it did not.

usage: bench/stories.py TIPOFF [CLUSTERS.jsonl] [--misses N]
  500 invented reports, each with a copy altered in one of six ways: share of the pairs that were joined, and pairs of
  different reports that were joined too.
  CLUSTERS.jsonl   real headlines with their "story": share of the joined pairs that are one story.
"""
import collections, itertools, json, random, subprocess, sys, tempfile

SYLLABLES = "bra cor del fen gal hus jor kal lim mor nor pel qua rin sol tar ul ves wim zor".split()
TRADES = "cement,cable,dairy,turbine,paper,software,insurance,brewing,shipping,tyre,battery,pharmacy,mining,railway,furniture,glass".split(",")
TOWNS = "Ostmark,Larnby,Quellin,Port Harrow,Vintar,Sable Bay,Norwick,Tarsund,Elmhaven,Crofton Mills".split(",")

def word(r): return "".join(r.choice(SYLLABLES) for _ in range(r.randint(2, 3))).capitalize()
def person(r): return f"{word(r)} {word(r)}"

LEADS = [
    "{a} said on {day} it would buy {b}, a {trade} company in {town}, for {n} million crowns in cash.",
    "{a} is to close its {trade} works at {town} by the end of {month}, with the loss of {n} jobs.",
    "{a} named {p} chief executive on {day}, after {q} stepped down for health reasons.",
    "{a} has won an order worth {n} million crowns to supply {b} with {trade} equipment for its plant near {town}.",
    "Hackers took the records of {n} thousand customers from {a}, the {trade} group, it told a court in {town}.",
    "{a} raised {n} million crowns from investors led by {b} to expand its {trade} business beyond {town}.",
    "A court in {town} placed {a}, a maker of {trade} goods, under administration on {day} with debts of {n} million crowns.",
    "{a} and {b} will build a {trade} factory together outside {town}, at a cost of {n} million crowns.",
]
BODIES = [
    "{p}, who heads the {trade} division, told reporters in {town} that talks had lasted {m} weeks and nearly failed twice.",
    "Analysts at {c} had expected a smaller figure; their last note, of {month}, spoke of {m} million.",
    "The decision still needs the consent of the {town} council, which meets on {day}.",
    "Shares of the company closed {m} percent higher at {n} crowns on the {town} exchange before the news.",
    "{q} called the step overdue and said that {m} suppliers had been told beforehand.",
    "Workers' delegates from {town} asked for a meeting with {p}, and threatened a strike of {m} days.",
    "Last year the group sold goods worth {n}{m} million crowns, of which a third went to {c}.",
    "{c}, its largest rival in the {trade} trade, declined to comment when reached by telephone.",
    "The works were founded {m} years ago by the grandfather of {q} on a meadow beside the river.",
    "A spokesman for {c} said that it had looked at the papers in {month} and walked away over the price.",
]
HEADS = ["{a} in {town} {trade} move", "{trade} group {a} surprises {town}", "{a}: {p} speaks of {n} million", "What {a} plans with {b} in {town}"]

def report(r):
    facts = lambda: dict(p=person(r), q=person(r), c=word(r), town=r.choice(TOWNS), trade=r.choice(TRADES), n=r.randint(11, 989), m=r.randint(3, 88),
                         day=r.choice("Monday Tuesday Wednesday Thursday Friday".split()), month=r.choice("January March May July October".split()))
    names = dict(a=word(r) + " " + r.choice(["Works", "Group", "Holdings", "Industries", ""]), b=word(r))
    same = facts()
    title = r.choice(HEADS).format(**names, **same)
    lead = r.choice(LEADS).format(**names, **same)
    rest = [s.format(**names, **{**facts(), "town": same["town"], "p": same["p"], "trade": same["trade"]}) for s in r.sample(BODIES, r.randint(4, 7))]
    return title.strip().capitalize(), [lead, *rest]

def credits(r, title, paragraphs):
    return title, [f"{r.choice(TOWNS).upper()}, {word(r)} Wire --", *paragraphs, f"(Reporting by {person(r)}; editing by {person(r)})", "(c) All rights reserved."]
def truncated(r, title, paragraphs):
    text = " ".join(paragraphs)
    return title, [text[:max(160, int(len(text) * r.uniform(.4, .8)))].rsplit(" ", 1)[0] + " ..."]
def recased(r, title, paragraphs): return title.upper(), [p.upper() for p in paragraphs] if r.random() < .5 else paragraphs
def reheadlined(r, title, paragraphs): return f"{r.choice(['Update', 'Exclusive', 'Markets'])}: {word(r)} shakes the {r.choice(TRADES)} trade", paragraphs
def reordered(r, title, paragraphs): return title, [paragraphs[0], *r.sample(paragraphs[1:], len(paragraphs) - 1)]
def framed(r, title, paragraphs):       # a feed in another language carries the wire's text within its own frame
    before, after = r.choice([("【快讯】本站转载：", "（责任编辑：林一舟）点击查看原文"), ("Meldung der Agentur, unverändert übernommen:", "Mehr zum Thema finden Sie in unserem Archiv."), ("Dépêche reprise sans modification :", "Lire la suite sur notre site.")])
    return before[:12] + " " + title, [before, *paragraphs, after]

def scan(tipoff, records):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for record in records: file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.flush()
        run = subprocess.run([tipoff, "scan", "--stories", file.name], capture_output=True)
    if run.returncode: sys.exit(f"stories: exit {run.returncode} {run.stderr.decode('utf-8', 'replace')[-300:]}")
    return {o["id"]: o["story"] for o in map(json.loads, run.stdout.decode("utf-8").splitlines())}

def pairs(stories):
    groups = collections.defaultdict(list)
    for name, story in stories.items(): groups[story].append(name)
    return [pair for group in groups.values() for pair in itertools.combinations(group, 2)]

def main():
    words = sys.argv[1:]
    show = int(words.pop(words.index("--misses") + 1)) if "--misses" in words else 0
    words = [w for w in words if w != "--misses"]
    if not words: sys.exit(__doc__)
    r = random.Random(11)
    records, kinds = [], {}
    for i in range(500):
        alter = (credits, truncated, recased, reheadlined, reordered, framed)[i % 6]
        title, paragraphs = report(r)
        kinds[str(i)] = alter.__name__
        for name, (head, body) in ((f"{i}a", (title, paragraphs)), (f"{i}b", alter(r, title, paragraphs))):
            records.append({"id": name, "title": head, "body": "\n".join(body), "lang": "en"})
    r.shuffle(records)
    stories = scan(words[0], records)
    by_id = {x["id"]: x for x in records}
    joined = {i: stories[f"{i}a"] == stories[f"{i}b"] for i in kinds}
    for kind in dict.fromkeys(kinds.values()):
        of_kind = [i for i in kinds if kinds[i] == kind]
        print(f"stories: {kind} n={len(of_kind)} joined={sum(joined[i] for i in of_kind) / len(of_kind):.4f}")
    strangers = [p for p in pairs(stories) if p[0][:-1] != p[1][:-1]]
    print(f"stories: all n={len(joined)} joined={sum(joined.values()) / len(joined):.4f} strangers={len(strangers)}")
    for i in [i for i in kinds if not joined[i]][:show]: print("  apart", kinds[i], by_id[f"{i}a"], by_id[f"{i}b"], sep="\n    ")
    for a, b in strangers[:show]: print("  joined", by_id[a], by_id[b], sep="\n    ")
    for path in words[1:]:
        real = {str(o["id"]): o for o in map(json.loads, open(path, encoding="utf-8"))}
        told = pairs(scan(words[0], [{"id": i, "title": o["title"], "body": o["body"], "lang": o["lang"]} for i, o in real.items()]))
        wrong = [(a, b) for a, b in told if real[a]["story"] != real[b]["story"]]
        print(f"stories: real n={len(real)} pairs={len(told)} one_story={1 - len(wrong) / max(1, len(told)):.4f}")
        for a, b in wrong[:show]: print("  joined", real[a]["title"], real[b]["title"], sep="\n    ")

main()
