// The morning list.
#include "alert/digest_brief.h"

#include "alert/mail_text.h"
#include "alert/sample_news.h"
#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

Channel morning_mail() {
  Channel channel = test::sample_mail();
  channel.policy.digest.emplace();
  channel.policy.digest->at = *parse_week_time("Mon-Fri 08:00 Europe/Berlin");
  return channel;
}

CallList list_of(int count) {
  CallList list;
  for (int number = 1; number <= count; ++number) {
    CallListEntry entry = test::sample_news().entry;
    entry.rank = number;
    entry.id = "account-" + std::to_string(number);
    entry.name = "Account " + std::to_string(number);
    entry.owner = number % 2 == 0 ? "anna" : "jonas";
    entry.score.events = {test::sample_story()};
    list.entries.push_back(std::move(entry));
  }
  return list;
}

const Bundle nothing{.kind = Bundle::Kind::digest, .told = {}};
const Time morning = test::march_2 - 1h;

}  // namespace

TEST_CASE("The morning list tells whom to call, why, what to say and where to dial",
          "[alert][digest]") {
  const CallList list = list_of(1);
  const Brief brief = digest_brief(morning_mail(), nothing,
                                   {.list = &list, .yesterday = nullptr, .callbacks = {}}, morning);
  CHECK(brief.subject == "Call list, Mon 2 Mar 2026: 1 call");
  CHECK(mail_text(brief) ==
        "Why this message: digest\n"
        "\n"
        "== Today's calls ==\n"
        "1. Account 1 (5/9)\n"
        "Why now: Nordwerk buys Halden Pumps and must join two supply chains.\n"
        "Say: Nordwerk to acquire Halden Pumps\n"
        "Call: Anna Weber, COO\n"
        "Phone: +49 (0)89 123-456\n"
        "E-mail: anna.weber@nordwerk.example\n"
        "https://news.example/nordwerk?id=1&lang=en\n"
        "\n");
  CHECK(brief.sections[0].items[0].rows[3].link == "tel:+4989123456");
}

TEST_CASE("The ten first are called, or as many as the policy says", "[alert][digest]") {
  const CallList list = list_of(30);
  Channel channel = morning_mail();
  const MorningList all{.list = &list, .yesterday = nullptr, .callbacks = {}};
  CHECK(digest_brief(channel, nothing, all, morning).sections[0].items.size() == 10);
  channel.policy.digest->calls = 3;
  CHECK(digest_brief(channel, nothing, all, morning).sections[0].items.size() == 3);
  channel.policy.digest->calls = 0;
  CHECK(digest_brief(channel, nothing, all, morning).sections.empty());
}

TEST_CASE("A recipient who hears of his own accounts calls his own", "[alert][digest]") {
  const CallList list = list_of(30);
  Channel channel = morning_mail();
  channel.policy.owners = {"Anna"};
  const Brief brief = digest_brief(channel, nothing,
                                   {.list = &list, .yesterday = nullptr, .callbacks = {}}, morning);
  REQUIRE(brief.sections[0].items.size() == 10);
  CHECK(brief.sections[0].items[0].heading == "2. Account 2 (5/9)");
  CHECK(brief.sections[0].items[9].heading == "20. Account 20 (5/9)");
}

TEST_CASE("Callbacks that are due stand after the calls, with their time where the seller is",
          "[alert][digest]") {
  DueCallback callback;
  callback.account = "Halden AG";
  callback.contact = "Ben Krause";
  callback.phone = "089 555";
  callback.due = test::march_2 + 2h;
  callback.note = "wants a price";
  const Brief brief =
      digest_brief(morning_mail(), nothing,
                   {.list = nullptr, .yesterday = nullptr, .callbacks = {callback}}, morning);
  CHECK(brief.subject == "Call list, Mon 2 Mar 2026: 1 callback");
  REQUIRE(brief.sections.size() == 1);
  CHECK(brief.sections[0].heading == "Callbacks due today");
  CHECK(brief.sections[0].items[0].heading == "Halden AG");
  CHECK(brief.sections[0].items[0].rows ==
        std::vector<BriefRow>{{"Call", "Ben Krause", ""},
                              {"Phone", "089 555", "tel:089555"},
                              {"Agreed for", "2 Mar 2026, 11:00 CET", ""},
                              {"Note", "wants a price", ""}});
}

