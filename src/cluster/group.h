// StoryGroups: records that tell the same story, found by their texts alone.
#pragma once

#include <cstddef>
#include <deque>

#include "cluster/neighbours.h"
#include "cluster/sketch.h"
#include "parse/article.h"

namespace tipoff {

/// For reports without account, event or date, as `tipoff scan --stories` has them: near-identical
/// texts (credits changed, truncated, re-cased, re-headlined, paragraphs reordered) are one story.
/// What merely shares its subject is not, nor is a form filled in with other names and numbers.
/// Remembers the latest 50,000 different texts, some 2 KB each: a copy of an older one is a new
/// story.
class StoryGroups {
 public:
  static constexpr std::size_t latest_texts = 50'000;

  explicit StoryGroups(std::size_t most_texts = latest_texts) : neighbours_(most_texts) {}

  /// Number of the record's story: 0, 1, 2.., the next one for a new story.
  [[nodiscard]] std::size_t add(const NewsText& text);

 private:
  struct Told {
    Sketch sketch;
    std::size_t story = 0;
    std::size_t first = 0;  // number of the text that began its story
  };

  [[nodiscard]] const Told* told(std::size_t number) const;
  [[nodiscard]] bool strays(const Sketch& sketch, const Told& known) const;

  std::size_t stories_ = 0;
  Neighbours neighbours_;
  std::deque<Told> told_;  // in step with neighbours_
};

}  // namespace tipoff
