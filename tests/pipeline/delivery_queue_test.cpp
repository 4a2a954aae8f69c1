#include "pipeline/delivery_queue.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

using Steady = DeliveryQueue::Steady;
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
const Steady::time_point start{100h};
const Moment moment{.now = noon, .steady = start};

OwedMessage owed(std::int64_t id, std::chrono::seconds wait = 0s, const std::string& topic = "") {
  return {.id = id,
          .channel = "crm",
          .recipient = "https://crm.example/hook",
          .topic = topic,
          .since = noon,
          .next_try = noon + wait};
}

DeliveryQueue serving(std::vector<OwedMessage> messages) {
  DeliveryQueue queue(2);
  queue.serve("crm", 0);
  for (const OwedMessage& message : messages) queue.add(message, moment);
  return queue;
}

}  // namespace

TEST_CASE("The longest due comes first, and nothing before its moment", "[deliveries]") {
  auto queue = serving({owed(1, 5s), owed(2), owed(3, 5s)});
  CHECK(queue.next("crm", start) == 2);
  queue.started(2, start);
  CHECK_FALSE(queue.next("crm", start + 4999ms));
  CHECK(queue.next_due(start) == start + 5s);
  CHECK(queue.next("crm", start + 5s) == 1);
}

TEST_CASE("A clock that was set back makes no wait longer than it was meant", "[deliveries]") {
  CHECK(left_of_wait(noon, noon + 60s, noon + 20s) == 40s);
  CHECK(left_of_wait(noon, noon + 60s, noon + 61s) == 0s);
  CHECK(left_of_wait(noon, noon + 60s, noon - 24h) == 60s);
  CHECK(left_of_wait(noon, noon, noon - 24h) == 0s);
}

TEST_CASE("A channel that nobody serves keeps what it is owed, and wakes nobody", "[deliveries]") {
  DeliveryQueue queue(2);
  queue.add(owed(1, 5s), moment);
  CHECK_FALSE(queue.next("crm", start + 1h));
  CHECK_FALSE(queue.next_due(start));
}

TEST_CASE("A full channel waits for an answer, not for the clock", "[deliveries]") {
  auto queue = serving({owed(1), owed(2), owed(3), owed(4, 5s)});
  queue.started(1, start);
  queue.started(2, start);
  CHECK_FALSE(queue.next("crm", start));
  CHECK_FALSE(queue.next_due(start));
  queue.forget(1);
  CHECK(queue.next("crm", start) == 3);
}

TEST_CASE("What stands behind one of its topic waits for it, not for the clock", "[deliveries]") {
  auto queue = serving({owed(1, 0s, "story:5"), owed(2, 0s, "story:5"), owed(3, 0s, "story:6")});
  queue.started(1, start);
  CHECK(queue.next("crm", start) == 3);
  queue.started(3, start);
  queue.forget(3);
  CHECK_FALSE(queue.next("crm", start));
  CHECK_FALSE(queue.next_due(start));
  queue.wait(1, start + 1h, noon + 1h);
  CHECK(queue.next("crm", start) == 2);
}

TEST_CASE("A hold is not shortened by a later one", "[deliveries]") {
  auto queue = serving({owed(1)});
  queue.hold("crm", start + 60s);
  queue.hold("crm", start + 5s);
  CHECK_FALSE(queue.next("crm", start + 59s));
  CHECK(queue.next_due(start) == start + 60s);
  CHECK(queue.next("crm", start + 60s) == 1);
}

TEST_CASE("Only a next_try that was changed moves a message that is known", "[deliveries]") {
  auto queue = serving({owed(1, 60s), owed(2, 60s)});
  const Moment later{.now = noon + 24h, .steady = start + 1s};  // the clock was set
  auto retried = owed(2);
  retried.next_try = noon + 24h;
  queue.replace({owed(1, 60s), retried}, later);
  CHECK(queue.next("crm", start + 1s) == 2);
  queue.started(2, start + 1s);
  CHECK_FALSE(queue.next("crm", start + 59s));
  CHECK(queue.next("crm", start + 60s) == 1);
}

TEST_CASE("What is not owed any more is forgotten, but for what is on its way", "[deliveries]") {
  auto queue = serving({owed(1), owed(2)});
  queue.started(1, start);
  queue.replace({}, moment);
  CHECK_FALSE(queue.next("crm", start));
  CHECK(queue.on_the_way() == 1);
  queue.forget(1);
  CHECK(queue.on_the_way() == 0);
}

}  // namespace tipoff
