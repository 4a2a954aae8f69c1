// How the values of an account meet the seller's targets.
#include "score/target.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

/// Reads a value as it compares: folded, white space as one blank between words.
class FoldedValue {
 public:
  explicit FoldedValue(std::string_view text) : text_(text) { skip_spaces(); }

  /// The next character; 0 at the end.
  char32_t next() {
    while (given_ == folded_.count) {
      if (at_ == text_.size()) return 0;
      read();
    }
    return folded_.codes[given_++];
  }

 private:
  void read() {
    const char32_t code = next_code_point(text_, at_);
    given_ = 0;
    folded_ = is_space(code) ? blank() : folded_character(code);
  }

  /// What a run of white space is: one blank, or nothing at the end of the text.
  FoldedCharacter blank() {
    skip_spaces();
    return {.codes = {U' '}, .count = at_ == text_.size() ? 0U : 1U};
  }

  void skip_spaces() {
    for (std::size_t next = at_; next < text_.size(); at_ = next)
      if (!is_space(next_code_point(text_, next))) return;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  FoldedCharacter folded_;
  unsigned given_ = 0;  // of folded_
};

constexpr std::array<std::string_view, 10> separators{",",  "/",  "&",  ";",  "和",
                                                      "、", "，", "；", "／", "＆"};

/// How many bytes at the head of the text part two titles; 0: none.
std::size_t separator_at(std::string_view text) {
  for (const std::string_view separator : separators)
    if (text.starts_with(separator)) return separator.size();
  constexpr std::string_view word = " and ";
  return text.size() >= word.size() && same_value(text.substr(1, 3), "and") && text[0] == ' ' &&
                 text[4] == ' '
             ? word.size() - 1
             : 0;
}

void take_better(std::optional<TargetMatch>& best, TargetMatch candidate) {
  if (!best || candidate.points > best->points) best = candidate;
}

}  // namespace

bool same_value(std::string_view a, std::string_view b) {
  FoldedValue left(a);
  FoldedValue right(b);
  while (true) {
    const char32_t character = left.next();
    if (character != right.next()) return false;
    if (character == 0) return true;
  }
}

bool is_named(const Target& target, std::string_view value) {
  return same_value(target.name, value) ||
         std::ranges::any_of(target.also,
                             [&](const std::string& name) { return same_value(name, value); });
}

int points_of(const Target& target, int importance) {
  const int own = target.importance.value_or(importance);
  return std::max(0, target.strong_competitor ? own - 1 : own);
}

int most_points(std::span<const Target> targets, int importance) {
  int most = 0;
  for (const Target& target : targets) most = std::max(most, points_of(target, importance));
  return most;
}

std::optional<TargetMatch> best_match(std::span<const std::string> values,
                                      std::span<const Target> targets, int importance) {
  std::optional<TargetMatch> best;
  for (const std::string& value : values)
    for (const Target& target : targets)
      if (is_named(target, value))
        take_better(best, {&target, value, points_of(target, importance)});
  return best;
}

std::optional<TargetMatch> best_title_match(std::string_view title, std::span<const Target> targets,
                                            int importance) {
  std::vector<std::string_view> readings = title_parts(title);
  readings.insert(readings.begin(), title);
  std::optional<TargetMatch> best;
  for (const std::string_view reading : readings)
    for (const Target& target : targets)
      if (is_named(target, reading))
        take_better(best, {&target, title, points_of(target, importance)});
  return best;
}

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto close = [&] {
    if (at > begin) parts.push_back(title.substr(begin, at - begin));
  };
  while (at < title.size()) {
    const std::size_t length = separator_at(title.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    close();
    at += length;
    begin = at;
  }
  close();
  return parts;
}

}  // namespace tipoff
