// Whole files, and why they cannot be read.
#include "config/read_file.h"

#include "catch.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

TEST_CASE("A file comes back byte for byte", "[config]") {
  const ScratchDirectory scratch;
  std::string bytes(200'000, 'x');
  bytes.replace(0, 5, "a\0b\r\n", 5);
  CHECK(*read_file(scratch.write("some.csv", bytes)) == bytes);
  CHECK(read_file(scratch.write("empty.csv", ""))->empty());
}

TEST_CASE("A file that cannot be read says why", "[config]") {
  const ScratchDirectory scratch;
  CHECK(read_file(scratch.path() / "none").error().message == "does not exist");
  CHECK(read_file(scratch.path()).error().message == "is a directory");
  CHECK(read_file(scratch.write("big", "12345"), 4).error().message == "is larger than 4 bytes");
  CHECK(read_file(scratch.write("fits", "1234"), 4));
}

}  // namespace tipoff
