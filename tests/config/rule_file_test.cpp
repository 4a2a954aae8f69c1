// Rule directories, and the rules that are shipped.
#include "config/rule_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "catch.h"
#include "detect/event_type.h"

namespace fs = std::filesystem;

namespace {

/// A directory that is gone with the test.
struct RuleDirectory {
  fs::path path = fs::temp_directory_path() / ("tipoff-rules-" + std::to_string(::getpid()));

  RuleDirectory() { fs::create_directories(path); }
  ~RuleDirectory() { fs::remove_all(path); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
  }
  [[nodiscard]] tipoff::RuleReading read() const { return tipoff::read_rules(std::span(&path, 1)); }
};

}  // namespace

TEST_CASE("Word lists may stand in a later file than the rules that use them", "[rule_file]") {
  const RuleDirectory dir;
  dir.write("a.toml", "language='en'\n[[rule]]\nid='a'\nevent='b'\npattern='to {buy}'\n");
  dir.write("z.toml", "language='en'\n[words]\nbuy=['buy']\n");
  dir.write("notes.txt", "no rules");
  const auto reading = dir.read();
  CHECK(reading.complaints.empty());
  CHECK(reading.book.rules.size() == 1);
}

TEST_CASE("A pattern that is no RE2 and an unknown list are complaints with file, line and key",
          "[rule_file]") {
  const RuleDirectory dir;
  dir.write(
      "a.toml",
      "[[rule]]\nid='a'\nevent='b'\npattern='('\n[[rule]]\nid='c'\nevent='b'\npattern='{nix}'\n");
  const auto reading = dir.read();
  REQUIRE(reading.complaints.size() == 2);
  CHECK(reading.complaints[0].line == 4);
  CHECK(reading.complaints[0].key == "a.pattern");
  CHECK(reading.complaints[1].line == 8);
  CHECK_THAT(reading.complaints[1].message, Catch::Contains("{nix}"));
}

TEST_CASE("Two rules with one id are a complaint", "[rule_file]") {
  const RuleDirectory dir;
  dir.write("a.toml",
            "[[rule]]\nid='a'\nevent='b'\npattern='c'\n[[rule]]\nid='a'\nevent='b'\npattern='c'\n");
  CHECK(dir.read().complaints.size() == 1);
}

TEST_CASE("A directory that is missing is a complaint", "[rule_file]") {
  const fs::path missing = "/nowhere/at/all";
  const auto reading = tipoff::read_rules(std::span(&missing, 1));
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].file == "/nowhere/at/all");
}

TEST_CASE("The shipped rules are sound, show what they do, and cover all event types",
          "[rule_file]") {
  const fs::path shipped = tipoff::shipped_rules();
  const auto reading = tipoff::read_rules(std::span(&shipped, 1));
  CHECK(reading.complaints.empty());
  std::set<std::string_view> covered;
  for (const tipoff::Rule& rule : reading.book.rules) {
    INFO(rule.id);
    CHECK_FALSE(rule.fires.empty());
    covered.insert(rule.event);
  }
  for (const std::string_view type : tipoff::shipped_event_types()) {
    INFO(type);
    CHECK(covered.contains(type));
  }
}
