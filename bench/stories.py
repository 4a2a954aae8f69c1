#!/usr/bin/env python3
"""How well `tipoff scan --stories` joins what one wire told many feeds, and keeps apart what it did not.

usage: bench/stories.py TIPOFF [CLUSTERS.jsonl] [--misses N]
  500 invented reports, each with a copy altered in one of six ways: share of the pairs that were joined, and pairs of
  different reports that were joined too (strangers). One report in six is a form (results, a court's notice, a purchase,
  a pledge of shares) that another company fills in with other names and numbers: these pairs must stay apart too.
  CLUSTERS.jsonl   real headlines with their "story": share of the joined pairs that are one story, and of the pairs that
                   are one story those that were joined.
"""
import collections, itertools, json, random, re, subprocess, sys, tempfile

SYLLABLES = "bra cor del fen gal hus jor kal lim mor nor pel qua rin sol tar ul ves wim zor".split()
CHARACTERS = "澜岚杉樾宸霁岱沅溟瑧琅珩璟岑嵘屿禾穗桐楠棠荻芷苒蘅筠篁砚磐砾钧铄铉锵骁骐骥鸢鹄鹭麓黛墨朔曜晟昶"
TRADES = "cement,cable,dairy,turbine,paper,software,insurance,brewing,shipping,tyre,battery,pharmacy,mining,railway,furniture,glass".split(",")
TOWNS = "Ostmark,Larnby,Quellin,Port Harrow,Vintar,Sable Bay,Norwick,Tarsund,Elmhaven,Crofton Mills,Ardvale,Brenholt,Cask Point,Dunmere,Eskerry,Fallow Ness,Garrowby,Hollin,Inchport,Jutsund".split(",")

