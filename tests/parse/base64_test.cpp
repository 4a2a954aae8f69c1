// Base64 as feeds embed it.
#include "parse/base64.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Base64 is decoded over line breaks and without padding", "[parse][base64]") {
  CHECK(decode_base64("Tm9yZHdl\n  cms=") == "Nordwerk");
  CHECK(decode_base64("Tm9yZHdlcms") == "Nordwerk");
  CHECK(decode_base64("") == "");
}

TEST_CASE("Other characters are no base64", "[parse][base64]") {
  CHECK(decode_base64("Nord & werk") == std::nullopt);
}

}  // namespace tipoff
