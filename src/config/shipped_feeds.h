// The feed lists that come with Tipoff, and which of their feeds belong to a country.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/complaint.h"
#include "parse/opml.h"

namespace tipoff {

/// `feeds` of the source tree, else of the prefix that this program is installed in.
[[nodiscard]] std::filesystem::path shipped_feeds();

/// The lists in it, by name.
[[nodiscard]] std::vector<std::filesystem::path> opml_files(const std::filesystem::path& folder);

/// Whether the feed's `countries` ("de at", "*" for all) name this one. A feed that names none
/// belongs to no country.
[[nodiscard]] bool is_of_country(const OpmlFeed& feed, std::string_view country);

/// Its terms ask for a decision (optIn="true"): it is taken only by those who say so.
[[nodiscard]] bool needs_consent(const OpmlFeed& feed);

/// All countries that the feeds name, without "*".
[[nodiscard]] std::vector<std::string> countries_of(const std::vector<OpmlFeed>& feeds);

}  // namespace tipoff