# [one|of|these] is chosen anew for each report; {facts} are invented for each report.
KINDS = [
    # a company is bought
    (["{a} to buy {b} for {n} million", "{b} goes to {a} in {n} million crown sale", "{a} adds {b} to its {trade} [arm|business]"],
     ["{a} [said|announced] on {day} it would [buy|acquire|take over] {b}, a {trade} [company|maker|firm] in {town}, for {n} million crowns[ in cash||, debt included].",
      "{b}, the {trade} business [run|built up] by {q}, is being [sold|handed over] to {a} for {n} million crowns, the two [boards|companies] said [late |]on {day}.",
      "After [weeks|months] of talks {a} has signed for {b}: the {town} {trade} group will [pay|hand over] {n} million crowns."],
     ["{p}, who [leads|heads] {a}, spoke of [a rare chance|the best fit in twenty years|a step that customers had asked for].",
      "{b} [employs|has] {m} [hundred people|fitters and clerks] and [made a profit of|earned] {k} million crowns [last year|in the twelve months to {month}].",
      "Its owners had turned down [an offer|two approaches] from {c} [in {month}|over the price].",
      "{a} will [pay half at once|borrow a third of the sum|issue new shares for the rest] and the remainder [in {month}|when the {town} plant is handed over].",
      "Competition officials in {town} have [until {month}|{m} working days] to look at the [purchase|deal]."]),
    # jobs go
    (["{a} to shut {town} works", "{n} jobs go as {a} leaves {town}", "Last shift nears for {a} in {town}"],
     ["{a} is to [close|shut] its {trade} works at {town} by the end of {month}, [with the loss of|and] {n} [jobs|posts][| will go].",
      "The {trade} plant that has [fed|kept] {town} for {m} years will [fall silent|stop] in {month}, {a} told its {n} [workers|people] there on {day}.",
      "Another {n} [posts|places] are to go at {a}, this time [among the clerks of|in the sheds at] {town}."],
     ["[Orders|Sales] have [halved|dropped by {m} percent] since {c} moved its [buying|contracts] abroad, {p} told the [staff|workers].",
      "Workers' delegates [asked|called] for a meeting with {p}, and [threatened|prepared] a strike of {m} days.",
      "The [mayor|council] of {town}, {q}, [learned of it from the radio|said that promises had been broken].",
      "{k} apprentices will be [offered places|moved] at the sister plant in {town2}.",
      "Machines are to be [sold|shipped] to {town2}, where wages are [lower|a fifth below those of {town}]."]),
    # a chief goes or comes
    (["{p} takes the helm at {a}", "{a} picks {p} as chief", "{q} leaves {a}; {p} follows"],
     ["{a} [named|appointed] {p} chief executive on {day}, after {q} [stepped down for health reasons|left without a word|asked to be let go].",
      "{p} will [lead|run] {a} from {month}, the {trade} group [said|told its shareholders].",
      "The board of {a} has [settled on|chosen] {p}, [until now|since {month}] head of its {trade} [arm|division] in {town}, to succeed {q}."],
     ["{p}, {m}, [began|started out] as a [driver|bookkeeper|welder] at {c} and [ran|built] its {town2} [office|yard].",
      "{q} [had led|led] the group for {k} years and [keeps|will give up] a seat on the board.",
      "Shareholders [holding|with] {m} percent had [pressed|called] for a change since [the {month} results|a failed venture in {town2}].",
      "The [first task|hardest question] will be what to do with the [loss-making|ageing] {trade} plants, said {s} of {c}.",
      "Pay will be {n} thousand crowns a year[|, a tenth less than before|, and as much again if targets are met]."]),
    # an order is won
    (["{a} wins {n} million order from {b}", "{b} turns to {a} for {trade} kit", "{town} plant: {b} gives the work to {a}"],
     ["{a} has won an order worth {n} million crowns to [supply|equip] {b} with {trade} [equipment|lines] for its plant near {town}.",
      "{b} [gave|awarded] the contract for its {town} {trade} plant to {a}, [ahead of|not to] {c}, at {n} million crowns.",
      "A {n} million crown contract from {b} will keep the {trade} [shops|benches] of {a} busy for {k} months."],
     ["[Delivery|Building] starts in {month} and [takes|lasts] {k} months.",
      "It is the [second|third|largest] order from {b} in {m} months, [and the first without a partner|said {p}, who runs sales].",
      "{c} had [bid|offered] {m} million [more|less] but [asked for longer|would not vouch for the dates].",
      "{a} will [hire|take on] {m} [fitters|engineers] at its {town2} [works|yard] for it.",
      "Should the [plant|line] be late, {k} million crowns [a month|for every ten days] fall due."]),
    # a break-in
    (["Hackers take {a} records", "{a} admits loss of customer files", "Thieves in the wires: {n} thousand {a} customers told"],
     ["Hackers took the records of {n} thousand customers from {a}, the {trade} group[, it told a court in {town}| said on {day}].",
      "{a} has [warned|written to] {n} thousand customers after [strangers|intruders] [read|copied] its files [for {m} days|through a supplier's account].",
      "A [gang|group] calling itself {c} says that it holds {n} thousand files of {a}, the {town} {trade} [concern|company]."],
     ["Addresses and [bank details|dates of birth] were among them, [but no passwords|but card numbers were not], {p} [said|wrote].",
      "The [hole|door] had been [known|open] since {month}, [when|after] a [clerk|contractor] [left|lost] a key, according to {s}.",
      "The regulator in {town2} [may fine|can fine] the group up to {k} million crowns.",
      "[Tills|Phones] were [dead|down] for {m} hours[| at the {town2} branches].",
      "{a} [refused|declined] to pay the {m} million that was asked for."]),
    # money is raised
    (["{a} raises {n} million", "{b} backs {a} with {n} million", "Fresh money for {trade} maker {a}"],
     ["{a} raised {n} million crowns from investors led by {b} to [expand|carry] its {trade} business beyond {town}.",
      "{b} [leads|heads] a round of {n} million crowns in {a}, a {town} [start-up|young company] that [sells|rethinks] {trade} [tools|services].",
      "With {n} million crowns from {b} and {c}, {a} wants to [double|treble] its {trade} [output|sales] by {month}."],
     ["The round values the company at {k} times its [sales|turnover], said [a person who saw the papers|{s}].",
      "{p} and {q} founded it {m} [months|weeks] after leaving {c}.",
      "[Most|Two thirds] of the money goes into a [warehouse|laboratory] at {town2}.",
      "{a} has {m} [staff|employees] and [loses|burns] {k} million crowns a month.",
      "Earlier backers, among them {c}, [sold nothing|kept their shares|put in {m} million more]."]),
    # ruin
    (["{a} files for protection", "Court takes charge of {a}", "{town} {trade} maker {a} out of money"],
     ["A court in {town} placed {a}, a maker of {trade} goods, under administration on {day} with debts of {n} million crowns.",
      "{a} could not pay its [wages|suppliers] in {month} and has [asked|turned to] a {town} court for [shelter|protection]; it owes {n} million crowns.",
      "The {trade} group {a} is [insolvent|bankrupt], its lawyer {q} [said|confirmed] on {day}: {n} million crowns of loans fell due at once."],
     ["{s} was named administrator and will [hear|see] the {m} largest creditors in {month}.",
      "[Production|Work] goes on [for now|until {month}] with money from {c}.",
      "The [trouble|slide] began when {b} cancelled [an order|a contract] worth {k} million.",
      "Wages are [safe|covered] for {m} weeks, {p} told a meeting in {town2}.",
      "[Bidders|Two rivals] have [looked at|asked for] the [brand|machines], among them {c}."]),
    # something is built
    (["{a} and {b} plan {town} factory", "New {trade} works for {town}", "{town} wins {a} plant"],
     ["{a} and {b} will build a {trade} factory together outside {town}, at a cost of {n} million crowns.",
      "On [fields|meadows] north of {town}, {a} is to [put up|raise] a {trade} works for {n} million crowns[, with {b} as partner|].",
      "{a} [chose|picked] {town} over {town2} for a {n} million crown {trade} plant, its [first|largest] in {m} years."],
     ["[Ground|Earth] will be broken in {month}; the first [goods|lorries] leave {k} months later.",
      "[The state|The town] [pays|lends] {m} million and [builds|moves] a road.",
      "{p} promised {n} [jobs|places], {m} of them for [apprentices|people from {town}].",
      "Farmers led by {q} [have gone to court|want {k} times the price for their land].",
      "[Power|Steam] comes from {c}, which [signed|agreed] a supply for {m} years."]),
]
GENERAL = [
    "Analysts at {c} had expected a smaller [figure|sum]; their last note, of {month}, spoke of {m} million.",
    "The decision still needs the consent of the {town} council, which meets on {day}.",
    "Shares of {a} closed {m} percent [higher|lower] at {n} crowns[ on the {town2} exchange|] before the news.",
    "{q} called the step overdue[ and said that {m} suppliers had been told beforehand|].",
    "Last year the group sold goods worth {k} billion crowns, of which a [third|quarter] went to {c}.",
    "{c}, its largest rival in the {trade} trade, [declined to comment|did not answer calls|wished it well] [when reached by telephone|on {day}].",
    "[Founded|The firm was started] {m} years ago by the [grandfather|aunt|teacher] of {q}[ on a meadow beside the river|], it [now has|counts] {n} shops.",
    "A spokesman for {c} said that it had looked at the papers in {month} and walked away over the price.",
    "[In {town2}|At the {town2} fair] the talk was of [little else|who would be next].",
    "The {trade} trade has [shrunk|grown] by {m} percent in [two|three] years, figures from {c} show.",
    "{s}, who [follows|watches] the group for {c}, [sees|expects] {k} million crowns of [savings|costs].",
    "[Nobody|No one] at the {town} [gate|office] would say more[ before {day}|].",
]
FORMS = [
    ("{a} {month} quarter profit {k} million",
     "{a} reported net profit of {k} million crowns for the quarter to {month}, against {m} million a year earlier. Sales rose to {n} million crowns from {n2} million. "
     "Earnings per share were {m2} hellers, and the board proposes an interim dividend of {k2} hellers, payable on the last Friday of the month to holders on the register. "
     "{p}, chief executive, said that trading since the end of the period had been in line with expectations. The company will publish full accounts within six weeks."),
    ("Notice to holders of {a} shares",
     "The law office of {q} reminds investors who bought shares of {a} between {month} and {month2} that they have {m} days to ask the court in {town} to be named lead plaintiff. "
     "The complaint, number {n}-{n2}, says that the company made false statements about its {trade} business, and that when the truth became known its shares fell by {k} percent. "
     "A lead plaintiff acts for all other members of the class in directing the case. To join, call {n3} or write to the office; there is no cost or obligation to you. "
     "No class has been certified until now, and until one is you are not represented by counsel unless you retain one."),
    ("{a} completes purchase of {b}",
     "{a} today announced that it has completed the purchase of {b}, a provider of {trade} services based in {town}, for {n} million crowns. The transaction was first announced in {month}. "
     "{p}, president of {a}, said: We are delighted to welcome the team and its customers to our family. With this step we strengthen our position in the region and broaden what we can offer. "
     "{q} will stay with the business as managing director. {c} acted as financial adviser to the seller. Terms beyond the price were not disclosed. "
     "This release contains forward-looking statements that involve risks; actual results may differ."),
    ("{za}：股东解除质押{n}万股",
     "{za}股份有限公司（以下简称“公司”）近日接到控股股东{zp}先生的通知，获悉其所持有本公司的部分股份办理了解除质押业务。本次解除质押股份数量为{n}万股，占其所持股份的{m}.{k}%，占公司总股本的{k2}.{m2}%。"
     "截至本公告披露日，{zp}先生累计质押公司股份{n2}万股。公司将持续关注其质押情况，并按照有关规定及时履行信息披露义务，敬请广大投资者注意投资风险。"),
]
ZH_HEADS = ["{za}拟{n}万元收购{zb}", "{zb}花落{za}", "{za}中标{zt}项目", "{za}关停{zt}工厂"]
ZH_LEADS = ["{za}[周一|周二|昨日|今早]宣布，将以{n}万元[现金|自有资金]收购{zb}{m}%的股权，后者在{zt}经营[水泥|电缆|乳品|纸业]。",
            "[历时|经过]{k}个月的[谈判|磋商]，{zb}的股东同意把公司卖给{za}，价款{n}万元。",
            "{za}[赢得|拿下]{zt}[铁路|港口|电站]的订单，合同额{n}万元，[工期|供货期]{k}个月。",
            "{za}告诉员工，{zt}的工厂[年底|下季度]停产，{n}人需要另谋出路。"]
