// Which encoding and which delimiter an account file uses.
#include "config/account_text.h"

#include "config/account_columns.h"
#include "config/csv.h"
#include "text/charset.h"
#include "text/charset_repair.h"

namespace tipoff {

namespace {

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether bytes beyond ASCII stand as Chinese names do in GB18030, two a character and mostly
/// several characters in a row, or as accented letters do in Windows-1252, single ones between
/// Latin letters. An account list has short cells, on which general guessers fail.
bool looks_chinese(std::string_view bytes) {
  std::size_t chinese = 0;
  std::size_t western = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_high(bytes[at])) continue;
    const std::size_t begin = at;
    while (at < bytes.size() && is_high(bytes[at])) ++at;
    const std::size_t length = at - begin;
    const bool in_word =
        (begin > 0 && is_letter(bytes[begin - 1])) || (at < bytes.size() && is_letter(bytes[at]));
    if (length >= 4) {
      chinese += 2;
    } else if (length % 2 == 0 && !in_word) {
      chinese += 1;
    } else {
      western += 1;
    }
  }
  return chinese > western;
}

}  // namespace

AccountText account_text(std::string_view bytes) {
  const Utf8Soundness utf8 = utf8_soundness(bytes);
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const bool is_utf8 = utf8.malformed == 0 || utf8.sequences >= 4 * utf8.malformed;
  const char* guess = is_utf8                ? "charset=utf-8"
                      : looks_chinese(bytes) ? "charset=gb18030"
                                             : "charset=windows-1252";
  DecodedText decoded = to_utf8(bytes, marked ? "" : guess);
  return {std::move(decoded.text), std::move(decoded.encoding)};
}

char account_delimiter(std::string_view text) {
  char best = ',';
  std::size_t best_known = 0;
  std::size_t best_cells = 0;
  for (const char delimiter : {',', ';', '\t'}) {
    CsvRow row;
    if (CsvReader reader(text, delimiter); !reader.next(row)) continue;
    const std::size_t known = known_columns(row.cells);
    if (known < best_known || (known == best_known && row.cells.size() <= best_cells)) continue;
    best = delimiter;
    best_known = known;
    best_cells = row.cells.size();
  }
  return best;
}

}  // namespace tipoff
