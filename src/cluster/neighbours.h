// Neighbours: which of the latest texts share a key with a new one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <unordered_map>
#include <vector>

namespace tipoff {

/// An index from keys to the texts that have them, numbered 0, 1, 2.. as they are added. It holds
/// the latest `most`; what is older is forgotten.
class Neighbours {
 public:
  explicit Neighbours(std::size_t most) : most_(most) {}

  /// Numbers of those that have any of the keys, sorted; of each key the latest few, since what
  /// more texts share is boilerplate.
  [[nodiscard]] std::vector<std::size_t> sharing(std::span<const std::uint32_t> keys) const;

  void add(std::span<const std::uint32_t> keys);

  [[nodiscard]] std::size_t size() const { return held_.size(); }

  /// The oldest that is still held.
  [[nodiscard]] std::size_t oldest() const { return oldest_; }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  /// Texts with the same key are chained, from the latest back.
  struct Link {
    std::uint32_t key = 0;
    std::size_t earlier = none;
  };
  using Links = std::vector<Link>;  // sorted by key

  [[nodiscard]] std::size_t latest(std::uint32_t key) const;
  [[nodiscard]] std::size_t earlier(std::size_t number, std::uint32_t key) const;
  void forget_oldest();

  std::size_t most_;
  std::size_t oldest_ = 0;
  std::deque<Links> held_;
  std::unordered_map<std::uint32_t, std::size_t> latest_;
};

}  // namespace tipoff