ZH_BODIES = ["负责此事的{zp}说，[双方|各方]在最后一夜才谈拢[价格|条件]。", "{zc}曾[出价|报价]{m}百万，[未被理会|后来退出]。", "[当地|市里]的老人还记得，这家厂子是{m}年前在河滩上[搭起来|建起来]的。",
             "工会代表{zq}要求[见面|对话]，并提到[停工|上街]的可能。", "去年公司[卖出|售出]的货物值{n}万，其中三成给了{zc}。", "[银行|债权人]给了{k}周时间，{zp}说够用。",
             "消息传出前，股价[涨|跌]了{k}%。", "{zq}认为这一步[早该迈出|来得太晚]，供应商[事先|上周]已经得到通知。", "[码头|车间]里的吊机是从{zc}手里买来的旧货。", "附近的{m}户人家[盼着|担心]新路[通车|动工]。",
             "{zt}的官员要到[下月|开春]才表态。", "研究员{zq}给出的数字是{k}亿，比{zc}的[高|低]一截。"]
MONTHS = "January February March April May June July August September October November December".split()

def word(r): return "".join(r.choice(SYLLABLES) for _ in range(r.randint(2, 3))).capitalize()
def person(r): return f"{word(r)} {word(r)}"
def characters(r, n): return "".join(r.choice(CHARACTERS) for _ in range(n))
def facts(r):
    names = {x: word(r) for x in "bc"} | {x: person(r) for x in "pqs"} | {"z" + x: characters(r, 2 + (x in "abc")) for x in "abcpqt"}
    numbers = dict(n=r.randint(101, 989), n2=r.randint(101, 989), n3=r.randint(10**6, 10**7), m=r.randint(11, 88), m2=r.randint(11, 88), k=r.randint(12, 49), k2=r.randint(12, 49))
    return names | numbers | dict(a=word(r) + " " + r.choice(["Works", "Group", "Holdings", "Industries", "Brothers"]), town=r.choice(TOWNS), town2=r.choice(TOWNS), trade=r.choice(TRADES),
                                  month=r.choice(MONTHS), month2=r.choice(MONTHS), day=r.choice("Monday Tuesday Wednesday Thursday Friday".split()))

