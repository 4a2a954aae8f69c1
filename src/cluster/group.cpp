// Samples a text's shingles, looks up who shares some, and compares.
#include "cluster/group.h"

#include <algorithm>

#include "cluster/general_words.h"
#include "cluster/telling.h"

namespace tipoff {
namespace {

constexpr std::size_t most_words = 4000;
constexpr std::size_t sample_size = 96;
constexpr std::size_t body_keys = 12;
constexpr std::size_t headline_keys = 4;
constexpr std::size_t longest_bucket = 48;  // what more records share is boilerplate
constexpr std::size_t fewest_shingles = 12; // a shorter body is read with its headline
constexpr double same_body = 0.6;      // of the shorter text's shingles
constexpr double same_headline = 0.7;  // of the words of both

void tidy(std::vector<std::uint64_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
}

/// Share of the smaller text's shingles that the larger one has, as far as the samples tell: they are compared up to where both are complete.
double contained(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b, bool a_whole, bool b_whole) {
  if (a.empty() || b.empty()) return 0;
  std::uint64_t limit = UINT64_MAX;
  if (!a_whole) limit = std::min(limit, a.back());
  if (!b_whole) limit = std::min(limit, b.back());
  std::size_t of_a = 0;
  std::size_t of_b = 0;
  for (const auto hash : a) of_a += hash <= limit ? 1 : 0;
  for (const auto hash : b) of_b += hash <= limit ? 1 : 0;
  const auto smaller = std::min(of_a, of_b);
  return smaller < 4 ? 0 : static_cast<double>(shared_count(a, b)) / static_cast<double>(smaller);
}

}  // namespace

StoryGroups::Sample StoryGroups::sample_of(std::span<const Word> words) {
  Sample sample;
  for (std::size_t at = 2; at < words.size(); ++at) {
    sample.hashes.push_back(hash_together(hash_together(words[at - 2].hash, words[at - 1].hash), words[at].hash));
  }
  tidy(sample.hashes);
  sample.total = sample.hashes.size();
  sample.hashes.resize(std::min(sample.hashes.size(), sample_size));
  return sample;
}

StoryGroups::Record StoryGroups::record_of(const NewsText& text) {
  Record record;
  record.body = sample_of(words_of(text.body, most_words));
  if (record.body.total < fewest_shingles) record.body = {};
  const auto headline = words_of(text.title, most_words);
  for (std::size_t at = 0; at < headline.size(); ++at) {
    const auto& word = headline[at];
    if (word.kind == Word::Kind::number) record.numbers.push_back(word.hash);
    if (word.kind != Word::Kind::character) {
      record.words.push_back(word.hash);
    } else if (at + 1 < headline.size() && headline[at + 1].kind == Word::Kind::character) {
      record.words.push_back(hash_together(word.hash, headline[at + 1].hash));
    }
  }
  tidy(record.words);
  tidy(record.numbers);
  return record;
}

std::vector<std::uint64_t> StoryGroups::keys_of(const Record& record) {
  const auto& body = record.body.hashes;
  std::vector<std::uint64_t> keys(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(std::min(body.size(), body_keys)));
  std::vector<std::uint64_t> rare;
  for (const auto word : record.words) {
    if (!is_general_word(word)) rare.push_back(word);
  }
  for (std::size_t at = 0; at < rare.size(); ++at) {
    for (std::size_t other = at + 1; other < rare.size(); ++other) keys.push_back(hash_together(rare[at], rare[other]));
  }
  return keys;
}

double StoryGroups::likeness(const Record& a, const Record& b) {
  const double bodies = contained(a.body.hashes, b.body.hashes, a.body.total <= sample_size, b.body.total <= sample_size);
  if (bodies >= same_body) return 1 + bodies;
  const auto common = static_cast<double>(shared_count(a.words, b.words));
  const auto headlines = common / (static_cast<double>(a.words.size() + b.words.size()) - common);
  const bool both_bodies = a.body.total > 0 && b.body.total > 0;
  if (both_bodies && bodies < 0.2) return 0;
  const bool other_numbers = !a.numbers.empty() && !b.numbers.empty() && shared_count(a.numbers, b.numbers) == 0;
  return common >= 3 && headlines >= same_headline && !other_numbers ? headlines : 0;
}

std::size_t StoryGroups::add(const NewsText& text) {
  const auto index = records_.size();
  auto record = record_of(text);
  record.first = index;
  std::vector<std::uint32_t> candidates;
  for (const auto key : keys_of(record)) {
    auto& bucket = buckets_[key];
    candidates.insert(candidates.end(), bucket.begin(), bucket.end());
    if (bucket.size() < longest_bucket) bucket.push_back(static_cast<std::uint32_t>(index));
  }
  std::ranges::sort(candidates);
  candidates.erase(std::ranges::unique(candidates).begin(), candidates.end());
  double best = 0;
  for (const auto candidate : candidates) {
    const auto likeness_found = likeness(record, records_[candidate]);
    if (likeness_found <= best) continue;
    best = likeness_found;
    record.first = records_[candidate].first;
  }
  records_.push_back(std::move(record));
  return records_.back().first;
}

}  // namespace tipoff
