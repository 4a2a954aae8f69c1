// PlainSentence: a sentence as the rules read it (one line, simplified characters, half-width
// letters), and the way back to its bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/sentences.h"

namespace tipoff {

class PlainSentence {
 public:
  /// Memory is used again from sentence to sentence.
  void assign(std::string_view raw);

  [[nodiscard]] const std::string& text() const { return text_; }

  /// Where byte `at` of the raw sentence stands in the plain one.
  [[nodiscard]] std::size_t plain(std::size_t at) const;
  [[nodiscard]] Span plain(Span span) const { return {plain(span.begin), plain(span.end)}; }

  /// The way back.
  [[nodiscard]] std::size_t raw(std::size_t at) const;
  [[nodiscard]] Span raw(Span span) const { return {raw(span.begin), raw(span.end)}; }

 private:
  struct Shift {
    std::size_t plain = 0;  // from this byte of the plain sentence on ...
    std::size_t raw = 0;    // ... it is this byte of the raw one
  };

  void level(std::string_view raw);

  std::string text_;
  std::vector<Shift> shifts_;
};

}  // namespace tipoff
