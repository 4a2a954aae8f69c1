#include "store/recipient_table.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A recipient's rhythm is kept by channel and recipient", "[store][alerts]") {
  Database database(":memory:");
  RecipientTable recipients(database);
  const Time eight = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8};
  CHECK(recipients.find("team", "anna@example.com") == RecipientRhythm{});

  recipients.save("team", "anna@example.com", {.digest = eight, .group = std::nullopt});
  recipients.save("team", "ben@example.com", {.digest = std::nullopt, .group = eight});
  CHECK(recipients.find("team", "anna@example.com").digest == eight);
  CHECK_FALSE(recipients.find("team", "anna@example.com").group);
  CHECK(recipients.find("team", "ben@example.com").group == eight);

  recipients.save("team", "anna@example.com",
                  {.digest = eight + std::chrono::hours{24}, .group = std::nullopt});
  CHECK(recipients.find("team", "anna@example.com").digest == eight + std::chrono::hours{24});
}

}  // namespace tipoff
