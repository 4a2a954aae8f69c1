// The filter, made when all openings are known.
#include "match/opening_filter.h"

#include <algorithm>

namespace tipoff {

void OpeningFilter::finish(std::size_t bits_an_opening, std::size_t least) {
  std::sort(added_.begin(), added_.end());
  added_.erase(std::unique(added_.begin(), added_.end()), added_.end());
  blocks_.assign(std::bit_ceil(std::max(added_.size() * bits_an_opening / 64, least)), 0);
  for (const std::uint64_t opening : added_) blocks_[place(opening)] |= bits(opening);
  added_ = {};
}

}  // namespace tipoff
