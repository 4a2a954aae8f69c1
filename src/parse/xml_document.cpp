// Most feeds are well-formed and are read as they are; the others are repaired first.
#include "parse/xml_document.h"

#include <algorithm>

#include "parse/xml_repair.h"
#include "text/byte_word.h"

namespace tipoff {
namespace {

std::size_t count_signs(std::string_view source) {
  std::size_t count = 0;
  for (; source.size() >= byte_word_size; source.remove_prefix(byte_word_size))
    count += count_marked(bytes_equal(byte_word_at(source.data()), '<'));
  return count + static_cast<std::size_t>(std::count(source.begin(), source.end(), '<'));
}

// Few enough elements for any memory, and no NUL, which pugixml takes for the end.
bool is_readable(std::string_view source) {
  constexpr std::size_t most_signs = 1'000'000;
  if (source.find('\0') != source.npos) return false;
  return source.size() <= most_signs || count_signs(source) <= most_signs;
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
