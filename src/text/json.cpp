// Writing and reading JSON without exceptions.
#include "text/json.h"

#include <algorithm>

namespace tipoff {
namespace {

constexpr int deepest_nesting =
    200;  // the value's destructor and the writer go as deep as the value does
constexpr int most_values = 1'000'000;  // a byte or two of text become a hundred in memory

bool is_out_of_bounds(std::string_view text) {
  int depth = 0;
  int values = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
      continue;
    }
    quoted = c == '"';
    const bool opens = c == '[' || c == '{';
    if (opens || c == ',') ++values;
    if (opens) ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > deepest_nesting || values > most_values) return true;
  }
  return false;
}

}  // namespace

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Json> parse_json(std::string_view text) {
  if (is_out_of_bounds(text)) return std::nullopt;
  Json value = Json::parse(text.begin(), text.end(), nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

}  // namespace tipoff
