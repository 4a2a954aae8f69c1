// Notices and messages as one table, and what people do to them.
#include "store/alert_table.h"

#include "catch.h"
#include "store/outbox_table.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const Time noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};

struct Store {
  Database database{":memory:"};
  OutboxTable outbox{database};
  AlertTable alerts{database};

  /// A message in that state; its id.
  std::string message(const std::string& channel, const std::string& state,
                      const std::string& answer = "", Time at = noon) {
    OutboundMessage message;
    message.channel = channel;
    message.recipient = "anna@example.com";
    message.cause = "cause:" + std::to_string(++made_);
    message.subject = "Orbax to merge";
    message.created_at = at;
    message.next_try = at + 1h;
    outbox.owe(message);
    message.id = outbox.all().back().id;
    message.state = state;
    message.attempts = 3;
    message.last_answer = answer;
    outbox.record(message);
    return std::to_string(message.id);
  }

  void notice(const std::string& account, const std::string& state, std::int64_t in_message = 0) {
    SQLite::Statement insert(
        database.connection(),
        "INSERT INTO notice (channel, recipient, cause, topic, seller, account, story, event,"
        "  certainty, reason, made_at, release_at, together, state, why, message)"
        " VALUES ('team', 'anna@example.com', ?1 || ?2, '', 'default', ?1, 1, 'merger', "
        "'announced',"
        "  'new', ?3, ?3 + 60, 1, ?2, 'quiet hours until 07:00', ?4)");
    insert.bind(1, account);
    insert.bind(2, state);
    insert.bind(3, std::int64_t{noon.time_since_epoch().count()});
    insert.bind(4, in_message);
    insert.exec();
  }

 private:
  int made_ = 0;
};

}  // namespace

TEST_CASE("What waits and what was sent stand in one table, newest first", "[alert_table]") {
  Store store;
  store.notice("quarzwerk", "held");
  (void)store.message("crm", "delivered", "HTTP 200", noon + 1min);
  (void)store.message("crm", "owed", "HTTP 500", noon + 2min);
  const auto rows = store.alerts.list({});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].state == "owed");
  CHECK(rows[0].next == noon + 2min + 1h);
  CHECK(rows[0].answer == "HTTP 500");
  CHECK(rows[1].state == "delivered");
  CHECK_FALSE(rows[1].next);
  CHECK(rows[2].id == "n1");
  CHECK(rows[2].account == "quarzwerk");
  CHECK(rows[2].why == "quiet hours until 07:00");
  CHECK(rows[2].next == noon + 60s);
}

TEST_CASE("A notice that was told stands in the row of its message", "[alert_table]") {
  Store store;
  const auto single = store.message("team", "owed");
  store.notice("quarzwerk", "told", std::stoll(single));
  const auto group = store.message("team", "owed");
  store.notice("halden", "told", std::stoll(group));
  store.notice("orbax", "told", std::stoll(group));
  CHECK(store.alerts.list({}).size() == 2);
  CHECK(store.alerts.find(single)->account == "quarzwerk");
  CHECK(store.alerts.find(single)->reason == "new");
  CHECK(store.alerts.find(group)->account.empty());
  CHECK(store.alerts.find(group)->news == 2);
}

TEST_CASE("Alerts are listed by state, channel and time, and not without end", "[alert_table]") {
  Store store;
  store.notice("quarzwerk", "dropped");
  (void)store.message("crm", "dead");
  (void)store.message("team", "dead", "", noon + 1h);
  CHECK(store.alerts.list({.state = "dead", .channel = "", .since = {}, .most = 9}).size() == 2);
  CHECK(store.alerts.list({.state = "dropped", .channel = "", .since = {}, .most = 9}).size() == 1);
  CHECK(store.alerts.list({.state = "", .channel = "crm", .since = {}, .most = 9}).size() == 1);
  CHECK(store.alerts.list({.state = "", .channel = "", .since = noon + 1h, .most = 9}).size() == 1);
  CHECK(store.alerts.list({.state = "", .channel = "", .since = {}, .most = 2}).size() == 2);
}

TEST_CASE("What receivers did not take is found, and nothing else", "[alert_table]") {
  Store store;
  const auto refused = store.message("crm", "dead", "given up after 10 attempts");
  const auto other = store.message("team", "dead", "SMTP 550");
  (void)store.message("crm", "dead", "withheld: the event no longer counts");
  (void)store.message("crm", "dead", "dropped by anna");
  (void)store.message("crm", "owed");
  REQUIRE(store.alerts.untaken("crm").size() == 1);
  CHECK(store.alerts.untaken("crm")[0].id == refused);
  REQUIRE(store.alerts.untaken("").size() == 2);
  CHECK(store.alerts.untaken("")[1].id == other);
}

TEST_CASE("What is dead is owed again, what was delivered is not", "[alert_table]") {
  Store store;
  const auto dead = store.message("crm", "dead", "given up");
  const auto done = store.message("crm", "delivered");
  CHECK(store.alerts.retry(dead, noon + 5h));
  CHECK_FALSE(store.alerts.retry(done, noon + 5h));
  CHECK_FALSE(store.alerts.retry("99", noon));
  CHECK_FALSE(store.alerts.retry(dead + "x", noon));
  CHECK_FALSE(store.alerts.retry("n" + dead, noon));
  const auto row = store.alerts.find(dead);
  CHECK(row->state == "owed");
  CHECK(row->next == noon + 5h);
  CHECK(row->attempts == 0);
}

TEST_CASE("What waits can be dropped, with the reason", "[alert_table]") {
  Store store;
  store.notice("quarzwerk", "held");
  const auto owed = store.message("crm", "owed");
  CHECK(store.alerts.drop("n1", "dropped by anna"));
  CHECK(store.alerts.drop(owed, "dropped by anna"));
  CHECK(store.alerts.find("n1")->state == "dropped");
  CHECK(store.alerts.find("n1")->why == "dropped by anna");
  CHECK(store.alerts.find(owed)->answer == "dropped by anna");
  CHECK(store.alerts.find(owed)->state == "dead");
  CHECK_FALSE(store.alerts.drop(owed, "again"));
}

}  // namespace tipoff
