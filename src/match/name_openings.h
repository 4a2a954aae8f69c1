// NameOpenings: how the names of an index begin, as a filter small enough to stay near the
// processor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tipoff {

/// A name opens with its first word, or with its first three where that is an ideograph (or two, if
/// it has no more), since nearly every single ideograph begins some name, and many a pair. A Bloom
/// filter: what it denies is certain.
class NameOpenings {
 public:
  void add(std::span<const std::uint64_t> words);

  /// Makes the filter. Nothing may be added afterwards.
  void finish();

  /// `opening`: hash of a word, or of an ideograph followed by one or two words.
  [[nodiscard]] bool may_hold(std::uint64_t opening) const {
    return (filter_[place(opening)] & bits(opening)) == bits(opening);
  }

  /// Where may_hold() looks, sent for.
  void fetch(std::uint64_t opening) const { __builtin_prefetch(&filter_[place(opening)]); }

  /// Whether a name may begin with this ideograph: of use where names are few.
  [[nodiscard]] bool may_begin_with(std::uint64_t ideograph) const {
    return (first_[(ideograph >> 26U) % first_.size()] >> ((ideograph >> 20U) & 63U) & 1U) != 0;
  }

  /// Whether there are names of a single ideograph.
  [[nodiscard]] bool has_lone_ideographs() const { return lone_ideographs_; }

  /// Whether any name may stand in the text: false is certain, true is a guess, also made where the
  /// text's words are hard to tell. Reads no further than it must, and keeps nothing.
  /// `names_only`: words in small letters and single ideographs begin none.
  [[nodiscard]] bool may_stand_in(std::string_view text, bool names_only) const;

  [[nodiscard]] std::size_t bytes() const {
    return sizeof(first_) + filter_.capacity() * sizeof(std::uint64_t);
  }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t opening) const {
    return (opening >> 40U) & (filter_.size() - 1);
  }
  [[nodiscard]] static std::uint64_t bits(std::uint64_t opening) {
    return (1ULL << (opening & 63U)) | (1ULL << ((opening >> 6U) & 63U));
  }

  std::vector<std::uint64_t> openings_;  // while adding
  std::vector<std::uint64_t> filter_{0};
  std::array<std::uint64_t, 1024> first_{};  // a bit for each first ideograph
  bool ideographs_ = false;                  // whether any name begins with one
  bool lone_ideographs_ = false;
};

}  // namespace tipoff
