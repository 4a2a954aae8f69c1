#include "alert/message_id.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("An id is the same for the same parts and for no others", "[alert]") {
  CHECK(stable_id({"crm", "a"}) == stable_id({"crm", "a"}));
  CHECK(stable_id({"crm", "a"}) != stable_id({"crma", ""}));
  CHECK(stable_id({"crm"}).size() == 32);
}

TEST_CASE("A Message-ID ends in the sender's domain where it is one", "[alert]") {
  CHECK(message_domain("Tipoff <tipoff@sales.example>") == "sales.example");
  CHECK(message_domain("nobody") == "tipoff.invalid");
  CHECK(message_domain("a@b_c") == "tipoff.invalid");
}

}  // namespace tipoff
