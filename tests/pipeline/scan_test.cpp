// Scan: files of saved articles, with the shipped rules.
#include "pipeline/scan.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

#include "catch.h"
#include "text/json.h"

namespace fs = std::filesystem;
using tipoff::ScanOutcome;

namespace {

struct ScanDirectory {
  fs::path path = fs::temp_directory_path() / ("tipoff-scan-" + std::to_string(::getpid()));
  std::ostringstream out;
  std::ostringstream err;

  ScanDirectory() { fs::create_directories(path); }
  ~ScanDirectory() { fs::remove_all(path); }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
    return path / name;
  }

  ScanOutcome scan(const tipoff::ScanOptions& options) { return tipoff::scan(options, out, err); }
};

tipoff::ScanOptions options_for(const fs::path& file) {
  tipoff::ScanOptions options;
  options.files = {file};
  return options;
}

}  // namespace

TEST_CASE("Each record is answered, in order, however many threads there are", "[scan]") {
  ScanDirectory dir;
  std::string lines;
  std::string ids;
  for (int i = 0; i < 3000; ++i) {
    const std::string id = std::to_string(i);
    lines += "{\"id\":\"" + id + "\",\"title\":\"Ostrava Tools files for bankruptcy\"}\n";
    ids += id + ' ';
  }
  auto options = options_for(dir.write("a.jsonl", lines));
  options.jobs = 3;
  REQUIRE(dir.scan(options) == ScanOutcome::done);
  std::istringstream answers(dir.out.str());
  std::string told;
  for (std::string line; std::getline(answers, line);) {
    const auto json = tipoff::parse_json(line).value();
    told += json["id"].get<std::string>() + ' ';
    REQUIRE(json["events"].size() == 1);
    REQUIRE(json["events"][0]["event"] == "insolvency");
  }
  CHECK(told == ids);
}

TEST_CASE("A bad line is told with file and line, and the others are still read", "[scan]") {
  ScanDirectory dir;
  const auto file = dir.write(
      "b.jsonl", "{\"id\":\"1\",\"title\":\"x\"}\n\nnonsense\n{\"id\":\"2\",\"title\":\"y\"}\n");
  CHECK(dir.scan(options_for(file)) == ScanOutcome::wrong_input);
  CHECK(dir.out.str() == "{\"id\":\"1\",\"events\":[]}\n{\"id\":\"2\",\"events\":[]}\n");
  CHECK_THAT(dir.err.str(), Catch::Contains("b.jsonl:3: "));
}

TEST_CASE("A file that cannot be read, and rules that are wrong, are told", "[scan]") {
  ScanDirectory dir;
  CHECK(dir.scan(options_for(dir.path / "missing.jsonl")) == ScanOutcome::unreadable);
  auto options = options_for(dir.write("a.jsonl", "{\"id\":\"1\",\"title\":\"x\"}\n"));
  fs::create_directories(dir.path / "rules");
  dir.write("rules/bad.toml", "[[rule]]\nid='a'\nevent='b'\npattern='('\n");
  options.rules = dir.path / "rules";
  CHECK(dir.scan(options) == ScanOutcome::wrong_input);
  CHECK_THAT(dir.err.str(), Catch::Contains("bad.toml:4"));
}

TEST_CASE("With accounts, their events and mentions are told under their ids", "[scan]") {
  ScanDirectory dir;
  auto options = options_for(dir.write(
      "a.jsonl", "{\"id\":\"1\",\"title\":\"Ostrava Tools to acquire Lindqvist Bearings\"}\n"));
  options.accounts =
      dir.write("accounts.csv", "id,name\nost,Ostrava Tools Inc\nlin,Lindqvist Bearings AB\n");
  options.mentions = true;
  options.stories = true;
  REQUIRE(dir.scan(options) == ScanOutcome::done);
  const auto json = tipoff::parse_json(dir.out.str()).value();
  CHECK(json["mentions"].size() == 2);
  REQUIRE(json["events"].size() == 2);
  CHECK(json["events"][0]["account"] == "ost");
  CHECK(json["events"][0]["role"] == "acquirer");
  CHECK(json["events"][1]["role"] == "target");
  CHECK(json["story"] == "1");
}

TEST_CASE("A story is told by the id of its first record", "[scan]") {
  ScanDirectory dir;
  const std::string body =
      "Ostrava Tools said on Monday that it would buy the bearings maker Lindqvist for forty "
      "million euros in cash, and "
      "that it expects the deal to close before the summer, once the regulators in Graz have "
      "agreed to it.";
  auto options = options_for(dir.write(
      "a.jsonl", "{\"id\":\"x\",\"title\":\"Ostrava to buy Lindqvist\",\"body\":\"" + body +
                     "\"}\n" +
                     "{\"id\":\"y\",\"title\":\"Rain in Graz\",\"body\":\"It will rain until "
                     "Friday, forecasters in Styria say.\"}\n" +
                     "{\"id\":\"z\",\"title\":\"Ostrava to buy Lindqvist\",\"body\":\"(Wire) " +
                     body + "\"}\n"));
  options.stories = true;
  REQUIRE(dir.scan(options) == ScanOutcome::done);
  std::istringstream answers(dir.out.str());
  std::string told;
  for (std::string line; std::getline(answers, line);)
    told += tipoff::parse_json(line).value()["story"].get<std::string>();
  CHECK(told == "xyx");
}
