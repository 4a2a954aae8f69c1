// An event in the words of a salesperson: what, how certain, on which day, who says so.
#pragma once

#include <string>
#include <string_view>

#include "clock.h"
#include "cluster/story.h"

namespace tipoff {

/// "executive_appointed" as "executive appointed".
[[nodiscard]] std::string event_in_words(std::string_view event);

/// "merger announced 2026-03-02": the day in UTC.
[[nodiscard]] std::string event_with_day(const Story& story);

/// " (wire.example)": whose article is shown; empty where its URL names no host.
[[nodiscard]] std::string source_in_brackets(const Story& story);

/// Headline, or the evidence where there is none.
[[nodiscard]] std::string_view headline_of(const Story& story);

}  // namespace tipoff
