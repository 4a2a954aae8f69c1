// The table, its filter, and the walk along a text.
#include "match/name_index.h"

#include <algorithm>
#include <array>
#include <bit>

namespace tipoff {
namespace {

constexpr std::uint32_t symbol_mark = 0x80000000U;
constexpr std::size_t batch = 64;  // places that are looked at together

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash);
}

/// Set for every beginning of a sequence.
std::uint64_t beginning_bits(std::uint64_t hash) {
  return (1ULL << (hash & 63U)) | (1ULL << ((hash >> 6U) & 63U));
}

/// Set where a sequence ends.
std::uint64_t end_bits(std::uint64_t hash) {
  return (1ULL << ((hash >> 12U) & 63U)) | (1ULL << ((hash >> 18U) & 63U));
}

bool has(std::uint64_t block, std::uint64_t bits) {
  return (block & bits) == bits;
}

}  // namespace

void NameIndex::add(std::span<const std::uint64_t> words, std::uint32_t value, bool symbol) {
  const std::uint32_t content = (value + 1) | (symbol ? symbol_mark : 0);
  const std::size_t count = std::min(words.size(), longest);
  openings_.add(words.first(count));
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) {
    hash = i == 0 ? words[0] : followed_by(hash, words[i]);
    prefixes_.push_back({hash, i + 1 == count ? content : 0});
  }
}

void NameIndex::finish() {
  openings_.finish();
  std::sort(prefixes_.begin(), prefixes_.end(),
            [](const Prefix& a, const Prefix& b) { return a.hash < b.hash; });
  std::size_t distinct = 0;
  std::size_t ends = 0;
  for (std::size_t i = 0; i < prefixes_.size(); ++i) {
    if (distinct > 0 && prefixes_[distinct - 1].hash == prefixes_[i].hash)
      prefixes_[distinct - 1].content |= prefixes_[i].content;
    else
      prefixes_[distinct++] = prefixes_[i];
    ends += prefixes_[i].content != 0 ? 1 : 0;
  }
  prefixes_.resize(distinct);
  slots_.assign(std::bit_ceil(ends + ends / 3 + 8), {});
  filter_.assign(std::bit_ceil(distinct / 4 + 4), 0);
  const std::size_t mask = slots_.size() - 1;
  for (const Prefix& prefix : prefixes_) {
    admit(prefix);
    if (prefix.content == 0) continue;
    std::size_t at = (prefix.hash >> 32U) & mask;
    while (slots_[at].content != 0) at = (at + 1) & mask;
    slots_[at] = {tag_of(prefix.hash), prefix.content};
  }
  prefixes_ = {};
}

void NameIndex::admit(const Prefix& prefix) {
  std::uint64_t& block = filter_[(prefix.hash >> 40U) & (filter_.size() - 1)];
  block |= beginning_bits(prefix.hash);
  if (prefix.content != 0) block |= end_bits(prefix.hash);
}

/// The value of the sequence that ends here, and 1; 0 when none does.
std::uint32_t NameIndex::value_at(std::uint64_t block, std::uint64_t hash) const {
  if (!has(block, beginning_bits(hash) | end_bits(hash))) return 0;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash >> 32U) & mask; slots_[at].content != 0; at = (at + 1) & mask)
    if (slots_[at].tag == tag_of(hash)) return slots_[at].content;
  return 0;
}

/// What the walk will look at first is on its way while others walk.
void NameIndex::send_for(std::span<const Token> tokens, std::size_t from, bool lone) const {
  std::uint64_t hash = tokens[from].hash;
  const bool from_pair = tokens[from].ideograph && !lone;
  const std::size_t end = std::min(from + (from_pair ? 4 : 3), tokens.size());
  for (std::size_t i = from; i < end; ++i) {
    if (i > from) hash = followed_by(hash, tokens[i].hash);
    if (i == from && from_pair) continue;
    __builtin_prefetch(&block(hash));
    __builtin_prefetch(&slots_[(hash >> 32U) & (slots_.size() - 1)]);
  }
}

