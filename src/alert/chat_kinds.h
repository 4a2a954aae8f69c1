// The payload of each kind of chat; chat.h picks.
#pragma once

#include <cstddef>

#include "alert/brief.h"
#include "text/json.h"

namespace tipoff {

/// Blocks of plain text, and the links in lines of their own; the whole as text too, for
/// notifications. Slack takes 50 blocks of 3,000 characters.
[[nodiscard]] Json slack_payload(const Brief& brief);

/// An adaptive card in the envelope of Workflows ("When a Teams webhook request is received"), at
/// most 28 KB.
[[nodiscard]] Json teams_payload(const Brief& brief);

/// Markdown of 2,000 characters, in which nobody can be mentioned.
[[nodiscard]] Json discord_payload(const Brief& brief);

/// A post (rich text), below 20 KB with its signature.
[[nodiscard]] Json feishu_payload(const Brief& brief);

/// Markdown, below 20 KB.
[[nodiscard]] Json dingtalk_payload(const Brief& brief);

/// Markdown of 4,096 bytes.
[[nodiscard]] Json wecom_payload(const Brief& brief);

}  // namespace tipoff
