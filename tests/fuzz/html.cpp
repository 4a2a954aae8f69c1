// HTML to text, and references: clean text whatever the markup.
#include "text/html.h"

#include "must.h"
#include "targets.h"
#include "text/utf8.h"

namespace tipoff::fuzz {

void html(std::string_view bytes) {
  const std::string text = html_to_text(bytes);
  must(is_valid_utf8(text), "text is UTF-8");
  must(clean_text(text) == text, "text is clean");
  must(html_to_text(repair_utf8(bytes)) == text, "bytes that are not UTF-8 are repaired first");
  (void)looks_like_html(bytes);
  if (is_valid_utf8(bytes)) must(is_valid_utf8(decode_references(bytes)), "decoded text is UTF-8");
}

}  // namespace tipoff::fuzz
