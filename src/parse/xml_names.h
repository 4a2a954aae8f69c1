// Names of elements and attributes, as feeds write them: in any case, with any prefix.
#pragma once

#include <algorithm>
#include <string_view>

namespace tipoff {

constexpr bool is_xml_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr char lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return lower_case(x) == lower_case(y);
         });
}

constexpr std::string_view name_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

constexpr std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

}  // namespace tipoff
