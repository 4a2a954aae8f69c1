// Sentences: where a text divides into sentences, for Latin and Chinese writing.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tipoff {

/// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

/// Sentences in order, without the white space around them; none is empty, and together they hold
/// every other byte. Ends are 。！？； and . ! ? with the quotes and brackets that close after
/// them, and a line break before a list item or a capital. Inc., U.S., J. Smith, 3.5 and the like
/// do not end one. Time is linear in the text, whatever it holds.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

}  // namespace tipoff