void NameIndex::walk(std::span<const Token> tokens, std::size_t from, bool lone,
                     NameHits& hits) const {
  const bool from_pair = tokens[from].ideograph && !lone;
  std::uint64_t before = tokens[from].hash;
  const std::size_t most = std::min(longest, tokens.size() - from);
  for (std::size_t count = from_pair ? 2 : 1; count <= most; ++count) {
    const Token& token = tokens[from + count - 1];
    const std::uint64_t hash = count == 1 ? token.hash : followed_by(before, token.hash);
    const std::uint64_t here = block(hash);
    std::uint32_t value = value_at(here, hash);
    const bool with_s = value != 0 && token.stem != token.hash;
    if (value == 0 && token.stem != token.hash) {
      const std::uint64_t stem = count == 1 ? token.stem : followed_by(before, token.stem);
      value = value_at(block(stem), stem);
    }
    const bool symbol = (value & symbol_mark) != 0;
    value &= ~symbol_mark;
    if (value != 0 && !(symbol && token.has_small))
      hits.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(count),
                      value - 1, symbol, with_s});
    if (!has(here, beginning_bits(hash))) return;
    before = hash;
  }
}

/// Openings that few places have: with a possessive, or a name of a single ideograph.
bool NameIndex::may_open_oddly(std::span<const Token> tokens, std::size_t at,
                               bool names_only) const {
  std::uint64_t before = 0;
  const std::size_t most = tokens[at].ideograph ? 3 : 1;
  for (std::size_t i = 0; i < most && at + i < tokens.size(); ++i) {
    const Token& token = tokens[at + i];
    if (token.stem != token.hash &&
        openings_.may_hold(i == 0 ? token.stem : followed_by(before, token.stem)))
      return true;
    before = i == 0 ? token.hash : followed_by(before, token.hash);
  }
  return !names_only && openings_.has_lone_ideographs() && openings_.may_hold(tokens[at].hash);
}

/// Whether a name may begin at the token. Without branches: no processor could foresee them.
bool NameIndex::may_begin_at(std::span<const Token> tokens, std::size_t at, bool names_only) const {
  const Token& token = tokens[at];
  if (!token.ideograph || at + 1 == tokens.size())
    return openings_.may_hold(token.hash) ||
           (token.stem != token.hash && may_open_oddly(tokens, at, names_only));
  const Token& next = tokens[at + 1];
  const Token& third = tokens[std::min(at + 2, tokens.size() - 1)];
  const std::uint64_t pair = followed_by(token.hash, next.hash);
  const bool odd = next.stem != next.hash || third.stem != third.hash;
  const bool pass = static_cast<unsigned>(openings_.may_hold(pair)) |
                    static_cast<unsigned>(openings_.may_hold(followed_by(pair, third.hash)));
  return pass || ((odd || !names_only) && may_open_oddly(tokens, at, names_only));
}

/// The next places where a name may begin.
std::size_t NameIndex::gather(std::span<const Token> tokens, std::size_t& from, bool names_only,
                              std::span<std::uint32_t> starts) const {
  std::size_t count = 0;
  for (; from < tokens.size() && count < batch; ++from) {
    if (!openings_.may_begin_with(tokens[from], names_only)) continue;
    starts[count] = static_cast<std::uint32_t>(from);
    count += may_begin_at(tokens, from, names_only) ? 1 : 0;
  }
  return count;
}

NameHits NameIndex::find(std::span<const Token> tokens, bool names_only,
                         std::pmr::memory_resource* memory) const {
  NameHits hits(memory);
  if (slots_.empty()) return hits;
  const bool lone = !names_only && openings_.has_lone_ideographs();
  std::array<std::uint32_t, batch> starts;
  for (std::size_t from = 0; from < tokens.size();) {
    const std::size_t count = gather(tokens, from, names_only, starts);
    for (std::size_t i = 0; i < count; ++i) send_for(tokens, starts[i], lone);
    for (std::size_t i = 0; i < count; ++i) walk(tokens, starts[i], lone, hits);
  }
  return hits;
}

std::size_t NameIndex::bytes() const {
  return openings_.bytes() + slots_.capacity() * sizeof(Slot) +
         filter_.capacity() * sizeof(std::uint64_t);
}

}  // namespace tipoff
