#include "fakes/newsroom.h"

#include "catch.h"
#include "pipeline/list_files.h"
#include "pipeline/log.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff::fakes {
namespace {

const Time monday_morning =
    std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8};

constexpr std::string_view configuration = R"([store]
path = "tipoff.db"
[accounts]
file = "accounts.csv"
[[feeds.feed]]
url = "https://wire.example/rss"
[[feeds.feed]]
url = "https://press.example/rss"
[profile]
industries = ["Manufacturing"]
importance = {{ industry = 2, title = 1, region = 1, trigger = 2 }}
[list]
files = ["{}"]
[[alert]]
name = "crm"
type = "webhook"
url = "https://crm.example/hook"
secret = "whsec_YSBzZWNyZXQgb2YgMjcgYnl0ZXMgb3Igc28h"
{}
)";

}  // namespace

Newsroom::Newsroom(const std::string& more, const std::string& accounts, const std::string& rules)
    : clock(monday_morning) {
  silence_log();
  if (!rules.empty()) folder.write("rules/mine.toml", rules);
  folder.write("accounts.csv", accounts);
  const auto config = folder.write(
      "tipoff.toml",
      fmt::format(fmt::runtime(configuration),
                  more.find("[[seller]]") == std::string::npos ? "call-list.json"
                                                               : "call-list-{seller}.json",
                  more + (rules.empty() ? "" : "[rules]\ndirs = [\"rules\"]\n")));
  auto reading = assemble(config);
  for (const Complaint& complaint : reading.complaints) UNSCOPED_INFO(to_text(complaint));
  REQUIRE(reading.assembly);
  assembly = std::make_unique<Assembly>(*std::move(reading.assembly));
  database = std::make_unique<Database>(assembly->settings.store.string());
  network.answer("https://crm.example/hook", 204, "");
  feed("https://wire.example/rss", {});
  feed("https://press.example/rss", {});
}

std::string Newsroom::default_accounts() {
  return "id,name,industry,owner\n"
         "orbax,Orbax Controls plc,Manufacturing,anna\n"
         "velmar,Velmar Foods Ltd,Manufacturing,ben\n"
         "cassia,Cassia Bank plc,Banking,anna\n";
}

std::string Newsroom::one_rule() {
  return "[[rule]]\nid = \"acquisition.en.to_buy\"\nevent = \"acquisition\"\nwords = [\"to "
         "acquire\"]\nrole = \"acquirer\"\n";
}

void Newsroom::feed(const std::string& url, const std::vector<NewsItem>& items) {
  std::string body =
      "<rss "
      "version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link><language>en</"
      "language>";
  for (const NewsItem& item : items)
    body += fmt::format(
        "<item><guid>{0}</guid><title>{1}</title><link>https://wire.example/{0}</"
        "link><pubDate>{2}</pubDate><description>{3}</description></item>",
        item.id, item.title, format_utc(clock.now() - item.age), item.summary);
  network.answer(url, 200, body + "</channel></rss>");
}

Loop::Totals Newsroom::once() {
  clock.advance(std::chrono::hours{1});
  Loop loop({.clock = clock, .transport = network, .mail = mail, .database = *database}, *assembly);
  loop.run_once({}, [] { return false; });
  return loop.totals();
}

CallList Newsroom::list() const {
  const auto stored = ListTable(*database).latest("default");
  REQUIRE(stored);
  return read_stored_list(*stored);
}

std::vector<Story> Newsroom::stories() {
  return StoryTable(*database).list({});
}

std::vector<OutboundMessage> Newsroom::outbox() {
  return OutboxTable(*database).all();
}

}  // namespace tipoff::fakes
