// Folding by one table for the Basic Multilingual Plane, made once from utf8proc and the pairs of
// simplified_pairs.h.
#include "text/fold.h"

#include <memory>

#include <utf8proc.h>

#include "text/simplified_pairs.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t plane_size = 0x10000;
constexpr char16_t dropped = 0xE000;  // private use: no text character is compared as one of these
constexpr char16_t first_expansion = 0xE001;  // + index into expansions

struct Extra {
  char16_t code;
  const char16_t* folded;
};

/// Letters that Unicode does not decompose, and punctuation that is typed in several ways.
constexpr Extra extras[] = {
    {u'ø', u"o"},  {u'Ø', u"o"},      {u'ł', u"l"},      {u'Ł', u"l"},   {u'đ', u"d"},
    {u'Đ', u"d"},  {u'ı', u"i"},      {u'æ', u"ae"},     {u'Æ', u"ae"},  {u'œ', u"oe"},
    {u'Œ', u"oe"}, {u'ð', u"d"},      {u'Ð', u"d"},      {u'þ', u"th"},  {u'Þ', u"th"},
    {u'ħ', u"h"},  {u'’', u"'"},      {u'‘', u"'"},      {u'ʼ', u"'"},   {u'`', u"'"},
    {u'´', u"'"},  {u'“', u"\""},     {u'”', u"\""},     {u'„', u"\""},  {u'«', u"\""},
    {u'»', u"\""}, {u'「', u"\""},    {u'」', u"\""},    {u'『', u"\""}, {u'』', u"\""},
    {u'‐', u"-"},  {u'‑', u"-"},      {u'‒', u"-"},      {u'–', u"-"},   {u'—', u"-"},
    {u'−', u"-"},  {u'\u3000', u" "}, {u'\u00a0', u" "}, {u'™', u" "},   {u'℠', u" "}};

struct Table {
  std::array<char16_t, plane_size> folded{};
  std::array<CharacterKind, plane_size> kind{};
  std::vector<FoldedCharacter> expansions;

  Table();

 private:
  void set(char16_t code, const utf8proc_int32_t* codes, utf8proc_ssize_t count);
  void set_decomposed(char16_t code);
};

bool is_ideograph(char32_t code) {
  return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7A3) ||
         (code >= 0x3041 && code <= 0x30FF && code != 0x30FB && code != 0x30A0) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF) ||
         code == 0x3005 || code == 0x3007;
}

CharacterKind kind_by_category(char32_t code) {
  if (is_ideograph(code)) return CharacterKind::ideograph;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_MN:
      return CharacterKind::letter;
    default:
      return CharacterKind::separator;
  }
}

void Table::set(char16_t code, const utf8proc_int32_t* codes, utf8proc_ssize_t count) {
  if (count == 0) {
    folded[code] = dropped;
  } else if (count == 1 && codes[0] > 0 && codes[0] < 0xFFFF) {
    folded[code] = static_cast<char16_t>(codes[0]);
  } else if (count > 1 && count <= 3) {
    FoldedCharacter expansion;
    for (utf8proc_ssize_t i = 0; i < count; ++i)
      expansion.codes[expansion.count++] = static_cast<char32_t>(codes[i]);
    folded[code] = static_cast<char16_t>(first_expansion + expansions.size());
    expansions.push_back(expansion);
  }
}

void Table::set_decomposed(char16_t code) {
  std::array<utf8proc_int32_t, 8> codes{};
  int last_class = 0;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                     UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto count =
      utf8proc_decompose_char(code, codes.data(), codes.size(), options, &last_class);
  if (count >= 0) set(code, codes.data(), count);
}

Table::Table() {
  for (std::size_t code = 0; code < plane_size; ++code) folded[code] = static_cast<char16_t>(code);
  for (std::size_t code = 'A'; code <= 'Z'; ++code) folded[code] = static_cast<char16_t>(code + 32);
  for (std::size_t code = 0x80; code < 0x3000; ++code) set_decomposed(static_cast<char16_t>(code));
  for (std::size_t code = 0xF900; code < 0xFFFE; ++code)
    set_decomposed(static_cast<char16_t>(code));
  for (const Extra& extra : extras) {
    std::array<utf8proc_int32_t, 3> codes{};
    utf8proc_ssize_t count = 0;
    for (const char16_t* unit = extra.folded; *unit != 0; ++unit)
      codes[static_cast<std::size_t>(count++)] = *unit;
    set(extra.code, codes.data(), count);
  }
  for (std::size_t i = 0; i + 1 < simplified_pairs.size(); i += 2)
    folded[simplified_pairs[i]] = simplified_pairs[i + 1];
  for (std::size_t code = 0; code < plane_size; ++code)
    kind[code] = kind_by_category(static_cast<char32_t>(code));
}

