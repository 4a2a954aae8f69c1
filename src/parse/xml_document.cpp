// Most feeds are well-formed and are read as they are; the others are repaired first.
#include "parse/xml_document.h"

#include <algorithm>

#include "parse/xml_repair.h"

namespace tipoff {
namespace {

// Few enough elements for any memory, and no NUL, which pugixml takes for the end.
bool is_readable(std::string_view source) {
  constexpr std::ptrdiff_t most_signs = 1'000'000;
  if (source.find('\0') != source.npos) return false;
  return std::ssize(source) <= most_signs ||
         std::count(source.begin(), source.end(), '<') <= most_signs;
}

}  // namespace

XmlDocument::XmlDocument(std::string_view source) {
  if (is_readable(source)) {
    bytes_ = source;
    if (load()) return;
  }
  bytes_ = repair_markup(source);
  load();  // should there be an error, what was read before it is kept
}

pugi::xml_parse_result XmlDocument::load() {
  constexpr unsigned flags = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;
  return document_.load_buffer_inplace(bytes_.data(), bytes_.size(), flags, pugi::encoding_utf8);
}

}  // namespace tipoff
