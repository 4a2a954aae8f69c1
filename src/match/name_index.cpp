// The table, its filter, and the walk along a text.
#include "match/name_index.h"

#include <algorithm>
#include <bit>

namespace tipoff {
namespace {

constexpr std::uint32_t goes_on = 0x80000000U;
constexpr std::size_t filtered = 3;  // words that the filter knows together

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

void NameIndex::add(std::span<const std::uint64_t> words, std::uint32_t value) {
  const std::size_t count = std::min(words.size(), longest);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) {
    hash = i == 0 ? words[0] : followed_by(hash, words[i]);
    if (i + 1 == count)
      prefixes_.push_back({hash, value + 1});
    else if (i + 1 >= filtered)
      prefixes_.push_back({hash, goes_on});
  }
}

void NameIndex::finish() {
  std::sort(prefixes_.begin(), prefixes_.end(),
            [](const Prefix& a, const Prefix& b) { return a.hash < b.hash; });
  std::size_t distinct = 0;
  for (std::size_t i = 0; i < prefixes_.size(); ++i) {
    if (distinct > 0 && prefixes_[distinct - 1].hash == prefixes_[i].hash)
      prefixes_[distinct - 1].content |= prefixes_[i].content;
    else
      prefixes_[distinct++] = prefixes_[i];
  }
  prefixes_.resize(distinct);
  slots_.assign(std::bit_ceil(distinct + distinct / 3 + 8), {});
  filter_.assign(std::bit_ceil(distinct / 4 + 4), 0);
  const std::size_t mask = slots_.size() - 1;
  for (const Prefix& prefix : prefixes_) {
    std::size_t at = (prefix.hash >> 32U) & mask;
    while (slots_[at].content != 0) at = (at + 1) & mask;
    slots_[at] = {tag_of(prefix.hash), prefix.content};
    admit(prefix.hash);
  }
  prefixes_ = {};
}

void NameIndex::admit(std::uint64_t hash) {
  filter_[(hash >> 40U) & (filter_.size() - 1)] |= filter_bits(hash);
}

std::uint32_t NameIndex::content_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash >> 32U) & mask; slots_[at].content != 0; at = (at + 1) & mask)
    if (slots_[at].tag == tag_of(hash)) return slots_[at].content;
  return 0;
}

void NameIndex::walk(std::span<const Token> tokens, std::size_t from,
                     std::vector<NameHit>& hits) const {
  std::uint64_t before = 0;
  const std::size_t most = std::min(longest, tokens.size() - from);
  for (std::size_t count = 1; count <= most; ++count) {
    const Token& token = tokens[from + count - 1];
    const std::uint64_t hash = count == 1 ? token.hash : followed_by(before, token.hash);
    const std::uint64_t stem = token.stem == token.hash
                                   ? hash
                                   : (count == 1 ? token.stem : followed_by(before, token.stem));
    const std::uint32_t content = maybe(hash) ? content_of(hash) : 0;
    std::uint32_t value = content & ~goes_on;
    if (value == 0 && stem != hash && maybe(stem)) value = content_of(stem) & ~goes_on;
    if (value != 0)
      hits.push_back(
          {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(count), value - 1});
    if (count >= filtered && (content & goes_on) == 0) return;
    before = hash;
  }
}

std::vector<NameHit> NameIndex::find(std::span<const Token> tokens, bool names_only) const {
  std::vector<NameHit> hits;
  if (slots_.empty()) return hits;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!(names_only && tokens[i].small)) walk(tokens, i, hits);
  return hits;
}

std::size_t NameIndex::bytes() const {
  return slots_.capacity() * sizeof(Slot) + filter_.capacity() * sizeof(std::uint64_t);
}

}  // namespace tipoff
