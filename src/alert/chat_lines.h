// The lines of a chat message: a brief made clean, and cut to what the channel takes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "alert/brief.h"

namespace tipoff {

struct ChatLine {
  enum class Kind { title, opening, section, heading, row, count };
  Kind kind = Kind::row;
  std::string label;  // of a row; may be empty
  std::string text;   // one clean line, not yet escaped for any markup; never empty
  std::string link;   // http, https, tel or mailto, safe to stand in a link; may be empty

  bool operator==(const ChatLine&) const = default;
};

using ChatLines = std::vector<ChatLine>;

/// What a single line may have, whatever the whole message may.
struct ChatLimits {
  std::size_t title = 150;   // code points
  std::size_t text = 500;    // code points of any other text
  std::size_t link = 1'000;  // bytes; a longer one is left out
};

/// As much of the brief as `fits`: first the rows that matter least go, from all items alike; then
/// whole items go, from the end, and are counted in the last line (those without a heading belong
/// to others, and are not counted). The title alone must fit.
[[nodiscard]] ChatLines chat_lines(const Brief& brief, const ChatLimits& limits,
                                   const std::function<bool(const ChatLines&)>& fits);

/// "+12 more", in the words of the language.
[[nodiscard]] std::string count_of_more(std::size_t more, MessageLanguage language);

/// "Phone: +49 89 1234", in the punctuation of the language; the text alone without a label.
[[nodiscard]] std::string labelled(const std::string& label, const std::string& text,
                                   MessageLanguage language);

/// At most `most` code points of the text, made one clean line, with an ellipsis where something
/// was cut. `most` >= 1.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t most);

[[nodiscard]] bool is_web(const std::string& link);

}  // namespace tipoff
