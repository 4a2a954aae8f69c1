// Introductions: short names that an article gives a company itself, in brackets behind the full
// name.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/field_reading.h"

namespace tipoff {

/// The short names in the brackets that open at byte `end` of the text: （以下简称“樾宸投资”）,
/// (hereinafter "Altmoor"), (NYSE: ALTM) (the "Company"); and those that follow there without a
/// bracket: , hereinafter "Altmoor",. Views of the text. Looks at 160 bytes at most.
[[nodiscard]] std::vector<std::string_view> introduced_names(std::string_view text,
                                                             std::size_t end);

/// The letters in the bracket that opens at byte `end`, where they are the initials of the name:
/// "Altmoor Mills International (AMI)". Empty where they are not.
[[nodiscard]] std::string_view introduced_initials(std::string_view text, std::size_t begin,
                                                   std::size_t end);

/// The short names of one article, and the accounts they stand for.
class IntroducedNames {
 public:
  /// Takes the names that the article introduces directly behind the mention.
  void add_from(const FieldReading& reading, const Mention& mention);

  [[nodiscard]] bool empty() const { return accounts_.empty(); }

  /// Adds a mention for each place that has a short name, and replaces ambiguous mentions there.
  /// Back-references
  /// ("the Company") count in the field that introduced them, and behind the introduction only.
  void mark(const FieldReading& reading, std::vector<Mention>& mentions) const;

 private:
  struct Bearer {
    AccountIndex account = 0;
    Field field = Field::title;
    std::size_t since = 0;        // byte from which on it holds
    bool back_reference = false;  // "Company", 公司: a word, not a name
    bool shared = false;          // introduced for two accounts: says nothing
  };

  [[nodiscard]] const Bearer* bearer_at(const FieldReading& reading, std::size_t token,
                                        std::size_t& count) const;

  std::unordered_map<std::uint64_t, Bearer> accounts_;  // by phrase hash
  std::size_t longest_ = 0;                             // in tokens
};

}  // namespace tipoff
