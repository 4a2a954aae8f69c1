// StoryGroups: records that tell the same story, found by their texts alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "cluster/words.h"
#include "parse/article.h"

namespace tipoff {

/// For reports without account, event or date, as `tipoff scan --stories` has them: near-identical texts (credits changed, truncated,
/// re-cased, re-headlined, paragraphs reordered) are one story. What merely shares its subject is not.
/// Candidates share one of the smallest hashes of their shingles (min-wise sampling, Broder 1997); the whole sample decides.
class StoryGroups {
 public:
  /// Index, in order of adding, of the first record of the same story: its own for a new one.
  [[nodiscard]] std::size_t add(const NewsText& text);

 private:
  /// Sorted hashes of the runs of three words; of a long text the smallest.
  struct Sample {
    std::size_t total = 0;
    std::vector<std::uint64_t> hashes;
  };
  struct Record {
    std::size_t first = 0;  // of its story
    Sample body;
    std::vector<std::uint64_t> words;    // of the headline, sorted
    std::vector<std::uint64_t> numbers;  // of the headline, sorted
  };

  [[nodiscard]] static Sample sample_of(std::span<const Word> words);
  [[nodiscard]] static Record record_of(const NewsText& text);
  [[nodiscard]] static std::vector<std::uint64_t> keys_of(const Record& record);
  [[nodiscard]] static double likeness(const Record& a, const Record& b);

  std::vector<Record> records_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> buckets_;  // key: records
};

}  // namespace tipoff
