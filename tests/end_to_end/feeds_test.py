"""Finding and keeping feeds: added, exchanged with another reader, judged, and told of when they fail and when they are back."""

import json
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import time
import unittest

from tipoff_case import ROOT, Scene, eventually, genuine, stop

CHINESE_RSS = """<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><title>产业快讯</title><link>https://chanye.example/</link>
<language>zh-cn</language>%s</channel></rss>"""


def chinese_feed(*titles):
    items = "".join(f"<item><title>{title}</title><link>https://chanye.example/{i}</link></item>" for i, title in enumerate(titles))
    return (CHINESE_RSS % items).encode("gb18030")


class Feeds(unittest.TestCase):
    def scene(self, **servers):
        scene = self.enterContext(Scene(**servers))
        scene.extra = ""
        scene.list = scene.folder / "feeds.opml"
        scene.wire = scene.feed("/wire.xml")
        scene.write()
        return scene

    def with_list(self, scene, more="", exists=True):
        """Names the OPML file; `tipoff feed add` makes it where it does not exist."""
        if exists:
            scene.list.write_text('<opml version="2.0"><body/></opml>')
        text = scene.config.read_text()
        scene.config.write_text(text.replace("[feeds]\n", f'[feeds]\nopml = ["feeds.opml"]\n{more}'))

    def succeeded(self, done):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def listed(self, scene, *options):
        return json.loads(self.succeeded(scene.tipoff("feed", "list", "--format", "json", *options)))

    def test_a_page_leads_to_its_feed_which_a_running_daemon_reads_at_once(self):
        scene = self.scene()
        self.with_list(scene)
        scene.feeds.feed("/news/", body=b"<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml'"
                         b" title='Comments' href='/comments.xml'><link rel=alternate type=application/rss+xml title='Kuaixun'"
                         b" href='../chanye.xml'></head><body>hello</body></html>", headers={"Content-Type": "text/html"})
        titles = [f"第{i}条新闻" for i in range(7)]
        scene.feeds.feed("/chanye.xml", body=chinese_feed(*titles))
        process = scene.start()
        eventually(lambda: scene.feeds.asked("/wire.xml"), what="the first poll")
        said = self.succeeded(scene.tipoff("feed", "add", scene.feeds.url("/news/"), "--folder", "中文"))
        self.assertIn("The page names 2 feeds", said)
        self.assertIn("产业快讯 (7 items, zh-cn)", said)
        self.assertIn("第4条新闻", said)
        self.assertNotIn("第5条新闻", said)
        self.assertIn("The running tipoffd reads its lists anew", said)
        asked = len(scene.feeds.asked("/chanye.xml"))
        eventually(lambda: len(scene.feeds.asked("/chanye.xml")) > asked, what="the poll of the new feed")
        again = scene.tipoff("feed", "add", scene.feeds.url("/chanye.xml"))
        self.assertEqual(again.returncode, 1)
        self.assertIn("feeds.opml has it already", again.stderr)
        self.succeeded(scene.tipoff("feed", "remove", scene.feeds.url("/chanye.xml")))
        self.assertEqual([feed["url"] for feed in self.listed(scene)], [scene.feeds.url("/wire.xml")])
        self.assertEqual(stop(process)[1], 0)

    def test_a_list_that_does_not_exist_yet_is_a_warning_until_a_feed_is_added(self):
        scene = self.scene()
        self.with_list(scene, exists=False)
        scene.feeds.feed("/other.xml").add("Something else")
        checked = scene.tipoff("check")
        self.assertIn("1 feeds", self.succeeded(checked))
        self.assertIn("feeds.opml: warning: the feed list does not exist yet", checked.stderr)
        process = scene.start()
        eventually(lambda: scene.feeds.asked("/wire.xml"), what="the first poll")
        self.assertIn("does not exist yet", scene.log())
        self.succeeded(scene.tipoff("feed", "add", scene.feeds.url("/other.xml")))
        eventually(lambda: len(scene.feeds.asked("/other.xml")) > 1, what="the poll of the new feed")
        self.assertEqual(scene.tipoff("check").stderr.count("does not exist"), 0)
        self.assertEqual(stop(process)[1], 0)

    def test_private_addresses_are_added_only_where_the_configuration_allows_them(self):
        scene = self.scene()
        self.with_list(scene, exists=False)
        text = scene.config.read_text().replace("allow_private_networks = true", "allow_private_networks = false")
        scene.config.write_text(text)
        done = scene.tipoff("feed", "add", scene.feeds.url("/other.xml"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("Not added", done.stderr)
        self.assertFalse(scene.list.exists())

    def test_what_is_exported_is_what_was_imported_and_more(self):
        scene = self.scene()
        self.with_list(scene, exists=False)
        other = scene.folder / "other.opml"
        other.write_text(
            '<?xml version="1.0"?><opml version="1.1" xmlns:my="urn:my"><head><title>Mine</title></head><body><outline text="行业">'
            '<outline text="Sub &amp; more"><outline type="rss" text="卓远 快讯" xmlUrl="https://k.example/rss?a=1&amp;b=2" my:weight="3"'
            ' category="/zh/industry"/></outline></outline><outline text="Loose" xmlUrl="https://loose.example/"/></body></opml>')
        self.succeeded(scene.tipoff("feed", "import", other))
        exported = self.succeeded(scene.tipoff("feed", "export"))
        for kept in ('my:weight="3"', 'xmlns:my="urn:my"', 'category="/zh/industry"', "卓远 快讯", "Sub &amp; more", "行业"):
            self.assertIn(kept, exported)
        self.assertIn(scene.feeds.url("/wire.xml"), exported)
        self.assertEqual(scene.tipoff("check").returncode, 0)

    @unittest.skipUnless(shutil.which("newsboat"), "newsboat is not installed: its reading of our OPML is not tried")
    def test_newsboat_reads_back_what_we_export(self):
        scene = self.scene()
        self.with_list(scene)
        other = scene.folder / "other.opml"
        other.write_text('<opml version="2.0"><body><outline text="行业"><outline type="rss" text="卓远 &amp; Co" '
                         'xmlUrl="https://k.example/rss?a=1&amp;b=2"/></outline></body></opml>')
        self.succeeded(scene.tipoff("feed", "import", other))
        self.succeeded(scene.tipoff("feed", "export", "out.opml"))
        home = scene.folder / "home"
        home.mkdir()
        (home / "urls").write_text("")
        newsboat = ["newsboat", "-u", str(home / "urls"), "-c", str(home / "cache.db"), "-C", str(home / "config")]
        (home / "config").write_text("")
        done = subprocess.run([*newsboat, "-i", str(scene.folder / "out.opml")], capture_output=True, text=True, timeout=60,
                              env={"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"}, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        urls = (home / "urls").read_text()
        self.assertIn("https://k.example/rss?a=1&b=2", urls)
        self.assertIn("行业", urls)
        self.assertIn(scene.feeds.url("/wire.xml"), urls)

    def test_a_failing_feed_is_told_once_and_its_return_once(self):
        scene = self.scene(hook=True, mail=True)
        self.with_list(scene, 'alert_after_failures = 2\nalert_after = "0s"\n')
        scene.feed("/other.xml")
        self.assertEqual(scene.try_once().returncode, 0)
        scene.wire.status = 503
        for _ in range(4):
            time.sleep(1.1)
            scene.try_once()
            self.hurry(scene)
        failing = [hook for hook in scene.hook.received if json.loads(hook.body)["type"] == "feed.failing"]
        self.assertEqual(len(failing), 1)
        genuine(failing[0])
        data = json.loads(failing[0].body)["data"]
        self.assertEqual(data["feed"]["url"], scene.feeds.url("/wire.xml"))
        self.assertIn("503", data["reason"])
        self.assertIn("failing", self.listed(scene, "--failing")[0]["health"])
        scene.wire.status = 200
        for _ in range(2):
            self.hurry(scene)
            scene.try_once()
        kinds = [json.loads(hook.body)["type"] for hook in scene.hook.received]
        self.assertEqual(kinds.count("feed.recovered"), 1)
        self.assertEqual(kinds.count("feed.failing"), 1)
        self.assertEqual(self.listed(scene, "--failing"), [])

    def hurry(self, scene):
        """Makes every feed due now: a feed that fails is asked ever more seldom."""
        with sqlite3.connect(scene.store) as connection:
            connection.execute("UPDATE feed_state SET next_due = 0")

    def with_pages(self, path, body, robots):
        """A feed past its first fetch, whose headline names an account and whose page is at `path`."""
        scene = self.scene()
        text = scene.config.read_text()
        scene.config.write_text(text.replace('/wire.xml"\n', '/wire.xml"\npage = true\n'))
        scene.feeds.feed("/robots.txt", body=robots, headers={"Content-Type": "text/plain"})
        scene.feeds.feed(path, body=body.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        scene.once()
        return scene

    def test_a_headline_that_names_an_account_leads_to_its_page(self):
        body = ("<!DOCTYPE html><html><body><nav>首页 新闻</nav><article><p>卓远重工今日公告称，公司拟以现金方式收购明泽阀门全部股权，交易金额约为三亿元人民币，"
                "资金来自自有资金。</p><p>本次交易已经双方董事会审议通过，预计将于今年第三季度完成交割，不构成重大资产重组，公司股票明日复牌。</p></article></body></html>")
        scene = self.with_pages("/p/1", body, b"User-agent: *\nDisallow: /closed/\n")
        scene.wire.add("卓远重工公告", link=scene.feeds.url("/p/1"))
        scene.once_more()
        self.assertEqual([event["event"] for event in scene.events()], ["acquisition"])
        self.assertEqual(len(scene.feeds.asked("/robots.txt")), 1)
        self.assertEqual(len(scene.feeds.asked("/p/1")), 1)
        self.assertIn("Tipoff/", scene.feeds.asked("/p/1")[0].headers["User-Agent"])
        scene.once_more()
        self.assertEqual(len(scene.feeds.asked("/p/1")), 1)

    def test_robots_txt_and_paywalls_leave_the_headline(self):
        scene = self.with_pages("/closed/1", "<p>never</p>", b"User-agent: tipoff\nDisallow: /closed/\n")
        scene.wire.add("Halden Pumps to acquire Tessin Valves", link=scene.feeds.url("/closed/1"))
        scene.once_more()
        self.assertEqual(scene.feeds.asked("/closed/1"), [])
        self.assertEqual(len(scene.events()), 1)  # the headline itself
        wall = "<html><body><p>Halden Pumps said on Monday that ..</p><div>Subscribe to continue reading</div></body></html>"
        scene = self.with_pages("/wall", wall, b"")
        scene.wire.add("Halden Pumps to acquire Tessin Valves", link=scene.feeds.url("/wall"))
        scene.once_more()
        self.assertIn("headline only: the page is behind a paywall", self.succeeded(scene.tipoff("show", "halden")))

    def test_feed_check_says_what_answers_and_what_does_not(self):
        scene = self.scene()
        scene.wire.add("Halden Pumps to acquire Tessin Valves")
        scene.feeds.feed("/hangs.xml", hangs=True)
        scene.feeds.feed("/chanye.xml", body=chinese_feed("一", "二"))
        self.assertEqual(scene.tipoff("feed", "check").returncode, 0)
        begun = time.monotonic()
        done = scene.tipoff("feed", "check", scene.feeds.url("/chanye.xml"), scene.feeds.url("/none.xml"),
                            scene.feeds.url("/hangs.xml"), "--timeout", "2s", "--format", "jsonl")
        self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(done.returncode, 1)
        lines = {pathlib.PurePosixPath(json.loads(line)["url"]).name: json.loads(line) for line in done.stdout.splitlines()}
        self.assertEqual(lines["chanye.xml"]["items"], 2)
        self.assertIn("404", lines["none.xml"]["failure"])
        self.assertFalse(lines["hangs.xml"]["ok"])
        self.assertIn("1 of 3 feeds answer", done.stderr)

    def test_ten_thousand_feeds_are_listed_at_once(self):
        scene = self.scene()
        self.with_list(scene)
        outlines = "\n".join(f'<outline text="Feed {i}" xmlUrl="https://f{i}.example/rss"/>' for i in range(10000))
        scene.list.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual(len(self.listed(scene)), 10001)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertLess(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)  # seconds of CPU

    def test_shipped_lists_pass_the_check_of_configurations(self):
        scene = self.scene()
        names = sorted((ROOT / "feeds").glob("*.opml"))
        self.assertGreaterEqual(len(names), 6)
        text = scene.config.read_text()
        lists = ", ".join(f'"{name}"' for name in names)
        scene.config.write_text(text.replace("[feeds]\n", f"[feeds]\nopml = [{lists}]\n"))
        self.succeeded(scene.tipoff("check"))


if __name__ == "__main__":
    unittest.main()
