// Passages: the sentences of title and body, each with its place.
#include "detect/passage.h"

namespace tipoff {

std::vector<Passage> passages(const NewsText& text) {
  std::vector<Passage> out;
  for (const Span span : sentences(text.title)) out.push_back({Field::title, Place::title, span});
  Place place = out.empty() ? Place::title : Place::lead;
  for (const Span span : sentences(text.body)) {
    out.push_back({Field::body, place, span});
    place = place == Place::title ? Place::lead : Place::body;
  }
  return out;
}

}  // namespace tipoff
