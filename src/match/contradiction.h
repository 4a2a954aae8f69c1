// Contradictions: what an article says against the account whose name it seems to write.
#pragma once

#include <cstddef>
#include <optional>

#include "match/account_names.h"
#include "match/company_cue.h"
#include "match/field_reading.h"

namespace tipoff {

/// A place that seems to name an account.
struct NamedPlace {
  const FieldReading& reading;
  TokenSpan span;
  std::size_t legal = 0;  // tokens of legal form behind it
  const NameEntry& entry;
};

/// Whether a place says that another company is meant: by its legal form, or by the stock symbol
/// behind it.
[[nodiscard]] bool is_refuted(const NamedPlace& place, const AccountNames& names);

/// Whether the body tells that a name in a headline, where every word has capitals, is the
/// beginning or the end of a longer one.
[[nodiscard]] bool is_part_of_longer_name(const NamedPlace& place, const FieldReading& body);

/// "Larkin SpA", where the list has Larkin S.p.A.
[[nodiscard]] bool has_listed_form(const NamedPlace& place);

/// "Larkin Inc" is not the Larkin S.p.A. of the list. Forms that many countries use decide nothing.
[[nodiscard]] bool has_other_form(const NamedPlace& place);

/// The token that is the stock symbol right behind a name: "Altmoor <ALTM.O>", "Altmoor Inc (NYSE:
/// ALTM)", "樾宸（600000）". A bare "(ALTM)" may be an abbreviation, and is none.
[[nodiscard]] std::optional<std::size_t> symbol_behind(const FieldReading& reading,
                                                       std::size_t end);

/// Whether the body, where it first has the words of `name`, has them in a longer name: its "Ohio
/// Larkin Co" tells what a headline's "LARKIN" is. Of a body that is not in sentences: false.
[[nodiscard]] bool stands_in_longer_names(const FieldReading& title, TokenSpan name,
                                          const FieldReading& body);

}  // namespace tipoff
