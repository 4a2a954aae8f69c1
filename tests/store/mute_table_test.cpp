#include "store/mute_table.h"

#include "catch.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Mute of(const std::string& account, Time until) {
  Mute mute;
  mute.seller = "anna";
  mute.account = account;
  mute.event = "layoffs";
  mute.made_at = noon;
  mute.until = until;
  mute.note = "on holiday";
  return mute;
}

}  // namespace

TEST_CASE("A mute comes back whole, until it ends", "[store][alerts]") {
  Database database(":memory:");
  MuteTable mutes(database);
  auto orbax = of("orbax", noon + 2h);
  orbax.id = mutes.add(orbax);
  auto velmar = of("velmar", noon + 1h);
  velmar.id = mutes.add(velmar);
  CHECK(orbax.id != velmar.id);

  CHECK(mutes.live(noon) == std::vector{orbax, velmar});
  CHECK(mutes.live(noon + 1h) == std::vector{orbax});
  CHECK(mutes.live(noon + 2h).empty());
}

TEST_CASE("A mute that is lifted ends at that moment, once", "[store][alerts]") {
  Database database(":memory:");
  MuteTable mutes(database);
  const auto id = mutes.add(of("orbax", noon + 2h));

  CHECK(mutes.lift(id, noon + 1h));
  CHECK(mutes.live(noon + 1h).empty());
  CHECK_FALSE(mutes.lift(id, noon + 1h));
  CHECK_FALSE(mutes.lift(id + 1, noon));
}

}  // namespace tipoff
