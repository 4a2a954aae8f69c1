// The few things that all users of RE2 here share.
#pragma once

#include <re2/re2.h>
#include <re2/stringpiece.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "result.h"
#include "text/sentences.h"

namespace tipoff {

/// RE2 takes its own string_view before 2023, absl's after.
[[nodiscard]] inline re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// Any case, UTF-8, quiet, 8 MB a pattern at most.
[[nodiscard]] RE2::Options rule_options();

/// (?:a|b|c); matches nothing if empty.
[[nodiscard]] std::string join_patterns(std::span<const std::string> patterns);
[[nodiscard]] std::string quote_pattern(std::string_view words);

/// A compiled list of patterns of which any will do; an empty list never matches.
class AnyOf {
 public:
  AnyOf() = default;

  /// `shape` holds one %: where the list goes ("^(?:%)" anchors it).
  [[nodiscard]] static Result<AnyOf> compile(std::span<const std::string> patterns,
                                             std::string_view shape = "%");

  [[nodiscard]] bool matches(std::string_view text) const;
  [[nodiscard]] std::optional<Span> first(std::string_view text) const;

 private:
  std::unique_ptr<const RE2> pattern_;
};

}  // namespace tipoff