def fill(r, text, told):
    return re.sub(r"\[([^]]*)\]", lambda found: r.choice(found[1].split("|")), text).format(**told)

def report(r, i):
    """Title, paragraphs and the number of the form, if it is one."""
    told = facts(r)
    again = lambda: told | {x: y for x, y in facts(r).items() if x in ("c", "s", "q", "m", "k", "zc", "zq", "day", "month")}
    if i % 6 == 0:
        form = i // 6 % len(FORMS)
        title, body = FORMS[form]
        return fill(r, title, told), re.findall(r"[^.。]+(?:[.。](?=\d)[^.。]+)*[.。]", fill(r, body, told)), form
    if i % 6 == 1:
        return fill(r, r.choice(ZH_HEADS), told), [fill(r, r.choice(ZH_LEADS), told), *(fill(r, x, again()) for x in r.sample(ZH_BODIES, r.randint(4, 7)))], None
    heads, leads, own = KINDS[i % len(KINDS)]
    rest = [*r.sample(own, r.randint(3, 5)), *r.sample(GENERAL, r.randint(1, 3))]
    r.shuffle(rest)
    return fill(r, r.choice(heads), told), [fill(r, r.choice(leads), told), *(fill(r, x, again()) for x in rest)], None

def credits(r, title, paragraphs):
    return title, [f"{r.choice(TOWNS).upper()}, {word(r)} Wire --", *paragraphs, f"(Reporting by {person(r)}; editing by {person(r)})", "(c) All rights reserved."]
