#include "text/hash.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("The hash is FNV-1a with its published answers", "[hash]") {
  CHECK(hash_text(stable_hash("")) == "cbf29ce484222325");
  CHECK(hash_text(stable_hash("a")) == "af63dc4c8601ec8c");
  CHECK(hash_text(stable_hash("foobar")) == "85944171f73967e8");
}

TEST_CASE("Texts can be hashed piece by piece", "[hash]") {
  CHECK(stable_hash("bar", stable_hash("foo")) == stable_hash("foobar"));
}

}  // namespace tipoff
