// MarkedSentence: a sentence in which one byte stands for each account's name, and the way back to
// the real bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/attribution.h"

namespace tipoff {

class MarkedSentence {
 public:
  /// Names of `account` become account_mark, all others other_mark; an "'s" stays behind them.
  /// `names` in order, without overlaps.
  MarkedSentence(std::string_view sentence, std::span<const NamePlace> names, AccountIndex account);

  [[nodiscard]] std::string_view text() const { return text_; }

  /// The bytes of the real sentence that these bytes of the marked one stand for.
  [[nodiscard]] Span real(Span marked) const;

 private:
  struct Shift {
    std::size_t marked = 0;  // position of the mark
    Span real;               // of the name
  };

  [[nodiscard]] std::size_t real_begin(std::size_t at) const;

  std::string text_;
  std::vector<Shift> shifts_;
};

}  // namespace tipoff
