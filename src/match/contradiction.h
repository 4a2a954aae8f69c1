// Contradictions: what an article says against the account whose name it seems to write.
#pragma once

#include <cstddef>
#include <cstdint>
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

/// Whether a place says that another company is meant: by its legal form, by the stock symbol
/// behind it, or by what the company does.
[[nodiscard]] bool is_refuted(const NamedPlace& place, const AccountNames& names);

/// Whether the body tells that a name in a headline, where every word has capitals, is the
/// beginning or the end of a longer one.
[[nodiscard]] bool is_part_of_longer_name(const NamedPlace& place, const FieldReading& body);

/// "Larkin SpA", where the list has Larkin S.p.A.
[[nodiscard]] bool has_listed_form(const NamedPlace& place);

/// "Larkin Inc" is not the Larkin S.p.A. of the list. Forms that many countries use decide nothing.
[[nodiscard]] bool has_other_form(const NamedPlace& place);

/// "TARGET CO" need not be the Target Corp of the list: of a common word in capitals the form is
/// the only evidence.
[[nodiscard]] bool has_unlike_form(const NamedPlace& place);

/// The token that is the stock symbol right behind a name: "Altmoor <ALTM.O>", "Altmoor Inc (NYSE:
/// ALTM)", "樾宸（600000）". A bare "(ALTM)" may be an abbreviation, and is none.
[[nodiscard]] std::optional<std::size_t> symbol_behind(const FieldReading& reading,
                                                       std::size_t end);

/// Whether the words before a bare symbol are of its account's name, or the symbol itself: only so
/// is "<ALTM>" the account's, since exchanges share symbols. `tail`: of the account.
[[nodiscard]] bool follows_its_name(const FieldReading& reading, TokenSpan symbol,
                                    const NameEntry& entry, std::uint64_t tail);

/// Whether the symbol is written as one of another country: "<ALTM.O>", where the list has ALTM.L.
[[nodiscard]] bool is_of_other_market(const FieldReading& reading, TokenSpan symbol,
                                      const NameEntry& entry);

/// Whether the body, where it first has the words of `name`, has them in a longer name: its "Ohio
/// Larkin Co" tells what a headline's "LARKIN" is. Of a body that is not in sentences: false.
[[nodiscard]] bool stands_in_longer_names(const FieldReading& title, TokenSpan name,
                                          const FieldReading& body);

}  // namespace tipoff
