// FieldReading: a headline or body with its tokens, and what capitals mean in it.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "match/mention.h"
#include "match/token.h"

namespace tipoff {

/// How a field uses capitals; so how much a capital letter says.
enum class CaseStyle : std::uint8_t { sentence, headline, capitals };

/// Keeps a view of the text: the text must outlive it.
class FieldReading {
 public:
  /// `memory`: where the tokens are kept.
  FieldReading(Field field, std::string_view text,
               std::pmr::memory_resource* memory = std::pmr::get_default_resource())
      : field_(field), text_(text), tokens_(memory) {}

  [[nodiscard]] Field field() const { return field_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Read when they are first asked for, which those of many texts never are.
  [[nodiscard]] const Tokens& tokens() const {
    if (!read_) read();
    return tokens_;
  }
  /// Found out when it is first asked for.
  [[nodiscard]] CaseStyle style() const {
    if (!style_) style_ = read_style();
    return *style_;
  }

  [[nodiscard]] std::string_view raw(std::size_t token) const;
  /// What stands between the token and the one before it (or the text's start).
  [[nodiscard]] std::string_view gap_before(std::size_t token) const;
  /// What follows the token, at most `bytes` of it.
  [[nodiscard]] std::string_view after(std::size_t token, std::size_t bytes) const;
  /// Whether the token begins with a capital or a digit, or has a capital within ("eBay").
  [[nodiscard]] bool is_capitalised(std::size_t token) const;
  /// Whether all its letters are capitals, and there are at least two characters.
  [[nodiscard]] bool is_in_capitals(std::size_t token) const;
  [[nodiscard]] bool starts_sentence(std::size_t token) const;

 private:
  [[nodiscard]] bool counts_for_style(std::size_t token) const;
  [[nodiscard]] CaseStyle read_style() const;
  void read() const;

  Field field_;
  std::string_view text_;
  mutable Tokens tokens_;
  mutable bool read_ = false;
  mutable std::optional<CaseStyle> style_;
};

}  // namespace tipoff
