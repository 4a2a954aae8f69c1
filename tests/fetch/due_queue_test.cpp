#include "fetch/due_queue.h"

#include <algorithm>
#include <random>

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
}  // namespace

TEST_CASE("The feed that is longest due comes first, and none before its time", "[due_queue]") {
  DueQueue queue;
  queue.push(0, noon + 2s);
  queue.push(1, noon);
  queue.push(2, noon + 1s);
  CHECK(queue.next_due() == noon);

  CHECK(queue.pop(noon + 1s) == 1);
  CHECK(queue.pop(noon + 1s) == 2);
  CHECK_FALSE(queue.pop(noon + 1s));
  CHECK(queue.next_due() == noon + 2s);
}

TEST_CASE("A feed stands once, where it was pushed last", "[due_queue]") {
  DueQueue queue;
  queue.push(7, noon);
  queue.push(7, noon + 1h);
  CHECK(queue.size() == 1);
  CHECK_FALSE(queue.pop(noon));
  CHECK(queue.pop(noon + 1h) == 7);
}

TEST_CASE("A feed that was removed is not due", "[due_queue]") {
  DueQueue queue;
  queue.push(3, noon);
  queue.remove(3);
  queue.remove(99);
  CHECK_FALSE(queue.pop(noon));
  CHECK_FALSE(queue.next_due());
}

TEST_CASE("A hundred thousand feeds come in the order of their time", "[due_queue]") {
  DueQueue queue;
  std::mt19937 random(7);
  for (std::size_t feed = 0; feed < 100'000; ++feed)
    queue.push(feed, noon + std::chrono::seconds{random() % 3600});
  std::vector<Time> order;
  while (const auto due = queue.next_due()) {
    order.push_back(*due);
    REQUIRE(queue.pop(*due));
  }
  CHECK(order.size() == 100'000);
  CHECK(std::ranges::is_sorted(order));
}

}  // namespace tipoff
