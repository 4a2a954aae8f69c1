// Most feeds are well-formed and are read as they are; the others are repaired first.
#include "parse/xml_document.h"

#include <algorithm>

#include "parse/xml_repair.h"

namespace tipoff {
namespace {

constexpr std::ptrdiff_t most_signs = 1'000'000;

std::string_view within_bounds(std::string_view source) {
  if (std::count(source.begin(), source.end(), '<') <= most_signs) return source;
  std::size_t at = 0;
  for (std::ptrdiff_t sign = 0; sign < most_signs; ++sign) at = source.find('<', at) + 1;
  return source.substr(0, at - 1);
}

}  // namespace

XmlDocument::XmlDocument(std::string_view source) {
  source = within_bounds(source);
  bytes_ = source;
  if (load()) return;
  bytes_ = repair_markup(source);
  load();  // what it has read before an error is kept
}

pugi::xml_parse_result XmlDocument::load() {
  constexpr unsigned flags = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;
  return document_.load_buffer_inplace(bytes_.data(), bytes_.size(), flags, pugi::encoding_utf8);
}

}  // namespace tipoff