def truncated(r, title, paragraphs):
    text = " ".join(paragraphs)
    return title, [text[:max(len(text) // 3, int(len(text) * r.uniform(.4, .8)))].rstrip() + " ..."]
def recased(r, title, paragraphs): return title.upper(), [p.upper() for p in paragraphs] if r.random() < .5 else paragraphs
def reheadlined(r, title, paragraphs): return f"{r.choice(['Update', 'Exclusive', 'Markets'])}: {word(r)} shakes the {r.choice(TRADES)} trade", paragraphs
def reordered(r, title, paragraphs): return title, [paragraphs[0], *r.sample(paragraphs[1:], len(paragraphs) - 1)]
def framed(r, title, paragraphs):       # a feed in another language carries the wire's text within its own frame
    before, after = r.choice([("【快讯】本站转载：", "（责任编辑：林一舟）点击查看原文"), ("Meldung der Agentur, unverändert übernommen:", "Mehr zum Thema finden Sie in unserem Archiv."), ("Dépêche reprise sans modification :", "Lire la suite sur notre site.")])
    return before[:12] + " " + title, [before, *paragraphs, after]

ALTERATIONS = (credits, truncated, recased, reheadlined, reordered, framed)

def scan(tipoff, records):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for record in records: file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.flush()
        run = subprocess.run([tipoff, "scan", "--no-accounts", "--stories", file.name], capture_output=True)
    if run.returncode: sys.exit(f"stories: exit {run.returncode} {run.stderr.decode('utf-8', 'replace')[-300:]}")
    return {o["id"]: o["story"] for o in map(json.loads, run.stdout.decode("utf-8").splitlines())}

def pairs(stories):
    groups = collections.defaultdict(list)
    for name, story in stories.items(): groups[story].append(name)
    return [pair for group in groups.values() for pair in itertools.combinations(group, 2)]

def invented(r):
    """Records; kind of alteration by number; form by number."""
    records, kinds, forms = [], {}, {}
    for i in range(500):
        alter = ALTERATIONS[i // 6 % len(ALTERATIONS)]
        title, paragraphs, form = report(r, i)
        kinds[str(i)], forms[str(i)] = alter.__name__, form
        for name, (head, body) in ((f"{i}a", (title, paragraphs)), (f"{i}b", alter(r, title, paragraphs))):
            records.append({"id": name, "title": head, "body": "\n".join(body), "lang": "en"})
    r.shuffle(records)
    return records, kinds, forms

def told_of_invented(tipoff, show):
    records, kinds, forms = invented(random.Random(11))
    stories = scan(tipoff, records)
    by_id = {x["id"]: x for x in records}
    joined = {i: stories[f"{i}a"] == stories[f"{i}b"] for i in kinds}
    for kind in dict.fromkeys(kinds.values()):
        of_kind = [i for i in kinds if kinds[i] == kind]
        print(f"stories: {kind} n={len(of_kind)} joined={sum(joined[i] for i in of_kind) / len(of_kind):.4f}")
    strangers = [p for p in pairs(stories) if p[0][:-1] != p[1][:-1]]
    same_form = [p for p in itertools.combinations([i for i in forms if forms[i] is not None], 2) if forms[p[0]] == forms[p[1]]]
    print(f"stories: all n={len(joined)} joined={sum(joined.values()) / len(joined):.4f} strangers={len(strangers)}, pairs of one form={4 * len(same_form)}")
    for i in [i for i in kinds if not joined[i]][:show]: print("  apart", kinds[i], by_id[f"{i}a"], by_id[f"{i}b"], sep="\n    ")
    for a, b in strangers[:show]: print("  joined", by_id[a], by_id[b], sep="\n    ")

def told_of_real(tipoff, path, show):
    real = {str(o["id"]): o for o in map(json.loads, open(path, encoding="utf-8"))}
    told = pairs(scan(tipoff, [{"id": i, "title": o["title"], "body": o["body"], "lang": o["lang"]} for i, o in real.items()]))
    right = pairs({i: o["story"] for i, o in real.items()})
    wrong = [(a, b) for a, b in told if real[a]["story"] != real[b]["story"]]
    print(f"stories: real n={len(real)} pairs={len(told)} one_story={1 - len(wrong) / max(1, len(told)):.4f} of_all={(len(told) - len(wrong)) / max(1, len(right)):.4f}")
    for a, b in wrong[:show]: print("  joined", real[a]["title"], real[b]["title"], sep="\n    ")

def main():
    words = sys.argv[1:]
    show = 0
    if "--misses" in words:
        at = words.index("--misses")
        show = int(words[at + 1])
        del words[at:at + 2]
    if not words: sys.exit(__doc__)
    told_of_invented(words[0], show)
    for path in words[1:]: told_of_real(words[0], path, show)

main()
