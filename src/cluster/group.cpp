// Looks up who shares keys with a text, and takes it to the one that it resembles most.
#include "cluster/group.h"

namespace tipoff {

/// None: forgotten.
const StoryGroups::Told* StoryGroups::told(std::size_t number) const {
  return number < neighbours_.oldest() ? nullptr : &told_[number - neighbours_.oldest()];
}

/// Whether what joins them is a blurb, so that the story would take in more and more.
bool StoryGroups::strays(const Sketch& sketch, const Told& known) const {
  const auto* first = told(known.first);
  return first != nullptr && is_blurb(sketch, first->sketch);
}

std::size_t StoryGroups::add(const NewsText& text) {
  Told added{sketch_of(text), stories_, neighbours_.oldest() + told_.size()};
  const auto keys = keys_of(added.sketch);
  double best = 0;
  for (const auto number : neighbours_.sharing(keys)) {
    const auto& known = *told(number);
    if (known.sketch == added.sketch) return known.story;
    const auto found = resemblance(added.sketch, known.sketch);
    if (found <= best || (found > 1 && strays(added.sketch, known))) continue;
    best = found;
    added.story = known.story;
    added.first = known.first;
  }
  if (best == 0) ++stories_;
  const auto story = added.story;
  neighbours_.add(keys);
  told_.push_back(std::move(added));
  if (told_.size() > neighbours_.size()) told_.pop_front();
  return story;
}

}  // namespace tipoff
