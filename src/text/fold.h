// Folding: text as it is compared (case, accents, width and script variants levelled), with the way
// back to its bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// One character of UTF-8 text. Bytes that are not UTF-8 read as U+FFFD, one byte each.
struct Character {
  char32_t code = 0;
  unsigned length = 1;  // in bytes
};

[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

/// What a character is compared as: none (combining marks, soft hyphens), one, or up to three
/// characters (the German sharp s is "ss").
struct FoldedCharacter {
  std::array<char32_t, 3> codes{};
  unsigned count = 0;
};

/// Lower case, without accents, half-width, simplified; typographic quotes and dashes as in ASCII.
[[nodiscard]] FoldedCharacter folded_character(char32_t code);

/// How a folded character takes part in words.
enum class CharacterKind : std::uint8_t {
  separator,
  letter,    // letters and digits of scripts that are written in words
  ideograph  // Han, kana, hangul: each stands for itself, since no spaces part the words
};

[[nodiscard]] CharacterKind kind_of(char32_t folded);

/// Both for the characters below U+10000, for who asks for very many: `folded` holds the one
/// character, or a private-use one where folded_character must be asked.
struct FoldingTables {
  const char16_t* folded = nullptr;
  const CharacterKind* kind = nullptr;
};

[[nodiscard]] FoldingTables folding_tables();

/// Whether the raw character is a capital letter; digits and scripts without case are none.
[[nodiscard]] bool is_capital(char32_t code);

/// Folded text. `offsets[i]` is where the character that gave byte i begins in the raw text; one
/// more entry stands for the end.
struct FoldedText {
  std::string text;
  std::vector<std::uint32_t> offsets;
};

[[nodiscard]] FoldedText fold(std::string_view raw);

/// The folded text alone.
[[nodiscard]] std::string folded(std::string_view raw);

}  // namespace tipoff
