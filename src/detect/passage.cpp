// Passages: the sentences of title and body, each with its place.
#include "detect/passage.h"

#include "text/utf8.h"

namespace tipoff {
namespace {

/// Where a piece that begins at `begin` ends: at a blank, or at least between two characters.
std::size_t cut_after(std::string_view text, std::size_t begin) {
  const std::size_t blank = text.substr(begin, longest_sentence).rfind(' ');
  if (blank != std::string_view::npos && blank > longest_sentence / 2) return begin + blank + 1;
  std::size_t end = begin + longest_sentence;
  while (end > begin + 1 && continues_character(text[end])) --end;
  return end;
}

std::vector<Span> short_sentences(std::string_view text) {
  std::vector<Span> out;
  for (Span span : sentences(text)) {
    while (span.end - span.begin > longest_sentence) {
      const std::size_t cut = cut_after(text, span.begin);
      out.push_back({span.begin, cut});
      span.begin = cut;
    }
    out.push_back(span);
  }
  return out;
}

}  // namespace

std::vector<Passage> passages(const NewsText& text) {
  std::vector<Passage> out;
  for (const Span span : short_sentences(text.title))
    out.push_back({Field::title, Place::title, span});
  Place place = out.empty() ? Place::title : Place::lead;
  for (const Span span : short_sentences(text.body)) {
    out.push_back({Field::body, place, span});
    place = place == Place::title ? Place::lead : Place::body;
  }
  return out;
}

}  // namespace tipoff
