// Charsets: what is declared is a witness, the bytes are the judge.
#include "text/charset.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "text/charset_repair.h"
#include "text/iconv_decoder.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

using namespace std::literals;

constexpr std::size_t head_size = 1024;    // bytes in which a declaration is looked for
constexpr std::size_t guess_size = 65536;  // bytes that are enough to guess by

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

constexpr Mark marks[] = {
    {"\xEF\xBB\xBF"sv, "utf-8"},        {"\x00\x00\xFE\xFF"sv, "utf-32be"},
    {"\xFF\xFE\x00\x00"sv, "utf-32le"}, {"\xFE\xFF"sv, "utf-16be"},
    {"\xFF\xFE"sv, "utf-16le"},
};

// Of text without a mark that begins with ASCII in two or four bytes a character, or with "<?xm" as
// mainframes write it.
std::string_view encoding_by_beginning(std::string_view bytes) {
  if (bytes.starts_with("\x4C\x6F\xA7\x94")) return "cp037";
  if (bytes.size() < 4) return {};
  const auto is_ascii = [&](std::size_t i) { return bytes[i] >= '\t' && bytes[i] < 0x7F; };
  const auto is_nul = [&](std::size_t i) { return bytes[i] == '\0'; };
  if (is_ascii(0) && is_nul(1) && is_nul(2) && is_nul(3)) return "utf-32le";
  if (is_nul(0) && is_nul(1) && is_nul(2) && is_ascii(3)) return "utf-32be";
  if (is_ascii(0) && is_nul(1) && is_ascii(2) && is_nul(3)) return "utf-16le";
  if (is_nul(0) && is_ascii(1) && is_nul(2) && is_ascii(3)) return "utf-16be";
  return {};
}

std::string lower(std::string_view text) {
  std::string copy(text);
  std::transform(copy.begin(), copy.end(), copy.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return copy;
}

// The value behind `key` and '=', in quotes or without.
std::string value_behind(const std::string& text, std::string_view key) {
  auto at = text.find(key);
  if (at == std::string::npos) return {};
  at = text.find_first_not_of(" \t\r\n", at + key.size());
  if (at == std::string::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string::npos) return {};
  return text.substr(at, text.find_first_of(" \t\r\n\"';>?,", at) - at);
}

std::string declared_in(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, head_size));
  const auto begin = head.find("<?xml");
  if (begin != std::string::npos)
    return value_behind(head.substr(begin, head.find("?>", begin) - begin), "encoding");
  return head.find("<html") == std::string::npos ? "" : value_behind(head, "charset");
}

std::string guessed(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == '\x1B';
  });
  const auto from = static_cast<std::size_t>(first - bytes.begin());
  const auto sample = bytes.substr(from, guess_size);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return serving_charset(uchardet_get_charset(detector.get()));
}

std::optional<DecodedText> read_as(std::string_view bytes, const std::string& charset) {
  if (charset.empty() || charset == "utf-8") return std::nullopt;
  // One fault in fifty bytes that matter: more is another charset.
  auto read = transcode(bytes, charset, count_high_bytes(bytes) / 50);
  if (!read) return std::nullopt;
  return DecodedText{std::move(read->text), charset};
}

// A few words of Chinese are too short a text to guess by; but no Western language writes words of
// four and more letters that are all beyond ASCII, in pairs, each in the two bytes of a common
// sign.
bool holds_chinese_words(std::string_view bytes) {
  std::size_t signs = 0;
  std::size_t words = 0;
  for (std::size_t at = ascii_run(bytes, 0); at < bytes.size(); at += ascii_run(bytes, at)) {
    std::size_t end = at;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0x80) ++end;
    if ((end - at) % 2 != 0) return false;
    signs += (end - at) / 2;
    ++words;
    for (; at < end; at += 2) {
      const auto lead = static_cast<unsigned char>(bytes[at]);
      if (lead < 0xA1 || lead > 0xF7 || static_cast<unsigned char>(bytes[at + 1]) < 0xA1)
        return false;
    }
  }
  return words > 0 && signs >= 2 * words && signs >= 4;
}

bool is_western(std::string_view guess) {
  for (const std::string_view charset :
       {"windows-1250", "windows-1252", "windows-1254", "windows-1257", "windows-1258",
        "iso-8859-2", "iso-8859-3", "iso-8859-10", "iso-8859-13", "iso-8859-15", "iso-8859-16"})
    if (guess == charset) return true;
  return guess.empty();
}

// Western letters beyond ASCII stand one by one between others. Where most stand side by side, the
// text is in another script, whatever is declared: many a server says ISO-8859-1 of all it has.
bool holds_other_script(std::string_view bytes) {
  constexpr std::size_t enough_to_tell = 12;  // high bytes
  std::size_t high = 0;
  std::size_t runs = 0;
  for (std::size_t at = ascii_run(bytes, 0); at < bytes.size(); at += ascii_run(bytes, at)) {
    char before = '\0';  // a line of dashes is no word
    for (++runs; at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80; ++at) {
      high += bytes[at] == before ? 0 : 1;
      before = bytes[at];
    }
  }
  return high >= enough_to_tell && high >= 3 * runs;
}

