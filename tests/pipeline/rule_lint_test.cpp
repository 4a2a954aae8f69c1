// Rule lint: one finding of each kind, with its line.
#include "pipeline/rule_lint.h"

#include <filesystem>
#include <span>

#include "catch.h"
#include "config/rule_file.h"
#include "config/rule_reader.h"

namespace {

/// The warnings about the rules of one file, a line each.
std::string lint(std::string_view text) {
  tipoff::RuleReading reading;
  tipoff::parse_rule_file(text, "r.toml", reading);
  REQUIRE(reading.complaints.empty());
  std::string told;
  const auto warnings = tipoff::lint_rules(reading.book).value();
  for (const auto& warning : warnings) {
    CHECK(warning.warning);
    told += to_text(warning) + '\n';
  }
  return told;
}

constexpr std::string_view head = "[[rule]]\nid = 'a'\nevent = 'merger'\n";
constexpr std::string_view examples = "fires = ['to merge']\nsilent = ['nothing']\n";

std::string rule(std::string_view keys, std::string_view more = examples) {
  return std::string(head) + std::string(keys) + "\n" + std::string(more);
}

}  // namespace

TEST_CASE("A sound rule gives no warning", "[rule_lint]") {
  CHECK(lint(rule("pattern = '\\bto merge\\b'\nunless = 'to merge files'")).empty());
}

TEST_CASE("A rule without a piece to look for is told with the pattern that lacks it",
          "[rule_lint]") {
  const std::string told = lint(rule("pattern = [\n'\\bto merge\\b',\n'\\d+ \\w+',\n]"));
  CHECK_THAT(told, Catch::StartsWith("r.toml:6: warning: a.pattern: is tried for every sentence"));
}

TEST_CASE("A dear gap is told as it is written", "[rule_lint]") {
  CHECK_THAT(lint(rule("pattern = 'merge.{0,60}with'")), Catch::Contains("the gap \".{0,60}\""));
}

TEST_CASE("A rule without examples is told", "[rule_lint]") {
  const std::string told = lint(rule("pattern = 'to merge'", ""));
  CHECK_THAT(told, Catch::Contains("a.silent") && Catch::Contains("a.fires"));
  CHECK_THAT(lint(rule("pattern = 'to merge'\nweight = -1", "silent = ['x']\n")),
             !Catch::Contains("a.fires"));
}

TEST_CASE("A type that looks mistyped is told with the one that was meant, and a new one is not",
          "[rule_lint]") {
  const auto typed = [](std::string_view event) {
    return lint("[[rule]]\nid='a'\nevent='" + std::string(event) + "'\npattern='to merge'\n" +
                std::string(examples));
  };
  CHECK_THAT(typed("mergers"), Catch::Contains("did you mean 'merger'?"));
  CHECK(typed("sap_migration").empty());
}

TEST_CASE("Patterns that stand twice are told with the other rule", "[rule_lint]") {
  const std::string second =
      "[[rule]]\nid = 'b'\nevent = 'merger'\npattern = 'to merge'\n" + std::string(examples);
  CHECK_THAT(lint(rule("pattern = 'to merge'") + second),
             Catch::Contains("b.pattern: stands in a too (r.toml:1)"));
  CHECK_THAT(lint(rule("pattern = ['to merge', 'to merge']")), Catch::Contains("stands twice"));
  CHECK_THAT(lint(rule("words = ['fusion', 'fusion']")), Catch::Contains("a.words: stands twice"));
}

TEST_CASE("An unless that can never match, or forbids the rule itself, is told", "[rule_lint]") {
  CHECK_THAT(lint(rule("pattern = 'to merge'\nunless = ['merge\\nfiles']")),
             Catch::StartsWith("r.toml:5: warning: a.unless: "));
  CHECK_THAT(lint(rule("pattern = 'to merge'\nunless = ['to merge']")),
             Catch::Contains("never fires"));
  CHECK_THAT(lint(rule("pattern = 'to merge'\nunless = ['xyz', 'xyz']")),
             Catch::Contains("a.unless: stands there twice"));
}

TEST_CASE("A silence for what no rule tells, or that cannot match, is told with its line",
          "[rule_lint]") {
  const std::string told = lint(rule("pattern = 'to merge'") +
                                "[[silence]]\nname = 'old'\npattern = ['ye\\bars']\n"
                                "events = ['mergr', 'strike', 'merger']\n");
  CHECK_THAT(told, Catch::Contains(
                       "r.toml:7: warning: silence \"old\".events: no rule tells of 'mergr': did "
                       "you mean 'merger'?"));
  CHECK_THAT(told, Catch::Contains("no rule tells of 'strike'\n"));
  CHECK_THAT(told, Catch::Contains("silence \"old\".pattern: \\b between"));
}

TEST_CASE("Rules that do not compile are an error", "[rule_lint]") {
  tipoff::RuleBook book;
  book.rules.emplace_back();
  book.rules[0].patterns = {"("};
  CHECK_FALSE(tipoff::lint_rules(book));
}

TEST_CASE("There is nothing to say against the shipped rules", "[rule_lint]") {
  const std::filesystem::path shipped = tipoff::shipped_rules();
  const auto reading = tipoff::read_rules(std::span(&shipped, 1));
  const auto warnings = tipoff::lint_rules(reading.book).value();
  for (const auto& warning : warnings) FAIL_CHECK(to_text(warning));
  CHECK(reading.complaints.empty());
}
