// Where secrets may be written, and what is told when they are not there.
#include "config/secret.h"

#include <cstdlib>

#include "catch.h"
#include "config/toml_file.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

namespace {

struct Read {
  Complaints complaints;
  std::vector<std::string> secrets;
};

Read read(const ScratchDirectory& scratch, std::string_view text, Secrets use = Secrets::needed) {
  Read result;
  const auto document = parse_toml(text, "a.toml", result.complaints).value_or(toml::table{});
  TomlTable table(document, "", "a.toml", result.complaints);
  result.secrets = read_secrets(table, "secret", scratch.path(), use);
  table.refuse_others();
  return result;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("A secret is written, in a file, or in the environment", "[settings]") {
  const ScratchDirectory scratch;
  scratch.write("keys/s", "one\ntwo\r\n\n");
  setenv("TIPOFF_TEST_SECRET", "from outside", 1);
  CHECK(read(scratch, "secret = \"a\"\n").secrets == Words{"a"});
  CHECK(read(scratch, "secret = [\"a\", \"b\"]\n").secrets == Words{"a", "b"});
  CHECK(read(scratch, "secret_file = \"keys/s\"\n").secrets == Words{"one", "two"});
  CHECK(read(scratch, "secret_env = \"TIPOFF_TEST_SECRET\"\n").secrets == Words{"from outside"});
  CHECK(read(scratch, "").secrets.empty());
  CHECK(read(scratch, "").complaints.empty());
}

TEST_CASE("A secret that is not where it should be is a complaint", "[settings]") {
  const ScratchDirectory scratch;
  scratch.write("empty", "\n");
  unsetenv("TIPOFF_TEST_NONE");
  for (const auto* text :
       {"secret_file = \"none\"\n", "secret_file = \"empty\"\n",
        "secret_env = \"TIPOFF_TEST_NONE\"\n", "secret = \"\"\n", "secret = 5\n"}) {
    CAPTURE(text);
    const Read result = read(scratch, text);
    CHECK(result.secrets.empty());
    CHECK(result.complaints.size() == 1);
  }
}

TEST_CASE("A secret is written in one place, and no complaint holds it", "[settings]") {
  const ScratchDirectory scratch;
  const Read result = read(scratch, "secret = \"hunter2\"\nsecret_env = \"HOME\"\n");
  REQUIRE(result.complaints.size() == 1);
  CHECK_THAT(result.complaints[0].message, Catch::StartsWith("is written in two places"));
  CHECK_THAT(to_text(result.complaints[0]), !Catch::Contains("hunter2"));
}

TEST_CASE("Who sends nothing is only warned of a secret that is not there", "[settings]") {
  const ScratchDirectory scratch;
  for (const auto* text : {"secret_file = \"none\"\n", "secret_env = \"TIPOFF_TEST_NONE\"\n"}) {
    CAPTURE(text);
    const Read result = read(scratch, text, Secrets::spared);
    REQUIRE(result.complaints.size() == 1);
    CHECK(result.complaints[0].warning);
  }
}

TEST_CASE("A file's name may be that of a systemd credential, which then counts", "[settings]") {
  const ScratchDirectory scratch;
  const ScratchDirectory credentials;
  scratch.write("hook", "beside\n");
  scratch.write("own", "own\n");
  credentials.write("hook", "credential\n");
  setenv("CREDENTIALS_DIRECTORY", credentials.path().c_str(), 1);
  CHECK(read(scratch, "secret_file = \"hook\"\n").secrets == Words{"credential"});
  CHECK(read(scratch, "secret_file = \"own\"\n").secrets == Words{"own"});
  CHECK(read(scratch, "secret_file = \"" + (scratch.path() / "hook").string() + "\"\n").secrets ==
        Words{"beside"});
  unsetenv("CREDENTIALS_DIRECTORY");
  CHECK(read(scratch, "secret_file = \"hook\"\n").secrets == Words{"beside"});
}

TEST_CASE("There is only one password", "[settings]") {
  Complaints complaints;
  const auto document = *parse_toml("password = [\"a\", \"b\"]\n", "a.toml", complaints);
  TomlTable table(document, "", "a.toml", complaints);
  CHECK(read_secret(table, "password", ".") == "a");
  CHECK(complaints.size() == 1);
}

}  // namespace tipoff
