// Reads digits, then magnitudes.
#include "cluster/amount.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tipoff {
namespace {

constexpr std::uint64_t most_thousandths = 1'000'000'000'000'000'000;

using Magnitude = std::pair<std::string_view, std::uint64_t>;

constexpr std::array english_magnitudes = std::to_array<Magnitude>({
    {"k", 1'000},
    {"thousand", 1'000},
    {"m", 1'000'000},
    {"mn", 1'000'000},
    {"mln", 1'000'000},
    {"million", 1'000'000},
    {"millions", 1'000'000},
    {"b", 1'000'000'000},
    {"bn", 1'000'000'000},
    {"bln", 1'000'000'000},
    {"billion", 1'000'000'000},
    {"billions", 1'000'000'000},
    {"tn", 1'000'000'000'000},
    {"trillion", 1'000'000'000'000},
});

constexpr std::array chinese_magnitudes = std::to_array<Magnitude>({
    {"十", 10},
    {"百", 100},
    {"千", 1'000},
    {"万", 10'000},
    {"萬", 10'000},
    {"亿", 100'000'000},
    {"億", 100'000'000},
});

std::string_view spelling(const Word& word, std::string_view text) {
  return text.substr(word.begin, word.end - word.begin);
}

bool spelled_alike(std::string_view spelled, std::string_view lower) {
  return std::ranges::equal(spelled, lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

/// 1: no magnitude.
std::uint64_t magnitude_of(std::string_view spelled, std::span<const Magnitude> magnitudes) {
  for (const auto& [name, times] : magnitudes)
    if (spelled_alike(spelled, name)) return times;
  return 1;
}

std::optional<std::uint64_t> multiplied(std::uint64_t number, std::uint64_t times) {
  if (number > most_thousandths / times) return std::nullopt;
  return number * times;
}

/// "14,000.25" is 14000250; what comes after the third decimal is dropped.
std::optional<std::uint64_t> thousandths_of(std::string_view digits) {
  std::uint64_t number = 0;
  int decimals = -1;  // before the point
  for (const char digit : digits) {
    if (digit == ',') continue;
    if (digit == '.' && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (digit < '0' || digit > '9') return std::nullopt;
    if (decimals == 3) break;
    if (decimals >= 0) ++decimals;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    if (number > most_thousandths / 10'000) return std::nullopt;
  }
  for (int place = std::max(decimals, 0); place < 3; ++place) number *= 10;
  return number;
}

}  // namespace

std::optional<Amount> amount_at(std::span<const Word> words, std::string_view text) {
  if (words.empty() || words[0].kind != Word::Kind::number) return std::nullopt;
  auto number = thousandths_of(spelling(words[0], text));
  Amount amount;
  for (const auto& word : words.subspan(1, std::min<std::size_t>(words.size() - 1, 3))) {
    const bool chinese = word.kind == Word::Kind::character;
    const auto times = chinese ? magnitude_of(spelling(word, text), chinese_magnitudes)
                               : magnitude_of(spelling(word, text), english_magnitudes);
    if (times == 1 || !number) break;
    number = multiplied(*number, times);
    amount.scaled = true;
    if (!chinese) break;
  }
  if (!number) return std::nullopt;
  amount.thousandths = *number;
  return amount;
}

}  // namespace tipoff
