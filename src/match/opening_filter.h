// OpeningFilter: a Bloom filter of hashes in blocks of 64 bits, so that a look costs one read.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tipoff {

/// Of the words that open a name; cheaper than followed_by(), and for filters alone.
[[nodiscard]] inline std::uint64_t opening_of(std::uint64_t first, std::uint64_t second = 0,
                                              std::uint64_t third = 0) {
  return (first ^ std::rotl(second, 23) ^ std::rotl(third, 46)) * 0x9E3779B97F4A7C15ULL;
}

/// What it denies is certain. Denies all before finish().
class OpeningFilter {
 public:
  void add(std::uint64_t opening) { added_.push_back(opening); }

  /// Of those added so far.
  [[nodiscard]] std::size_t count() const { return added_.size(); }

  /// Makes the filter; nothing may be added afterwards. `least`: blocks at least.
  void finish(std::size_t bits_an_opening, std::size_t least);

  [[nodiscard]] bool may_hold(std::uint64_t opening) const {
    return (blocks_[place(opening)] & bits(opening)) == bits(opening);
  }

  [[nodiscard]] std::size_t bytes() const { return blocks_.capacity() * sizeof(std::uint64_t); }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t opening) const {
    return (opening >> 40U) & (blocks_.size() - 1);
  }
  [[nodiscard]] static std::uint64_t bits(std::uint64_t opening) {
    return (1ULL << ((opening >> 28U) & 63U)) | (1ULL << ((opening >> 34U) & 63U));
  }

  std::vector<std::uint64_t> added_;
  std::vector<std::uint64_t> blocks_{0};
};

}  // namespace tipoff
