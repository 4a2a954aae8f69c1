// Picks the names and numbers out of a headline.
#include "cluster/telling.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "cluster/amount.h"
#include "cluster/general_words.h"

namespace tipoff {
namespace {

constexpr std::size_t most_words = 200;
constexpr std::uint64_t digits_mark = 0x2116;  // parts the hash of an amount from other hashes

void tidy(std::vector<std::uint64_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
}

/// In a headline with most long words capitalised, or all of them, a capital says nothing.
bool capitals_everywhere(std::span<const Word> words) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words[at].kind != Word::Kind::letters || words[at].length < 4) continue;
    ++letters;
    if (words[at].capital) ++capitals;
  }
  return letters > 0 && capitals * 10 >= letters * 6;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

class Picker {
 public:
  Picker(std::string_view text, const OwnWords& own)
      : text_(text),
        own_(own),
        words_(words_of(text, most_words)),
        shouted_(capitals_everywhere(words_)) {}

  Telling pick() {
    mark_characters();
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].kind == Word::Kind::number) pick_number(at);
      if (words_[at].kind == Word::Kind::letters) pick_word(words_[at]);
      if (words_[at].kind == Word::Kind::character) pick_pair(at);
    }
    found_.shouted = shouted_;
    tidy(found_.names);
    tidy(found_.words);
    tidy(found_.numbers);
    tidy(found_.sums);
    return std::move(found_);
  }

 private:
  bool is_character(std::size_t at) const {
    return at < words_.size() && words_[at].kind == Word::Kind::character;
  }

  /// General words and the account's own name cover their characters; what is left may be a name.
  void mark_characters() {
    covered_.assign(words_.size(), false);
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!is_character(at)) continue;
      if (is_character(at + 1) && own_.has_pair(words_[at].hash, words_[at + 1].hash)) {
        covered_[at] = covered_[at + 1] = true;
        found_.own_seen = true;
      }
    }
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const auto run = general_characters(std::span(words_).subspan(at));
      if (run > 1 || (run == 1 && !covered_[at]))
        std::fill_n(covered_.begin() + static_cast<std::ptrdiff_t>(at), run, true);
      if (run > 1) at += run - 1;
    }
  }

  void pick_number(std::size_t at) {
    const auto& word = words_[at];
    const auto digits = text_.substr(word.begin, word.end - word.begin);
    const auto amount = amount_at(std::span(words_).subspan(at), text_);
    const bool scaled = amount && amount->scaled;
    if (!scaled && (digits.size() < 2 || is_year(digits))) return;
    const auto hash = amount ? hash_together(amount->thousandths, digits_mark) : word.hash;
    found_.numbers.push_back(hash);
    if (scaled) found_.sums.push_back(hash);
  }

  void pick_word(const Word& word) {
    found_.words.push_back(word.hash);
    if (own_.has(word.hash)) {
      found_.own_seen = true;
      return;
    }
    if (word.length < 2 || is_general_word(word.hash)) return;
    if (!word.capital && !shouted_) return;
    add_name(word.hash);
    found_.latin = true;
  }

  void pick_pair(std::size_t at) {
    found_.in_characters = true;
    if (!is_character(at + 1)) return;
    const auto pair = hash_together(words_[at].hash, words_[at + 1].hash);
    found_.words.push_back(pair);
    if (covered_[at] || covered_[at + 1]) return;
    add_name(pair);
    found_.chinese = true;
  }

  void add_name(std::uint64_t hash) {
    if (found_.first_name == 0) found_.first_name = hash;
    found_.names.push_back(hash);
  }

  std::string_view text_;
  const OwnWords& own_;
  std::vector<Word> words_;
  bool shouted_;
  std::vector<bool> covered_;
  Telling found_;
};

std::vector<std::uint64_t> united(const std::vector<std::uint64_t>& a,
                                  const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> both;
  std::ranges::set_union(a, b, std::back_inserter(both));
  return both;
}

}  // namespace

OwnWords::OwnWords(const std::vector<std::string>& names, std::string_view id) {
  const auto add = [this](std::string_view name) {
    const auto words = words_of(name);
    for (std::size_t at = 0; at < words.size(); ++at) {
      words_.push_back(words[at].hash);
      if (at > 0) words_.push_back(hash_together(words[at - 1].hash, words[at].hash));
    }
  };
  for (const auto& name : names) add(name);
  if (names.empty()) add(id);
  tidy(words_);
}

bool OwnWords::has(std::uint64_t hash) const {
  return std::ranges::binary_search(words_, hash);
}

bool OwnWords::has_pair(std::uint64_t first, std::uint64_t second) const {
  return has(hash_together(first, second));
}

Telling telling_of(std::string_view text, const OwnWords& own) {
  return Picker(text, own).pick();
}

Telling joined(const Telling& a, const Telling& b) {
  Telling both;
  both.names = united(a.names, b.names);
  both.words = united(a.words, b.words);
  both.numbers = united(a.numbers, b.numbers);
  both.sums = united(a.sums, b.sums);
  both.first_name = a.first_name != 0 ? a.first_name : b.first_name;
  both.own_seen = a.own_seen || b.own_seen;
  both.shouted = a.shouted || b.shouted;
  both.latin = a.latin || b.latin;
  both.in_characters = a.in_characters || b.in_characters;
  both.chinese = a.chinese || b.chinese;
  return both;
}

std::size_t shared_count(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
    if (*at < *other) {
      ++at;
    } else if (*other < *at) {
      ++other;
    } else {
      ++shared, ++at, ++other;
    }
  }
  return shared;
}

}  // namespace tipoff
