// How long the matcher, the rules and the fingerprints of stories take over texts made to be slow:
// a megabyte each, and once more at twice the size for what grows faster than the text.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>

#include "cluster/fingerprint.h"
#include "cluster/group.h"
#include "config/rule_file.h"
#include "detect/detector.h"
#include "inputs.h"
#include "match/matcher.h"

namespace tipoff::bench {
namespace {

/// Of the processor, not of the wall clock: other programs may be running.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  text.resize(bytes - bytes % piece.size());
  return text;
}

std::string all_names(const std::vector<Account>& accounts, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i)
    text += accounts[i * 7919 % accounts.size()].name + " ";
  return text;
}

std::string nested_quotes(std::size_t bytes) {
  return repeated("“", bytes / 2) + repeated("”", bytes / 2);
}

std::string different_words(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i) {
    for (std::size_t rest = i + 1000; rest > 0; rest /= 20)
      text += static_cast<char>('a' + rest % 20);
    text += ' ';
  }
  return text;
}

struct Cost {
  double match = 0;
  double detect = 0;
  double stories = 0;
};

/// Told twice, under the text itself as headline too.
double cost_of_stories(const std::string& body) {
  const std::clock_t start = std::clock();
  StoryGroups groups;
  for (int i = 0; i < 2; ++i) (void)groups.add({i == 0 ? body : "News of the day", body, "en"});
  const auto print = fingerprint(body);
  const double took = seconds_since(start);
  return print == 0 && took < 0 ? 0 : took;
}

Cost cost_of(const Matcher& matcher, const Detector& detector, const std::string& body) {
  Cost least{1e9, 1e9, 1e9};
  for (int i = 0; i < 3; ++i) {
    const NewsText text{"News of the day", body, "en"};
    const std::clock_t start = std::clock();
    const auto mentions = matcher.find(text);
    least.match = std::min(least.match, seconds_since(start));
    const std::clock_t matched = std::clock();
    const auto triggers = detector.detect(text, mentions);
    least.detect = std::min(least.detect, seconds_since(matched));
    least.stories = std::min(least.stories, cost_of_stories(body));
  }
  return least;
}

int run(const std::string& list, std::size_t bytes) {
  const std::vector<Account> accounts = read_list(list);
  const std::filesystem::path rules = shipped_rules();
  const RuleReading reading = read_rules(std::span(&rules, 1));
  const auto& detector = reading.detector;
  if (!detector) {
    for (const Complaint& complaint : reading.complaints) std::cerr << to_text(complaint) << '\n';
    return 2;
  }
  const Matcher matcher(accounts);
  const std::string name = accounts.front().name;
  const std::pair<const char*, std::function<std::string(std::size_t)>> texts[] = {
      {"all names", [&](std::size_t size) { return all_names(accounts, size); }},
      {"one name", [&](std::size_t size) { return repeated(name + ' ', size); }},
      {"one token", [](std::size_t size) { return std::string(size, 'A'); }},
      {"sentence ends", [](std::size_t size) { return std::string(size, '.'); }},
      {"ends of a name", [&](std::size_t size) { return repeated(name + ". ", size); }},
      {"nested quotes", nested_quotes},
      {"one word", [](std::size_t size) { return repeated("pump ", size); }},
      {"new words", different_words},
      {"numbers", [](std::size_t size) { return repeated("17 ", size); }},
      {"中国", [](std::size_t size) { return repeated("中国", size); }},
  };
  for (const auto& [what, make] : texts) {
    const Cost once = cost_of(matcher, *detector, make(bytes));
    const Cost twice = cost_of(matcher, *detector, make(2 * bytes));
    std::printf(
        "%-14s %zu bytes: match %.4f s, detect %.4f s, stories %.4f s; twice as much: match %.4f "
        "s, detect %.4f s, stories %.4f s\n",
        what, bytes, once.match, once.detect, once.stories, twice.match, twice.detect,
        twice.stories);
  }
  return 0;
}

}  // namespace
}  // namespace tipoff::bench

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "usage: hostile LIST.csv [BYTES]\n";
    return 2;
  }
  return tipoff::bench::run(words[1], count > 2 ? std::stoul(words[2]) : 1'000'000);
}
