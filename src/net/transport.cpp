// Looks up a header of a response.
#include "net/transport.h"

namespace tipoff {

std::string_view header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

}  // namespace tipoff
