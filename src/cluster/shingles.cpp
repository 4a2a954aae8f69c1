// Hashes the runs, keeps the smallest, and walks through two samples side by side.
#include "cluster/shingles.h"

#include <algorithm>

namespace tipoff {
namespace {

using Runs = std::span<const std::uint64_t>;

std::uint64_t opening(std::uint64_t run) {
  return run >> 32;
}

/// The runs that begin with the same two words as the first.
Runs with_one_opening(Runs runs) {
  std::size_t end = 1;
  while (end < runs.size() && opening(runs[end]) == opening(runs[0])) ++end;
  return runs.first(end);
}

std::size_t shared_runs(Runs a, Runs b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [b](auto run) { return std::ranges::binary_search(b, run); }));
}

std::string_view between(const Word& before, const Word& after, std::string_view text) {
  return text.substr(before.end, after.begin - before.end);
}

bool ends_sentence(std::string_view gap) {
  if (gap.find_first_of(".!?") != std::string_view::npos) return true;
  for (const std::string_view end : {"。", "！", "？", "；"}) {
    if (gap.find(end) != std::string_view::npos) return true;
  }
  return false;
}

Shingles sampled(std::vector<std::uint64_t> hashes, std::size_t most) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
  Shingles shingles;
  shingles.whole = hashes.size() <= most;
  if (!shingles.whole) hashes.resize(most);
  hashes.shrink_to_fit();
  shingles.hashes = std::move(hashes);
  return shingles;
}

/// A sample that is not whole may lack runs of its last opening.
std::uint64_t end_of(const Shingles& shingles) {
  return shingles.whole || shingles.empty() ? UINT64_MAX : opening(shingles.hashes.back());
}

Runs before(std::uint64_t end, const Shingles& shingles) {
  const auto last = std::ranges::lower_bound(shingles.hashes, end, {}, opening);
  return {shingles.hashes.begin(), last};
}

}  // namespace

Shingles shingles_of(std::span<const Word> words, std::string_view text, std::size_t most) {
  std::vector<std::uint64_t> runs;
  runs.reserve(words.size());
  std::size_t in_sentence = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && ends_sentence(between(words[at - 1], words[at], text))) in_sentence = 0;
    if (++in_sentence < 3) continue;
    const auto pair = hash_together(words[at - 2].hash, words[at - 1].hash);
    runs.push_back((pair & ~std::uint64_t{UINT32_MAX}) | (words[at].hash & UINT32_MAX));
  }
  return sampled(std::move(runs), most);
}

Shingles numbers_of(std::span<const Word> words, std::size_t most) {
  std::vector<std::uint64_t> numbers;
  for (const auto& word : words) {
    if (word.kind == Word::Kind::number && word.length > 1) numbers.push_back(word.hash);
  }
  return sampled(std::move(numbers), most);
}

Agreement agreement_of(const Shingles& a, const Shingles& b) {
  const auto end = std::min(end_of(a), end_of(b));
  auto of_a = before(end, a);
  auto of_b = before(end, b);
  Agreement found;
  found.compared = std::min(of_a.size(), of_b.size());
  while (!of_a.empty() && !of_b.empty()) {
    const auto next_a = with_one_opening(of_a);
    const auto next_b = with_one_opening(of_b);
    const auto here = opening(next_a[0]) <=> opening(next_b[0]);
    if (here == 0) {
      const auto shared = shared_runs(next_a, next_b);
      found.shared += shared;
      ++(shared > 0 ? found.followed : found.parted);
    }
    if (here <= 0) of_a = of_a.subspan(next_a.size());
    if (here >= 0) of_b = of_b.subspan(next_b.size());
  }
  return found;
}

}  // namespace tipoff
