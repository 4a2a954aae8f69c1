// Regular forms by endings, irregular verbs by a list.
#include "detect/word_forms.h"

#include <algorithm>
#include <array>
#include <span>

#include "detect/plain_sentence.h"
#include "detect/regex.h"
#include "text/fold.h"

namespace tipoff {
namespace {

using namespace std::string_view_literals;

/// First the form that is given, then those that no ending makes.
constexpr std::array irregular = {"become became"sv,
                                  "begin began begun beginning"sv,
                                  "break broke broken"sv,
                                  "bring brought"sv,
                                  "build built"sv,
                                  "buy bought"sv,
                                  "choose chose chosen"sv,
                                  "cut cutting"sv,
                                  "fall fell fallen"sv,
                                  "find found"sv,
                                  "get got getting"sv,
                                  "give gave given"sv,
                                  "go goes went gone going"sv,
                                  "grow grew grown"sv,
                                  "hit hitting"sv,
                                  "hold held"sv,
                                  "keep kept"sv,
                                  "lay laid laying"sv,
                                  "lead led"sv,
                                  "leave left"sv,
                                  "lose lost"sv,
                                  "make made"sv,
                                  "meet met"sv,
                                  "pay paid"sv,
                                  "rise rose risen"sv,
                                  "run ran running"sv,
                                  "seek sought"sv,
                                  "sell sold"sv,
                                  "send sent"sv,
                                  "set setting"sv,
                                  "shut shutting"sv,
                                  "speak spoke spoken"sv,
                                  "spend spent"sv,
                                  "split splitting"sv,
                                  "spin spun spinning"sv,
                                  "take took taken"sv,
                                  "tell told"sv,
                                  "think thought"sv,
                                  "win won winning"sv,
                                  "write wrote written"sv};

constexpr std::string_view endings =
    "ations?|ating|ated|ates?|ments?|ions?|ings?|ies|ied|ying|ed|es|ers?|en|[sey]|'s|’s";

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool all_capitals(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_vowel(char c) {
  return "aeiou"sv.contains(c);
}

/// The part of an English or German word that its forms share.
std::string_view stem(std::string_view word) {
  constexpr std::array cut_off = {"ations"sv, "ation"sv, "ating"sv, "ated"sv, "ates"sv, "ate"sv,
                                  "ments"sv,  "ment"sv,  "ions"sv,  "ion"sv,  "ings"sv, "ing"sv,
                                  "ies"sv,    "ed"sv,    "es"sv,    "s"sv,    "e"sv,    "y"sv};
  for (const std::string_view ending : cut_off) {
    const std::size_t kept = ending == "e" ? 3 : 4;
    if (word.size() >= ending.size() + kept && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  }
  return word;
}

/// "plan" doubles its last letter in "planning"; "open" may look like it, and "openning" is no
/// word.
std::string doubled(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 3 || is_vowel(word[size - 1]) || "wxyh"sv.contains(word[size - 1]) ||
      !is_vowel(word[size - 2]) || is_vowel(word[size - 3]))
    return "";
  return std::string("|") + word[size - 1] + "(?:ing|ed|ers?)";
}

std::string regular_forms(std::string_view word) {
  if (word.size() < 3) return quote_pattern(word) + "(?:s|'s|’s)?";
  const std::string_view shared = word.size() < 4 ? word : stem(word);
  const bool bare = shared == word || shared.size() > 3;
  return quote_pattern(shared) + "(?:" + std::string(endings) + doubled(shared) + ")" +
         (bare ? "?" : "");
}

std::string irregular_forms(std::string_view word) {
  for (const std::string_view forms : irregular) {
    if (forms.substr(0, forms.find(' ')) != word) continue;
    std::string out;
    for (const char c : forms.substr(word.size())) out += c == ' ' ? '|' : c;
    return out;
  }
  return "";
}

std::string in_lower_case(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// A word of ASCII letters, at least at its ends.
std::string latin_forms(std::string_view word) {
  if (all_capitals(word)) return quote_pattern(word) + "(?:s|'s|’s)?\\b";
  const std::string lower = in_lower_case(word);
  return "(?:" + regular_forms(lower) + irregular_forms(lower) + ")\\b";
}

/// RE2's \b knows ASCII only, so it is left out beside other letters.
std::string any_form_of_word(std::string_view word) {
  const std::string begin = is_ascii_word(word.front()) ? "\\b" : "";
  if (is_ascii_word(word.back())) return begin + latin_forms(word);
  const bool ideograph =
      std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  return begin + quote_pattern(word) + (ideograph ? "" : "(?:e?s)?");
}

}  // namespace

std::string any_form_of(std::string_view words) {
  PlainSentence plain;  // as sentences are read
  plain.assign(words);
  const std::string_view text = plain.text();
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -", at), text.size());
    if (end > at) {
      if (!out.empty()) out += "[ -]";
      out += any_form_of_word(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return out;
}

}  // namespace tipoff