const Table& table() {
  static const std::unique_ptr<const Table> the_table = std::make_unique<const Table>();
  return *the_table;
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

char32_t bits(std::string_view text, std::size_t at, unsigned mask) {
  return static_cast<unsigned char>(text[at]) & mask;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const unsigned lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && continues(text, at + 1))
    return {(bits(text, at, 0x1F) << 6U) | bits(text, at + 1, 0x3F), 2};
  if (lead >= 0xE0 && lead < 0xF0 && continues(text, at + 1) && continues(text, at + 2)) {
    const char32_t code =
        (bits(text, at, 0x0F) << 12U) | (bits(text, at + 1, 0x3F) << 6U) | bits(text, at + 2, 0x3F);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(text, at + 1) && continues(text, at + 2) &&
      continues(text, at + 3)) {
    const char32_t code = (bits(text, at, 0x07) << 18U) | (bits(text, at + 1, 0x3F) << 12U) |
                          (bits(text, at + 2, 0x3F) << 6U) | bits(text, at + 3, 0x3F);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {0xFFFD, 1};
}

FoldedCharacter folded_character(char32_t code) {
  if (code >= plane_size) return {{code, 0, 0}, 1};
  const char16_t entry = table().folded[code];
  if (entry < dropped || entry >= 0xF900) return {{entry, 0, 0}, 1};
  if (entry == dropped) return {};
  const std::size_t index = static_cast<std::size_t>(entry) - first_expansion;
  if (index < table().expansions.size()) return table().expansions[index];
  return {{entry, 0, 0}, 1};
}

CharacterKind kind_of(char32_t folded) {
  if (folded >= plane_size)
    return is_ideograph(folded) ? CharacterKind::ideograph : CharacterKind::separator;
  return table().kind[folded];
}

FoldingTables folding_tables() {
  return {table().folded.data(), table().kind.data()};
}

bool is_capital(char32_t code) {
  if (code < 0x80) return code >= U'A' && code <= U'Z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_LU;
}

FoldedText fold(std::string_view raw) {
  FoldedText result;
  result.text.reserve(raw.size());
  result.offsets.reserve(raw.size() + 1);
  for (std::size_t at = 0; at < raw.size();) {
    const Character character = character_at(raw, at);
    const FoldedCharacter as = folded_character(character.code);
    for (unsigned i = 0; i < as.count; ++i) append_utf8(result.text, as.codes[i]);
    result.offsets.resize(result.text.size(), static_cast<std::uint32_t>(at));
    at += character.length;
  }
  result.offsets.push_back(static_cast<std::uint32_t>(raw.size()));
  return result;
}

std::string folded(std::string_view raw) {
  std::string text(raw);
  const FoldingTables tables = folding_tables();
  std::size_t at = 0;
  for (; at < raw.size() && static_cast<unsigned char>(raw[at]) < 0x80; ++at)
    text[at] = static_cast<char>(tables.folded[static_cast<unsigned char>(raw[at])]);
  text.resize(at);
  while (at < raw.size()) {
    if (static_cast<unsigned char>(raw[at]) < 0x80) {
      text += static_cast<char>(tables.folded[static_cast<unsigned char>(raw[at++])]);
      continue;
    }
    const Character character = character_at(raw, at);
    const char16_t entry = character.length == 3 ? tables.folded[character.code] : char16_t{0};
    if (entry == character.code && (entry < dropped || entry >= 0xF900)) {
      text.append(raw, at, 3);
    } else {
      const FoldedCharacter as = folded_character(character.code);
      for (unsigned i = 0; i < as.count; ++i) append_utf8(text, as.codes[i]);
    }
    at += character.length;
  }
  return text;
}

}  // namespace tipoff
