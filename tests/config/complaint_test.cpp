// What a complaint looks like on a terminal.
#include "config/complaint.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A complaint is told with its file, line and key", "[config]") {
  CHECK(to_text({"tipoff.toml", 12, "alert[1].url", "an address is needed", false}) ==
        "tipoff.toml:12: alert[1].url: an address is needed");
  CHECK(to_text({"tipoff.toml", 0, "", "does not exist", false}) == "tipoff.toml: does not exist");
  CHECK(to_text({"accounts.csv", 3, "", "the name is missing", true}) ==
        "accounts.csv:3: warning: the name is missing");
}

TEST_CASE("Warnings alone are no error", "[config]") {
  const Complaint warning{"a.toml", 1, "", "mail goes out as plain text", true};
  const Complaint error{"a.toml", 2, "", "unknown key", false};
  CHECK_FALSE(any_error({}));
  CHECK_FALSE(any_error({warning}));
  CHECK(any_error({warning, error}));
}

}  // namespace tipoff
