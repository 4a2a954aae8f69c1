// Samples a text's shingles, looks up who shares some, and compares.
#include "cluster/group.h"

#include <algorithm>

#include "cluster/general_words.h"

namespace tipoff {
namespace {

constexpr std::size_t most_words = 4000;
constexpr std::size_t lead_words = 66;
constexpr std::size_t body_sample = 96;
constexpr std::size_t fewest_shingles = 12;  // a shorter body tells nothing
constexpr std::size_t short_body = 40;       // shingles: may be a form in which names are filled in
constexpr std::size_t body_keys = 8;
constexpr std::size_t lead_keys = 4;
constexpr std::size_t headline_words = 5;   // of which each pair is a key
constexpr std::size_t longest_bucket = 48;  // what more records share is boilerplate
constexpr std::size_t fewest_compared = 6;
constexpr double same_body = 0.6;       // of the shorter text's shingles
constexpr double copied_body = 0.85;    // the same words, whatever the headline says
constexpr double other_body = 0.2;      // below it, alike headlines mean nothing
constexpr double same_headline = 0.55;  // of the words of both

template <class Hash>
void tidy(std::vector<Hash>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
}

template <class Hash>
std::size_t common_count(std::span<const Hash> a, std::span<const Hash> b) {
  std::size_t common = 0;
  for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
    if (*at == *other) ++common;
    const auto smaller = std::min(*at, *other);
    if (*at == smaller) ++at;
    if (*other == smaller) ++other;
  }
  return common;
}

/// Both name somebody whom the other does not, and they have hardly a name in common: a form filled
/// in twice.
bool other_names(const Telling& a, const Telling& b) {
  const auto common = shared_count(a.names, b.names);
  const auto of_a = a.names.size() - shared_count(a.names, b.words);
  const auto of_b = b.names.size() - shared_count(b.names, a.words);
  return std::min(of_a, of_b) > 0 && common <= 2 * std::min(of_a, of_b);
}

bool other_numbers(const Telling& a, const Telling& b) {
  return !a.numbers.empty() && !b.numbers.empty() && shared_count(a.numbers, b.numbers) == 0;
}

/// Share of the words of both headlines that both have; 0 for those that speak of different names
/// or numbers.
double headline_likeness(const Telling& a, const Telling& b) {
  const auto common = shared_count(a.words, b.words);
  if (common < 3 || other_names(a, b) || other_numbers(a, b)) return 0;
  return static_cast<double>(common) /
         static_cast<double>(a.words.size() + b.words.size() - common);
}

}  // namespace

StoryGroups::Sample StoryGroups::sample_of(std::span<const Word> words, std::size_t most) {
  Sample sample;
  sample.hashes.reserve(words.size());
  for (std::size_t at = 2; at < words.size(); ++at) {
    const auto pair = hash_together(words[at - 2].hash, words[at - 1].hash);
    sample.hashes.push_back(static_cast<std::uint32_t>(hash_together(pair, words[at].hash)));
  }
  tidy(sample.hashes);
  sample.whole = sample.hashes.size() <= most;
  if (!sample.whole) sample.hashes.resize(most);
  sample.hashes.shrink_to_fit();
  return sample;
}

StoryGroups::Record StoryGroups::record_of(const NewsText& text) {
  Record record;
  const auto body = words_of(text.body, most_words);
  if (body.size() >= fewest_shingles + 2) {
    record.body = sample_of(body, body_sample);
    record.lead = sample_of(std::span(body).first(std::min(body.size(), lead_words)), lead_words);
  }
  record.headline = telling_of(text.title, OwnWords({}, {}));
  return record;
}

std::vector<std::uint64_t> StoryGroups::keys_of(const Record& record) {
  std::vector<std::uint64_t> keys;
  const auto add_smallest = [&](const Sample& sample, std::size_t most) {
    for (std::size_t at = 0; at < std::min(sample.hashes.size(), most); ++at)
      keys.push_back(sample.hashes[at]);
  };
  add_smallest(record.body, body_keys);
  add_smallest(record.lead, lead_keys);
  std::vector<std::uint64_t> telling;
  for (const auto word : record.headline.words) {
    if (telling.size() < headline_words && !is_general_word(word)) telling.push_back(word);
  }
  for (std::size_t at = 0; at < telling.size(); ++at) {
    for (std::size_t other = at + 1; other < telling.size(); ++other) {
      keys.push_back(hash_together(telling[at], telling[other]));
    }
  }
  tidy(keys);
  return keys;
}

/// Share of the smaller text's shingles that the larger one has. Samples are compared up to where
/// both are complete; empty: that leaves too few.
std::optional<double> StoryGroups::containment(const Sample& a, const Sample& b) {
  if (a.hashes.empty() || b.hashes.empty()) return std::nullopt;
  auto limit = UINT32_MAX;
  if (!a.whole) limit = std::min(limit, a.hashes.back());
  if (!b.whole) limit = std::min(limit, b.hashes.back());
  const auto part = [limit](const Sample& sample) {
    const auto end = std::ranges::upper_bound(sample.hashes, limit);
    return std::span<const std::uint32_t>(sample.hashes.begin(), end);
  };
  const auto smaller = std::min(part(a).size(), part(b).size());
  if (smaller < fewest_compared) return std::nullopt;
  return static_cast<double>(common_count(part(a), part(b))) / static_cast<double>(smaller);
}

/// Above 1 for the same body, above 0 for the same headline, 0 for another story.
double StoryGroups::likeness(const Record& a, const Record& b) {
  const bool bodies = !a.body.hashes.empty() && !b.body.hashes.empty();
  // A few lines of a long text: their sample is too small, and how both begin must do.
  const double body =
      containment(a.body, b.body).or_else([&] { return containment(a.lead, b.lead); }).value_or(0);
  if (body >= same_body) {
    const bool may_be_form =
        std::min(a.body.hashes.size(), b.body.hashes.size()) < short_body || body < copied_body;
    if (!may_be_form || !other_names(a.headline, b.headline)) return 1 + body;
  }
  if (bodies && body < other_body) return 0;
  const double headlines = headline_likeness(a.headline, b.headline);
  return headlines >= same_headline ? headlines : 0;
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
  tidy(candidates);
  double best = 0;
  for (const auto candidate : candidates) {
    const auto found = likeness(record, records_[candidate]);
    if (found <= best) continue;
    best = found;
    record.first = records_[candidate].first;
  }
  records_.push_back(std::move(record));
  return records_.back().first;
}

}  // namespace tipoff
