// Charsets: any bytes become UTF-8, whatever is declared. The first line is the Content-Type.
#include "text/charset.h"

#include <algorithm>

#include "must.h"
#include "targets.h"
#include "text/charset_repair.h"
#include "text/utf8.h"

namespace tipoff::fuzz {

void charset(std::string_view bytes) {
  const auto line = std::min(bytes.find('\n'), bytes.size());
  const auto content_type = bytes.substr(0, line);
  const auto body = bytes.substr(std::min(line + 1, bytes.size()));
  const DecodedText decoded = to_utf8(body, content_type);
  must(is_valid_utf8(decoded.text), "what is decoded is UTF-8");
  must(!decoded.encoding.empty(), "an encoding is named");
  const Utf8Soundness soundness = utf8_soundness(body);
  must((soundness.malformed == 0) == is_valid_utf8(body), "soundness and validity agree");
  must(is_valid_utf8(repair_code_points(std::string(body))), "repaired text is UTF-8");
  must(is_valid_utf8(repair_mixed_utf8(body)), "mixed text becomes UTF-8");
}

}  // namespace tipoff::fuzz
