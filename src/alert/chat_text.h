// Text of others made safe for the markup of each chat, and measured in the unit of each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tipoff {

/// Slack: & < > as entities, so that no <!channel>, <@user> or link comes about.
[[nodiscard]] std::string slack_text(std::string_view text);

/// For a link's words in Slack's mrkdwn, which knows no escape for * _ ~ `: full-width ones.
[[nodiscard]] std::string slack_link_text(std::string_view text);

/// Discord: backslashes before what could begin markup, and a zero-width space behind each @.
[[nodiscard]] std::string discord_text(std::string_view text);

/// Teams: for a TextRun, which has no markup but the {{DATE(..)}} of adaptive cards and the ${..}
/// of their templates.
[[nodiscard]] std::string teams_text(std::string_view text);

/// Feishu: for the texts of a post, which has no markup; full-width < and > all the same.
[[nodiscard]] std::string feishu_text(std::string_view text);

/// DingTalk and WeCom, whose Markdown knows no escape: what could begin markup, an entity or a
/// mention becomes its full-width look-alike. For a whole line, the beginning of which counts.
[[nodiscard]] std::string look_alike_text(std::string_view line);

[[nodiscard]] std::size_t code_points(std::string_view text);

/// As JavaScript counts, never less than code points.
[[nodiscard]] std::size_t utf16_units(std::string_view text);

}  // namespace tipoff
