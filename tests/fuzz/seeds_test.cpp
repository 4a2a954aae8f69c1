// The fuzzers' seeds, and what becomes of them when bytes are cut off, changed or left out: with
// any compiler, in a moment.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "catch.h"
#include "targets.h"

namespace tipoff {
namespace {

using Target = void (*)(std::string_view);

const std::map<std::string, Target> targets = {
    {"feed", fuzz::feed},       {"html", fuzz::html},           {"date", fuzz::date},
    {"charset", fuzz::charset}, {"opml", fuzz::opml},           {"opml_edit", fuzz::opml_edit},
    {"csv", fuzz::csv},         {"rule_file", fuzz::rule_file}, {"sentences", fuzz::sentences}};

std::filesystem::path seed_folder() {
  return std::filesystem::path(SOURCE_ROOT) / "tests/fuzz/seeds";
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The same on every machine.
std::string changed(std::string seed, unsigned& state) {
  const auto number = [&](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  for (auto times = number(3); times < 3 && !seed.empty(); ++times) {
    const auto at = number(seed.size());
    const auto kind = number(4);
    if (kind == 0) seed[at] = static_cast<char>(number(256));
    if (kind == 1) seed.erase(at, 1 + number(8));
    if (kind == 2) seed.insert(at, seed.substr(number(seed.size()), number(20)));
    if (kind == 3 && number(4) == 0) seed.resize(at);
  }
  return seed;
}

}  // namespace

TEST_CASE("Every fuzzer has seeds, and each of them holds", "[fuzz]") {
  for (const auto& [name, target] : targets) {
    CAPTURE(name);
    int seeds = 0;
    for (const auto& entry : std::filesystem::directory_iterator(seed_folder() / name)) {
      CAPTURE(entry.path().filename().string());
      CHECK_NOTHROW(target(contents(entry.path())));
      ++seeds;
    }
    CHECK(seeds > 0);
  }
}

TEST_CASE("Seeds hold whatever becomes of some of their bytes", "[fuzz]") {
  unsigned state = 29;
  for (const auto& [name, target] : targets) {
    for (const auto& entry : std::filesystem::directory_iterator(seed_folder() / name)) {
      const std::string seed = contents(entry.path());
      for (int i = 0; i < 60; ++i) {
        const std::string bytes = changed(seed, state);
        CAPTURE(name, bytes);
        REQUIRE_NOTHROW(target(bytes));
      }
    }
  }
}

}  // namespace tipoff
