// Follows the chains of the keys; a chain ends where its next text is forgotten.
#include "cluster/neighbours.h"

#include <algorithm>

namespace tipoff {
namespace {

constexpr std::size_t most_of_a_key = 48;

}  // namespace

std::size_t Neighbours::latest(std::uint32_t key) const {
  const auto found = latest_.find(key);
  return found == latest_.end() ? none : found->second;
}

std::size_t Neighbours::earlier(std::size_t number, std::uint32_t key) const {
  const auto link = std::ranges::lower_bound(held_[number - oldest_], key, {}, &Link::key);
  return link->earlier == none || link->earlier < oldest_ ? none : link->earlier;
}

std::vector<std::size_t> Neighbours::sharing(std::span<const std::uint32_t> keys) const {
  std::vector<std::size_t> found;
  for (const auto key : keys) {
    auto number = latest(key);
    for (std::size_t n = 0; n < most_of_a_key && number != none; ++n) {
      found.push_back(number);
      number = earlier(number, key);
    }
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

void Neighbours::add(std::span<const std::uint32_t> keys) {
  const auto number = oldest_ + held_.size();
  Links links;
  links.reserve(keys.size());
  for (const auto key : keys) links.push_back({key, none});
  std::ranges::sort(links, {}, &Link::key);
  links.erase(std::ranges::unique(links, {}, &Link::key).begin(), links.end());
  for (auto& link : links) {
    link.earlier = latest(link.key);
    latest_[link.key] = number;
  }
  held_.push_back(std::move(links));
  if (held_.size() > most_) forget_oldest();
}

void Neighbours::forget_oldest() {
  for (const auto& link : held_.front()) {
    const auto found = latest_.find(link.key);
    if (found->second == oldest_) latest_.erase(found);
  }
  held_.pop_front();
  ++oldest_;
}

}  // namespace tipoff
