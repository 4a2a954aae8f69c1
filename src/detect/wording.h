// Wording: what the shared word lists of a language say about a sentence: how certain, whose event,
// none at all.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "detect/regex.h"
#include "detect/rule.h"
#include "result.h"

namespace tipoff {

/// The name alone, where a mention holds the "'s" behind it too.
[[nodiscard]] Span without_possessive(std::string_view sentence, Span name);

/// A certainty, and the words that made it: none where nothing speaks against "announced".
struct CertaintyRead {
  Certainty certainty = Certainty::announced;
  std::optional<Span> words;  // bytes in the sentence
};

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
  /// Completion in the clause of the matched words goes before rumour in another. `others`: where
  /// the sentence tells other events; what stands in their clause and not in that of `words` is
  /// said of them; and no rumour is what is quoted elsewhere.
  [[nodiscard]] CertaintyRead read_certainty(std::string_view sentence, Span words,
                                             std::span<const Span> others = {}) const;
  [[nodiscard]] Certainty certainty(std::string_view sentence, Span words) const {
    return read_certainty(sentence, words).certainty;
  }

  /// Whether the sentence announces no such event, whatever words it holds.
  [[nodiscard]] bool silences(std::string_view sentence, std::string_view event) const;

  /// Whether a title announces nothing, nor the text below it.
  [[nodiscard]] bool silences_text(std::string_view title, std::string_view event) const;

  /// Whether a sentence is no part of the news: an advertisement, the reporter's name.
  [[nodiscard]] bool boilerplate(std::string_view sentence) const {
    return boilerplate_.matches(sentence);
  }

  /// Whether the name at `name` only tells who somebody else is: "a supplier to X", "X's rival",
  /// "former X executive".
  [[nodiscard]] bool stranger(std::string_view sentence, Span name) const;

  /// Whether the text between a name and the matched words keeps them apart.
  [[nodiscard]] bool apart(std::string_view between) const { return apart_.matches(between); }

  /// Whether the text before a name opens an insertion that ends behind it: "X, a unit of".
  [[nodiscard]] bool aside(std::string_view before) const;

  /// Whether the name only tells whose unit is bought: "X's pump unit".
  [[nodiscard]] bool part(std::string_view sentence, Span name) const;

  /// Whether the text says that it is not about the account: "has nothing to do with X".
  [[nodiscard]] bool unrelated(std::string_view sentence, Span name) const;

 private:
  struct CompiledSilence {
    bool whole = false;
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
  AnyOf aside_;
  AnyOf boilerplate_;
  AnyOf part_;
  AnyOf unrelated_before_;
  AnyOf unrelated_after_;
  std::vector<CompiledSilence> silences_;
};

}  // namespace tipoff
