// The fixed words of messages in English and Chinese: the one place where they are looked up. The
// words themselves stand in wordings.h.
#pragma once

#include <string>
#include <string_view>

#include "alert/channel.h"
#include "alert/wordings.h"
#include "clock.h"
#include "text/format.h"

namespace tipoff {

/// A wording by its English text; one that is not in the table does not compile.
class Phrase {
 public:
  template <std::size_t size>
  consteval Phrase(const char (&english)[size])  // NOLINT(google-explicit-constructor)
      : wording_(find(std::string_view(english, size - 1))) {}

  [[nodiscard]] std::string_view in(MessageLanguage language) const {
    return language == MessageLanguage::chinese ? wording_->chinese : wording_->english;
  }

 private:
  static consteval const Wording* find(std::string_view english) {
    for (const Wording& wording : wordings)
      if (wording.english == english) return &wording;
    throw "no such wording";
  }

  const Wording* wording_;
};

/// The phrase in the language, its "{}" filled in their order, or as they are numbered.
template <class... Values>
[[nodiscard]] std::string say(MessageLanguage language, Phrase phrase, const Values&... values) {
  return fmt::vformat(phrase.in(language), fmt::make_format_args(values...));
}

/// A name as data has it, of an event type, certainty, role or criterion, in words:
/// "executive_appointed" is "executive appointed", "高管任命". An unknown one keeps its own words.
[[nodiscard]] std::string spoken(MessageLanguage language, std::string_view name);

/// A sentence that was made in English elsewhere ("state changed: rumoured -> announced", "industry
/// Retail is a target (very important)"), told in the language; as it is where it is like none of
/// the table.
[[nodiscard]] std::string retold(MessageLanguage language, std::string_view sentence);

/// "2 Mar 2026", "2026年3月2日"; in UTC, as in the call list.
[[nodiscard]] std::string day_words(MessageLanguage language, Time time);

/// "2 Mar 2026, 09:00 CET", "2026年3月2日 09:00 CET" in the zone (IANA name; empty: the machine's).
[[nodiscard]] std::string moment_words(MessageLanguage language, Time time,
                                       const std::string& zone);

/// "Mon 2 Mar 2026", "2026年3月2日 星期一" in the zone.
[[nodiscard]] std::string weekday_words(MessageLanguage language, Time time,
                                        const std::string& zone);

}  // namespace tipoff
