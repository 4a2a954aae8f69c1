// UTF-8: reading and writing code points, repair, and the cleaning that every text from outside
// goes through.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point at `at`, which moves behind it. A malformed sequence gives U+FFFD and moves over
/// its longest valid beginning (at least one byte). `at` must lie within the text.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

/// Surrogates and what lies beyond U+10FFFF are written as U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// Whether the byte goes on with a character that began before it.
[[nodiscard]] inline bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// How many bytes from `at` on are ASCII.
[[nodiscard]] std::size_t ascii_run(std::string_view text, std::size_t at);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Each malformed sequence becomes one U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// White space of any kind, the no-break and ideographic spaces too.
[[nodiscard]] bool is_space(char32_t code_point);

/// Text as it is stored and shown: repaired, without control characters (C0, DEL, C1) and without
/// the characters that override or isolate writing direction; white space collapsed to single
/// spaces and trimmed.
[[nodiscard]] std::string clean_text(std::string_view text);

/// The same, piece by piece.
class TextCleaner {
 public:
  explicit TextCleaner(std::size_t expected_size) : cleaned_(expected_size + spare, '\0') {}

  /// `text` ends between characters.
  void add(std::string_view text);
  /// As far as the first '<' or '&'; how many bytes that was.
  std::size_t add_to_sign(std::string_view text);
  void add_gap();
  /// False once a piece was not UTF-8: what is finished then is worth nothing.
  [[nodiscard]] bool is_sound() const { return is_sound_; }
  [[nodiscard]] std::string finish() &&;

 private:
  static constexpr std::size_t spare = 8;  // bytes: text is written eight at a time

  template <bool to_sign>
  std::size_t copy(std::string_view text);
  void make_room(std::size_t bytes);
  [[nodiscard]] bool ends_with_space(const char* end) const;
  char* add_character(std::string_view text, std::size_t& at, char* end);
  char* add_beyond_ascii(std::string_view text, std::size_t& at, char* end);

  std::string cleaned_;  // longer than what has been written
  std::size_t size_ = 0;
  bool is_sound_ = true;
};

}  // namespace tipoff