// Japanese mail's charset, all of it in seven bits: nothing else switches to these sets of signs.
bool holds_japanese_escapes(std::string_view bytes) {
  for (auto at = bytes.find('\x1B'); at != bytes.npos; at = bytes.find('\x1B', at + 1))
    if (const auto set = bytes.substr(at + 1, 2); set == "$B" || set == "$@") return true;
  return false;
}

DecodedText read_by_guess(std::string_view bytes, std::string guess) {
  if (is_western(guess) && holds_chinese_words(bytes)) guess = "gb18030";
  // Hardly anyone writes Vietnamese in it, and Western text is often taken for it.
  if (guess == "windows-1258") guess = "windows-1252";
  if (auto text = read_as(bytes, guess)) return *text;
  constexpr std::size_t enough_to_tell = 16;  // high bytes: fewer are sound GB18030 by chance
  if (count_high_bytes(bytes) >= enough_to_tell)
    if (auto text = read_as(bytes, "gb18030")) return *text;
  auto western = transcode(bytes, "windows-1252");
  return {western ? std::move(western->text) : repair_utf8(bytes), "windows-1252"};
}

ReadableText repaired(std::string text, std::string encoding) {
  return {{}, repair_code_points(std::move(text)), std::move(encoding)};
}

ReadableText in_place(std::string_view bytes, const Utf8Soundness& utf8, std::string encoding) {
  ReadableText read{bytes, std::nullopt, std::move(encoding)};
  if (utf8.has_c1 || utf8.may_be_encoded_twice)
    read.decoded = repair_code_points(std::string(bytes), utf8);
  return read;
}

ReadableText decoded(std::string_view bytes, std::string declared) {
  const bool names_another = !declared.empty() && declared != "utf-8";
  if (names_another && !is_valid_utf8(bytes)) {
    if (auto text = read_as(bytes, declared)) return repaired(std::move(text->text), declared);
  }
  const Utf8Soundness utf8 = utf8_soundness(bytes);
  if (utf8.is_ascii() && holds_japanese_escapes(bytes)) declared = "iso-2022-jp";
  if (utf8.is_ascii() && !declared.starts_with("iso-2022")) {
    const bool plausible = !declared.empty() && transcode("a", declared).has_value();
    return in_place(bytes, utf8, plausible && !declared.starts_with("utf-") ? declared : "utf-8");
  }
  // A few sound pairs may be chance in a legacy text; three sequences, or a longer one, are not.
  const bool is_utf8 = utf8.malformed == 0 && (declared.empty() || declared == "utf-8" ||
                                               utf8.sequences >= 3 || utf8.long_sequences >= 1);
  if (is_utf8) return in_place(bytes, utf8, "utf-8");
  if (auto text = read_as(bytes, declared)) return repaired(std::move(text->text), declared);
  const std::string guess = guessed(bytes);
  if (utf8.sequences >= 4 * utf8.malformed || guess == "utf-8")
    return repaired(repair_mixed_utf8(bytes), "utf-8");
  DecodedText text = read_by_guess(bytes, guess);
  return repaired(std::move(text.text), std::move(text.encoding));
}

ReadableText read_wide(std::string_view bytes, std::string encoding) {
  auto read = transcode(bytes, encoding);
  return repaired(read ? std::move(read->text) : repair_utf8(bytes), std::move(encoding));
}

ReadableText read_marked(std::string_view bytes, const Mark& mark) {
  bytes.remove_prefix(mark.bytes.size());
  if (mark.encoding != "utf-8") return read_wide(bytes, std::string(mark.encoding));
  ReadableText read = decoded(bytes, "utf-8");
  read.encoding = "utf-8";
  return read;
}

}  // namespace

ReadableText read_as_utf8(std::string_view bytes, std::string_view content_type) {
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) return read_marked(bytes, mark);
  if (const auto encoding = encoding_by_beginning(bytes); !encoding.empty())
    return read_wide(bytes, std::string(encoding));
  std::string declared = serving_charset(value_behind(lower(content_type), "charset"));
  const auto misfits = [&] {
    return !declared.empty() && is_western(declared) && holds_other_script(bytes);
  };
  if (declared.empty() || !transcode("a", declared) || misfits())
    declared = serving_charset(declared_in(bytes));
  if (misfits()) declared.clear();
  // A head that could be read is not in two or four bytes a character, whatever it says.
  if (declared.starts_with("utf-16") || declared.starts_with("utf-32") ||
      declared.starts_with("ucs-") || declared == "utf-7")
    declared.clear();
  return decoded(bytes, declared);
}

DecodedText to_utf8(std::string_view bytes, std::string_view content_type) {
  ReadableText read = read_as_utf8(bytes, content_type);
  if (!read.decoded) read.decoded = std::string(read.bytes);
  return {*std::move(read.decoded), std::move(read.encoding)};
}

}  // namespace tipoff
