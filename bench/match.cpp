// How fast the matcher reads news, against an Aho-Corasick automaton and memchr over the same text
// in the same process, and whether its index finds what the automaton finds.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <iostream>
#include <unordered_map>

#include "double_array.h"
#include "inputs.h"
#include "match/legal_form.h"
#include "match/matcher.h"
#include "match/name_index.h"
#include "text/fold.h"

namespace tipoff::bench {
namespace {

constexpr const char* usage =
    R"(usage: match [--times N] [--million] [--agree MB] --accounts LIST.csv.. --texts NAME FILE.jsonl.. [--texts NAME FILE.jsonl..]
  --accounts   account lists, each measured by itself
  --texts      a name, and files of articles with "title" and "body", an object a line; several such groups
  --times      runs, of which the best counts (5)
  --million    also a list of a million accounts, made from the last list by putting invented words before its names; one run
  --agree      compare the index with the automaton on so many MB of random and as many of real text
)";

/// Of the processor, not of the wall clock: other programs may be running. The process has one
/// thread.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct TextGroup {
  std::string name;
  std::vector<std::filesystem::path> files;
  std::vector<NewsText> texts;
};

struct Plan {
  std::vector<std::filesystem::path> lists;
  std::vector<TextGroup> groups;
  int times = 5;
  bool million = false;
  std::size_t agree = 0;  // MB
};

/// Texts as the automaton reads them. The matcher folds as it reads.
struct FoldedGroup {
  std::vector<std::string> texts;

  std::size_t fold(const TextGroup& group) {
    texts.clear();
    for (const NewsText& text : group.texts) {
      texts.push_back(folded(text.title));
      texts.push_back(folded(text.body));
    }
    return texts.size();
  }
};

/// Every name as listed, without its legal form, and every alias: folded, each once.
std::vector<std::string> plain_names(const std::vector<Account>& accounts) {
  std::vector<std::string> names;
  for (const Account& account : accounts) {
    names.push_back(folded(account.name));
    names.push_back(folded(without_legal_form(account.name)));
    for (const std::string& alias : account.aliases) names.push_back(folded(alias));
  }
  std::erase_if(names, [](const std::string& name) { return name.size() < 2; });
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool at_boundaries(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && is_word_byte(text[begin]) && is_word_byte(text[begin - 1])) return false;
  return end == text.size() || !is_word_byte(text[end]) || !is_word_byte(text[end - 1]);
}

std::size_t count_with(const DoubleArray& automaton, const FoldedGroup& group) {
  std::size_t found = 0;
  for (const std::string& text : group.texts)
    automaton.find(text, [&](std::uint32_t pattern, std::size_t end) {
      found += at_boundaries(text, end - automaton.patterns()[pattern].size(), end) ? 1 : 0;
    });
  return found;
}

std::size_t count_with(const Matcher& matcher, const TextGroup& group) {
  std::size_t found = 0;
  for (const NewsText& text : group.texts) found += matcher.find(text).size();
  return found;
}

std::size_t count_with_memchr(const TextGroup& group) {
  std::size_t found = 0;
  for (const NewsText& text : group.texts)
    for (const std::string* field : {&text.title, &text.body})
      found += std::memchr(field->data(), '\x01', field->size()) != nullptr ? 1 : 0;
  return found;
}

/// Seconds of the best run of each, taken in turns, so that a busy machine slows all alike.
struct Seconds {
  double matcher = 1e9;
  double automaton = 1e9;
  double folding = 1e9;
  double memchr = 1e9;
  std::size_t mentions = 0;
  std::size_t places = 0;
};

template <typename Run>
void time(double& best, std::size_t& found, Run&& run) {
  const auto start = std::clock();
  found = run();
  best = std::min(best, seconds_since(start));
}

Seconds race(const Matcher& matcher, const DoubleArray& automaton, const TextGroup& group,
             int times) {
  FoldedGroup folded_group;
  Seconds seconds;
  std::size_t fields = 0;
  for (int i = 0; i < times; ++i) {
    time(seconds.folding, fields, [&] { return folded_group.fold(group); });
    time(seconds.automaton, seconds.places, [&] { return count_with(automaton, folded_group); });
    time(seconds.matcher, seconds.mentions, [&] { return count_with(matcher, group); });
    time(seconds.memchr, fields, [&] { return count_with_memchr(group); });
  }
  seconds.mentions += fields;  // of memchr: no text has the byte that it looks for
  return seconds;
}

