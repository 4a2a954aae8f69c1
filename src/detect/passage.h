// Passage: a sentence of a news text, and how much it says about what the news is.
#pragma once

#include <string_view>
#include <vector>

#include "match/mention.h"
#include "parse/article.h"
#include "text/sentences.h"

namespace tipoff {

enum class Place { title, lead, body };

struct Passage {
  Field field = Field::title;
  Place place = Place::title;
  Span span;  // bytes in the field
};

/// A sentence of more bytes is no sentence but a list or a page without stops: it is cut, so that no
/// text is examined as one long line.
inline constexpr std::size_t longest_sentence = 1000;

/// The text's sentences in order. The lead is the body's first sentence; without a title it stands
/// in for it.
[[nodiscard]] std::vector<Passage> passages(const NewsText& text);

[[nodiscard]] inline std::string_view field_text(const NewsText& text, Field field) {
  return field == Field::title ? text.title : text.body;
}

}  // namespace tipoff
