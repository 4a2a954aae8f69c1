// The one door to nlohmann-json: a JSON value that keeps the order of its fields, and how it is
// written.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

using Json = nlohmann::ordered_json;

/// On one line, UTF-8 as it is. Bytes that are not UTF-8 become U+FFFD; never throws.
[[nodiscard]] std::string dump(const Json& value);

/// The value that the whole text holds; nothing where it is no JSON or nests deeper than 200
/// levels. Never throws.
[[nodiscard]] std::optional<Json> parse_json(std::string_view text);

}  // namespace tipoff
