// Wording: what the shared word lists of a language say about a sentence: how certain, whose event,
// none at all.
#pragma once

#include <string_view>
#include <vector>

#include "detect/regex.h"
#include "detect/rule.h"
#include "result.h"

namespace tipoff {

/// The word lists of one language, compiled.
class Wording {
 public:
  Wording() = default;
  [[nodiscard]] static Result<Wording> compile(const Language& language);

  /// Whether the sentence is written as this language is.
  [[nodiscard]] bool speaks(std::string_view sentence) const {
    return any_script_ || script_.matches(sentence);
  }

  /// Denial before rumour before completion; announced where the sentence says nothing of the kind.
  [[nodiscard]] Certainty certainty(std::string_view sentence) const;

  /// Whether the sentence announces no such event, whatever words it holds.
  [[nodiscard]] bool silences(std::string_view sentence, std::string_view event) const;

  /// Whether the name at `name` only tells who somebody else is: "a supplier to X", "X's rival",
  /// "former X executive".
  [[nodiscard]] bool stranger(std::string_view sentence, Span name) const;

  /// Whether the text between a name and the matched words keeps them apart.
  [[nodiscard]] bool apart(std::string_view between) const { return apart_.matches(between); }

 private:
  struct CompiledSilence {
    AnyOf pattern;
    std::vector<std::string> events;
  };

  bool any_script_ = true;
  AnyOf script_;
  AnyOf rumoured_;
  AnyOf completed_;
  AnyOf denied_;
  AnyOf stranger_before_;
  AnyOf stranger_after_;
  AnyOf apart_;
  std::vector<CompiledSilence> silences_;
};

}  // namespace tipoff
