// What several sections of tipoff.toml share: checks of addresses, and values that stand in more
// than one.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "config/toml_table.h"

namespace tipoff {

/// Why this is no URL of a feed (http, https, or file:/// with an absolute path); empty where it is
/// one.
[[nodiscard]] std::optional<std::string> feed_url_fault(std::string_view url);

/// Why this is no http or https URL; empty where it is one.
[[nodiscard]] std::optional<std::string> http_url_fault(std::string_view url);

/// One bare address, as in anna@example.com, that cannot break a header: ASCII, no white space, no
/// angle brackets, commas or quotes.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// On one line: no control characters.
[[nodiscard]] bool is_one_line(std::string_view text);

/// Then there is a complaint that says `why` the key is needed.
[[nodiscard]] bool is_missing(TomlTable& table, std::string_view key, const char* why);

/// A duration in whole seconds.
[[nodiscard]] std::optional<std::chrono::seconds> read_seconds(TomlTable& table,
                                                               std::string_view key,
                                                               std::chrono::seconds shortest);

/// "Mon-Fri 07:00-19:00 Europe/Berlin"
[[nodiscard]] std::optional<WeekWindow> read_window(TomlTable& table, std::string_view key);

/// A list of event types, each of which becomes a mention.
[[nodiscard]] std::vector<std::string> read_event_types(TomlTable& table, std::string_view key,
                                                        std::vector<EventTypeMention>& mentions);

/// A list of rumoured, announced, completed, denied.
[[nodiscard]] std::vector<Certainty> read_certainties(TomlTable& table, std::string_view key);

/// A complaint, with the nearest known one, for each word that is not among the known: "there is no
/// seller 'ana' (did you mean 'anna'?)".
void refuse_unknown(TomlTable& table, std::string_view key, std::string_view what,
                    const std::vector<std::string>& words, const std::vector<std::string>& known);

}  // namespace tipoff
