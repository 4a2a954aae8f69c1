// Which entries of a call list are shown, and the words that all its renderings share.
#pragma once

#include <span>
#include <string>

#include "emit/render.h"
#include "rank/call_list.h"

namespace tipoff {

/// The first `options.top` entries, 0 = all. Lasts as long as the list.
[[nodiscard]] std::span<const CallListEntry> shown_entries(const CallList& list,
                                                           const RenderOptions& options);

/// "Call list", or "Call list of anna" for a seller with a name.
[[nodiscard]] std::string heading_of(const CallList& list);

/// "version 12, 2026-03-02 08:00 UTC", or "no version yet".
[[nodiscard]] std::string edition_of(const CallList& list);

/// "Jana Holt, COO".
[[nodiscard]] std::string contact_in_words(const Contact& contact);

}  // namespace tipoff
