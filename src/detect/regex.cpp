// The few things that all users of RE2 here share.
#include "detect/regex.h"

namespace tipoff {

RE2::Options rule_options() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(8 << 20);
  return options;
}

std::string join_patterns(std::span<const std::string> patterns) {
  if (patterns.empty()) return "[^\\x00-\\x{10FFFF}]";
  std::string out = "(?:";
  for (const std::string& pattern : patterns) {
    if (out.size() > 3) out += '|';
    out += pattern;
  }
  return out + ')';
}

std::string quote_pattern(std::string_view words) {
  return RE2::QuoteMeta(piece(words));
}

Result<AnyOf> AnyOf::compile(std::span<const std::string> patterns, std::string_view shape) {
  AnyOf any;
  if (patterns.empty()) return any;
  std::string whole(shape);
  whole.replace(whole.find('%'), 1, join_patterns(patterns));
  any.pattern_ = std::make_unique<const RE2>(whole, rule_options());
  if (!any.pattern_->ok()) return failure("no valid pattern: " + any.pattern_->error());
  return any;
}

bool AnyOf::matches(std::string_view text) const {
  return pattern_ && RE2::PartialMatch(piece(text), *pattern_);
}

std::optional<Span> AnyOf::first(std::string_view text) const {
  re2::StringPiece found;
  if (!pattern_ || !pattern_->Match(piece(text), 0, text.size(), RE2::UNANCHORED, &found, 1))
    return std::nullopt;
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return Span{begin, begin + found.size()};
}

}  // namespace tipoff
