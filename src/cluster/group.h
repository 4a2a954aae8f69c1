// StoryGroups: records that tell the same story, found by their texts alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "parse/article.h"

namespace tipoff {

/// For reports without account, event or date, as `tipoff scan --stories` has them: near-identical texts (credits changed, truncated,
/// re-cased, re-headlined, paragraphs reordered) are one story. What merely shares its subject is not.
class StoryGroups {
 public:
  /// Index, in order of adding, of the first record of the same story: its own for a new one.
  [[nodiscard]] std::size_t add(const NewsText& text);

 private:
  /// What is kept of a record: min-wise samples of its shingles.
  struct Record {
    std::size_t first = 0;                // of its story
    std::size_t shingles = 0;             // in the body
    std::vector<std::uint64_t> sample;    // the smallest hashes of the body's shingles, sorted
    std::vector<std::uint64_t> headline;  // hashes of the headline's telling words, sorted
    std::vector<std::uint64_t> headline_words;
    std::vector<std::uint64_t> numbers;
  };

  [[nodiscard]] static Record record_of(const NewsText& text);
  [[nodiscard]] static bool same_story(const Record& a, const Record& b);
  [[nodiscard]] static std::vector<std::uint64_t> keys_of(const Record& record, const NewsText& text);

  std::vector<Record> records_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> buckets_;  // key: records
};

}  // namespace tipoff
