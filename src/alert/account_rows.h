// What a message says of an account: its standing, why now, whom to call, how its score adds up.
#pragma once

#include <string>
#include <vector>

#include "alert/brief.h"
#include "rank/call_list.h"

namespace tipoff {

/// A clean line of at most 600 bytes.
[[nodiscard]] std::string sentence(std::string_view text);

/// "5/9"
[[nodiscard]] std::string score_in_short(const AccountScore& score);

/// "5 of 9, number 3 on the call list"
[[nodiscard]] std::string standing_words(const CallListEntry& entry, MessageLanguage language);

/// "acquisition announced 2 Mar 2026 as acquirer: “..”": the account's best live event, in
/// English as the call list has it; empty without one.
[[nodiscard]] std::string why_now_words(const CallListEntry& entry, MessageLanguage language);

/// Contact, telephone and mail with their links; without a contact what to do about it.
[[nodiscard]] std::vector<BriefRow> contact_rows(const CallListEntry& entry,
                                                 MessageLanguage language);

/// A line for each criterion.
[[nodiscard]] std::vector<BriefRow> score_rows(const AccountScore& score, MessageLanguage language);

}  // namespace tipoff
