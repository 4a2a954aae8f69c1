// Few bodies are large: a list is enough.
#include "net/body_room.h"

#include <algorithm>

namespace tipoff {

bool BodyRoom::may_take(const void* holder, std::size_t bytes) const {
  const bool is_first = holders_.empty() || holders_.front().who == holder;
  return is_first || taken_ + bytes <= bytes_;
}

bool BodyRoom::take(const void* holder, std::size_t bytes) {
  const bool may = may_take(holder, bytes);
  auto found = std::ranges::find(holders_, holder, &Holder::who);
  if (found == holders_.end()) {
    holders_.push_back({.who = holder, .bytes = 0});
    found = holders_.end() - 1;
  }
  if (!may) return false;
  found->bytes += bytes;
  taken_ += bytes;
  return true;
}

void BodyRoom::give_back(const void* holder) {
  const auto found = std::ranges::find(holders_, holder, &Holder::who);
  if (found == holders_.end()) return;
  taken_ -= found->bytes;
  holders_.erase(found);
}

}  // namespace tipoff