void measure(const std::string& name, const std::vector<Account>& accounts, const Plan& plan) {
  double best = 1e9;
  std::optional<Matcher> matcher;
  for (int i = 0; i < std::min(plan.times, 3); ++i) {
    matcher.reset();
    const auto start = std::clock();
    matcher.emplace(accounts);
    best = std::min(best, seconds_since(start));
  }
  const auto start = std::clock();
  const DoubleArray automaton(plain_names(accounts));
  std::printf("%s: %zu accounts; matcher %.1f MB, built in %.3f s; automaton %.1f MB, %.2f s\n",
              name.c_str(), accounts.size(), static_cast<double>(matcher->bytes()) / 1e6, best,
              static_cast<double>(automaton.bytes()) / 1e6, seconds_since(start));
  for (const TextGroup& group : plan.groups) {
    const Seconds seconds = race(*matcher, automaton, group, plan.times);
    const double megabytes = static_cast<double>(bytes_of(group.texts)) / 1e6;
    const double folding_too = seconds.automaton + seconds.folding;
    std::printf(
        "  %-10s matcher %6.1f MB/s  automaton %6.1f MB/s, with the folding of its text %6.1f MB/s "
        " ratio %5.2f, %5.2f  "
        "memchr %6.0f MB/s, %5.1f times the matcher  (%zu mentions, %zu places)\n",
        group.name.c_str(), megabytes / seconds.matcher, megabytes / seconds.automaton,
        megabytes / folding_too, seconds.automaton / seconds.matcher, folding_too / seconds.matcher,
        megabytes / seconds.memchr, seconds.matcher / seconds.memchr, seconds.mentions,
        seconds.places);
    std::fflush(stdout);
  }
}

// Agreement: the same names, as sequences of words, in the index and in the automaton.

/// Each word with a mark before it and one behind the last, so that the automaton sees words as the
/// index does.
std::string marked(std::string_view text, std::span<const Token> tokens,
                   std::vector<std::uint32_t>* starts) {
  std::string out;
  for (const Token& token : tokens) {
    if (starts != nullptr) starts->push_back(static_cast<std::uint32_t>(out.size()));
    out += '\x01';
    out += spelled(text.substr(token.begin, token.end - token.begin));
  }
  out += '\x01';
  return out;
}

struct Pair {
  NameIndex index;
  std::optional<DoubleArray> automaton;
  std::size_t names = 0;
};

Pair pair_of(const std::vector<Account>& accounts) {
  std::unordered_map<std::string, std::vector<std::uint64_t>> sequences;
  for (const std::string& name : plain_names(accounts)) {
    Tokens tokens = tokens_of(name);
    tokens.resize(std::min(tokens.size(), NameIndex::longest));
    if (tokens.empty()) continue;
    std::vector<std::uint64_t>& words = sequences[marked(name, tokens, nullptr)];
    words.clear();
    for (const Token& token : tokens) words.push_back(token.hash);
  }
  std::vector<std::string> patterns;
  for (const auto& [pattern, words] : sequences) patterns.push_back(pattern);
  Pair pair;
  pair.names = patterns.size();
  pair.automaton.emplace(std::move(patterns));
  std::uint32_t value = 0;
  for (const std::string& pattern : pair.automaton->patterns())
    pair.index.add(sequences[pattern], value++);
  pair.index.finish();
  return pair;
}

using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // first word, name

/// Of the names that begin at one word the longest: what stands last, since hits come by length.
void keep_longest(Places& places) {
  Places kept;
  for (const auto& place : places) {
    if (!kept.empty() && kept.back().first == place.first)
      kept.back() = place;
    else
      kept.push_back(place);
  }
  places = std::move(kept);
}

struct Agreement {
  std::size_t bytes = 0;
  std::size_t places = 0;
  std::size_t longest = 0;
  std::size_t different = 0;  // texts
};

