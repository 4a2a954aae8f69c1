#include "cli/command_line.h"

#include <initializer_list>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

namespace {

struct Run {
  int code = 0;
  std::string out;
  std::string err;
};

Run run(std::initializer_list<const char*> words) {
  std::vector<const char*> argv{"tipoff"};
  argv.insert(argv.end(), words);
  const std::ostringstream out;
  const std::ostringstream err;
  auto* const old_out = std::cout.rdbuf(out.rdbuf());
  auto* const old_err = std::cerr.rdbuf(err.rdbuf());
  const int code = run_command_line(static_cast<int>(argv.size()), argv.data());
  std::cout.rdbuf(old_out);
  std::cerr.rdbuf(old_err);
  return {.code = code, .out = out.str(), .err = err.str()};
}

}  // namespace

TEST_CASE("Every command teaches with an example", "[command_line]") {
  for (const auto& words : {std::vector<const char*>{"list"},
                            {"show"},
                            {"event"},
                            {"event", "list"},
                            {"feed"},
                            {"feed", "list"},
                            {"feed", "parse"},
                            {"account"},
                            {"account", "import"},
                            {"account", "list"},
                            {"rule"},
                            {"rule", "list"},
                            {"rule", "test"},
                            {"rule", "lint"},
                            {"rule", "explain"},
                            {"rule", "backtest"},
                            {"scan"},
                            {"check"}}) {
    const auto help =
        words.size() == 1 ? run({words[0], "--help"}) : run({words[0], words[1], "--help"});
    CAPTURE(words[0]);
    CHECK(help.code == 0);
    CHECK_THAT(help.out,
               Catch::Contains("Example: ") && Catch::Contains(std::string("tipoff ") + words[0]));
  }
}

TEST_CASE("A mistyped command gets the one that was meant", "[command_line]") {
  const auto result = run({"lsit"});
  CHECK(result.code == 2);
  CHECK_THAT(result.err, Catch::Contains("'lsit' is no command") && Catch::Contains("'list'"));
  CHECK_THAT(run({"--config", "mine.toml", "lsit"}).err, Catch::Contains("'lsit' is no command"));
  CHECK_THAT(run({"event", "lists"}).err, Catch::Contains("'lists' is no command"));
}

TEST_CASE("Wrong use of the command line is exit code 2", "[command_line]") {
  CHECK(run({}).code == 2);
  CHECK(run({"list", "--no-such-option"}).code == 2);
  CHECK(run({"show"}).code == 2);
  CHECK(run({"scan", "news.jsonl"}).code == 2);
}

TEST_CASE("The configuration may be named before or behind the command", "[command_line]") {
  CHECK(run({"--config", "/no/such.toml", "check"}).code == 3);
  const auto behind = run({"check", "--config", "/no/such.toml"});
  CHECK(behind.code == 3);
  CHECK_THAT(behind.err, Catch::Contains("/no/such.toml"));
}

TEST_CASE("A store that cannot be used is exit code 4", "[command_line]") {
  const fakes::TemporaryFolder folder;
  folder.write("accounts.csv", "name\nOrbax Controls plc\n");
  folder.write("tipoff.db",
               "this is no database, and never was one; it is only a text of some length");
  const auto config =
      folder
          .write("tipoff.toml",
                 "[store]\npath = \"tipoff.db\"\n[accounts]\nfile = \"accounts.csv\"\n")
          .string();

  const auto result = run({"list", "--config", config.c_str()});

  CHECK(result.code == 4);
  CHECK_THAT(result.err, Catch::Contains("tipoff.db"));
}

}  // namespace tipoff