TEST_CASE("A callback that was agreed for a day has no hour", "[alert][digest]") {
  DueCallback callback;
  callback.account = "Halden AG";
  callback.due = test::march_2 - 9h;  // midnight in Berlin
  const Brief brief =
      digest_brief(morning_mail(), nothing,
                   {.list = nullptr, .yesterday = nullptr, .callbacks = {callback}}, morning);
  CHECK(brief.sections[0].items[0].rows ==
        std::vector<BriefRow>{{"Agreed for", "Mon 2 Mar 2026", ""}});
}

TEST_CASE("A muted account is not among the calls", "[alert][digest]") {
  const CallList list = list_of(3);
  const Brief brief = digest_brief(
      morning_mail(), nothing,
      {.list = &list, .yesterday = nullptr, .callbacks = {}, .muted = {list.entries[1].id}},
      morning);
  REQUIRE(brief.sections[0].items.size() == 2);
  CHECK(brief.sections[0].items[1].heading == "3. Account 3 (5/9)");
}

TEST_CASE("What moved since yesterday stands in a line each", "[alert][digest]") {
  const CallList before = list_of(3);
  CallList now = list_of(4);
  now.entries.erase(now.entries.begin());
  now.entries[0].score.score = 9;
  now.entries[1].score.score = 2;
  const Brief brief = digest_brief(morning_mail(), nothing,
                                   {.list = &now, .yesterday = &before, .callbacks = {}}, morning);
  REQUIRE(brief.sections.size() == 2);
  CHECK(brief.sections[1].heading == "Moved since yesterday");
  CHECK(brief.sections[1].items[0].rows ==
        std::vector<BriefRow>{{"Entered", "Account 4 (number 4)", ""},
                              {"Rose", "Account 2 (number 2, 5 -> 9 points)", ""},
                              {"Fell", "Account 3 (number 3, 5 -> 2 points)", ""},
                              {"Left", "Account 1", ""}});
}

TEST_CASE("The events that were kept close the digest, each with its reason", "[alert][digest]") {
  const Bundle bundle{.kind = Bundle::Kind::digest, .told = {test::due(test::sample_news())}};
  const CallList list = list_of(2);
  const Brief brief = digest_brief(morning_mail(), bundle,
                                   {.list = &list, .yesterday = &list, .callbacks = {}}, morning);
  CHECK(brief.subject == "Call list, Mon 2 Mar 2026: 2 calls, 1 event");
  REQUIRE(brief.sections.size() == 2);
  CHECK(brief.sections[1].heading == "Events");
  CHECK(brief.sections[1].items[0].rows[0] == BriefRow{"Why this message", "new", ""});
}

TEST_CASE("A morning without anything says so", "[alert][digest]") {
  CHECK(digest_brief(morning_mail(), nothing, {}, morning).subject ==
        "Call list, Mon 2 Mar 2026: nothing new");
}

TEST_CASE("The morning list is told in Chinese too", "[alert][digest]") {
  Channel channel = morning_mail();
  channel.language = MessageLanguage::chinese;
  const CallList list = list_of(2);
  const Brief brief = digest_brief(channel, nothing,
                                   {.list = &list, .yesterday = nullptr, .callbacks = {}}, morning);
  CHECK(brief.subject == "呼叫名单，2026年3月2日 星期一：2个电话");
  CHECK(brief.sections[0].heading == "今日致电");
  CHECK(brief.sections[0].items[0].rows[1].label == "可以这样说");
}

}  // namespace tipoff
