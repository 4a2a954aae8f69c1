// Name forms: the ways in which news writes a company that a list holds under its registered name.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "match/token.h"

namespace tipoff {

/// From the surest to the weakest.
enum class FormKind : std::uint8_t {
  given,    // as the list has it, but for the legal form
  turned,   // an inverted registry name put right
  alias,    // given as another name
  derived,  // a short form that we made
  trimmed,  // one that leaves out what the company does: "Altmoor" of "Altmoor Pharmaceuticals"
};

/// A sequence of words under which an account may be named.
struct NameForm {
  static constexpr std::size_t longest = 16;

  std::array<std::uint64_t, longest> hashes{};
  std::uint8_t count = 0;
  FormKind kind = FormKind::given;
  bool risky = false;      // says little by itself: counts only with evidence
  std::uint8_t legal = 0;  // family of the legal form that was left off; 0: the name had none
  std::uint8_t form = 0;   // legal_form_code() of it
  bool surname = false;  // may be a family name, and the name has no legal form to tell it from one
  bool camel = false;    // has capitals within: "AltMoor"
  bool upper = false;    // a short name in capitals, such as an abbreviation

  void append(std::uint64_t hash) {
    if (count < longest) hashes[count++] = hash;
  }
  [[nodiscard]] std::span<const std::uint64_t> words() const { return {hashes.data(), count}; }
  [[nodiscard]] std::uint64_t hash() const;
};

/// The forms of a name as a list holds it, the surest first, none twice. The legal form is left
/// off: whoever finds "Altmoor" looks for "plc" behind it.
[[nodiscard]] std::vector<NameForm> name_forms(std::string_view name);

}  // namespace tipoff
