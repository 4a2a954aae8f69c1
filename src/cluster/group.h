// StoryGroups: records that tell the same story, found by their texts alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "cluster/telling.h"
#include "cluster/words.h"
#include "parse/article.h"

namespace tipoff {

/// For reports without account, event or date, as `tipoff scan --stories` has them: near-identical
/// texts (credits changed, truncated, re-cased, re-headlined, paragraphs reordered) are one story.
/// What merely shares its subject is not. Candidates share one of the smallest hashes of their
/// shingles (min-wise sampling, Broder 1997); the whole sample decides.
class StoryGroups {
 public:
  /// Index, in order of adding, of the first record of the same story: its own for a new one.
  [[nodiscard]] std::size_t add(const NewsText& text);

 private:
  /// Hashes of the runs of three words, sorted; of a long text the smallest.
  struct Sample {
    bool whole = true;  // all of them
    std::vector<std::uint32_t> hashes;
  };
  struct Record {
    std::size_t first = 0;  // of its story
    Sample body;
    Sample lead;  // how the body begins
    Telling headline;
  };

  [[nodiscard]] static Sample sample_of(std::span<const Word> words, std::size_t most);
  [[nodiscard]] static Record record_of(const NewsText& text);
  [[nodiscard]] static std::vector<std::uint64_t> keys_of(const Record& record);
  [[nodiscard]] static std::optional<double> containment(const Sample& a, const Sample& b);
  [[nodiscard]] static double likeness(const Record& a, const Record& b);

  std::vector<Record> records_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> buckets_;  // key: records
};

}  // namespace tipoff