void compare(const Pair& pair, std::string_view text, Agreement& agreement) {
  Tokens tokens = tokens_of(text);
  for (Token& token : tokens) token.stem = token.hash;  // the automaton knows no possessives
  std::vector<std::uint32_t> starts;
  const std::string plain = marked(text, tokens, &starts);
  Places expected;
  pair.automaton->find(plain, [&](std::uint32_t pattern, std::size_t end) {
    const std::size_t begin = end - pair.automaton->patterns()[pattern].size();
    const auto start = std::lower_bound(starts.begin(), starts.end(), begin);
    expected.emplace_back(static_cast<std::uint32_t>(start - starts.begin()), pattern);
  });
  std::stable_sort(expected.begin(), expected.end(),
                   [&](const auto& a, const auto& b) { return a.first < b.first; });
  Places found;
  for (const NameHit& hit : pair.index.find(tokens)) found.emplace_back(hit.token, hit.value);
  bool same = found == expected;
  agreement.bytes += text.size();
  agreement.places += found.size();
  keep_longest(found);
  keep_longest(expected);
  agreement.longest += found.size();
  same = same && found == expected;
  agreement.different += same ? 0 : 1;
}

/// Names of the list, invented words and single ideographs, in any order, in texts of 2,000 words.
std::string random_text(const std::vector<Account>& accounts, std::mt19937_64& random) {
  static constexpr const char* gaps[] = {" ", " ", " ", " ", ", ", ". ", "-", "\n", "，", " & "};
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    const std::string& name = accounts[random() % accounts.size()].name;
    const std::size_t blank = name.find(' ');
    const auto kind = random() % 4;
    text += kind == 0                                 ? name
            : kind == 1 && blank != std::string::npos ? name.substr(0, blank)
                                                      : invented_word(random);
    text += gaps[random() % std::size(gaps)];
  }
  return text;
}

void print(const char* kind, const Agreement& agreement) {
  std::printf(
      "  agreement on %.1f MB of %s text: %zu places, %zu longest; texts that differ: %zu\n",
      static_cast<double>(agreement.bytes) / 1e6, kind, agreement.places, agreement.longest,
      agreement.different);
}

bool agree(const std::string& name, const std::vector<Account>& accounts, const Plan& plan) {
  const Pair pair = pair_of(accounts);
  std::printf("%s: %zu names as sequences of words\n", name.c_str(), pair.names);
  Agreement on_random;
  std::mt19937_64 random(7);
  while (on_random.bytes < plan.agree * 1'000'000)
    compare(pair, random_text(accounts, random), on_random);
  print("random", on_random);
  Agreement on_real;
  for (const TextGroup& group : plan.groups)
    for (const NewsText& text : group.texts) {
      if (on_real.bytes >= plan.agree * 1'000'000 && &group == &plan.groups.front()) break;
      compare(pair, text.title, on_real);
      compare(pair, text.body, on_real);
    }
  print("real", on_real);
  return on_random.different + on_real.different == 0;
}

std::optional<Plan> read_plan(const std::vector<std::string>& words) {
  Plan plan;
  std::string option;
  for (const std::string& word : words) {
    if (word.starts_with("--")) {
      option = word;
      plan.million = plan.million || word == "--million";
      if (word == "--texts") plan.groups.emplace_back();
    } else if (option == "--times") {
      plan.times = std::stoi(word);
    } else if (option == "--agree") {
      plan.agree = std::stoul(word);
    } else if (option == "--accounts") {
      plan.lists.emplace_back(word);
    } else if (option == "--texts") {
      TextGroup& group = plan.groups.back();
      group.name.empty() ? group.name = word : group.files.emplace_back(word).native();
    } else {
      return std::nullopt;
    }
  }
  if (plan.lists.empty() || plan.groups.empty()) return std::nullopt;
  return plan;
}

int run(Plan plan) {
  for (TextGroup& group : plan.groups) {
    group.texts = read_texts(group.files);
    std::printf("%s: %zu texts, %.1f MB\n", group.name.c_str(), group.texts.size(),
                static_cast<double>(bytes_of(group.texts)) / 1e6);
  }
  bool sound = true;
  for (const std::filesystem::path& list : plan.lists) {
    const std::vector<Account> accounts = read_list(list);
    measure(list.stem().string(), accounts, plan);
    if (plan.agree > 0) sound = agree(list.stem().string(), accounts, plan) && sound;
  }
  if (plan.million) {
    plan.times = 1;  // the list takes long enough to make
    measure("million", multiplied(read_list(plan.lists.back()), 1'000'000), plan);
  }
  return sound ? 0 : 1;
}

}  // namespace
}  // namespace tipoff::bench

int main(int count, char** words) {
  const auto plan = tipoff::bench::read_plan({words + 1, words + count});
  if (!plan) {
    std::cerr << tipoff::bench::usage;
    return 2;
  }
  return tipoff::bench::run(*plan);
}
