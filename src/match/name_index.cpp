// The table, its filter, and the walk along a text.
#include "match/name_index.h"

#include <algorithm>
#include <array>
#include <bit>

#include "match/quick_look.h"
#include "match/ticker.h"

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
  openings_.add(words.first(count), symbol);
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
void NameIndex::send_for(const Search& search, std::size_t from) const {
  const std::span<const Token> tokens = search.tokens;
  std::uint64_t hash = tokens[from].hash;
  const bool from_pair = tokens[from].ideograph && !search.lone;
  const std::size_t end = std::min(from + (from_pair ? 4 : 3), tokens.size());
  for (std::size_t i = from; i < end; ++i) {
    if (i > from) hash = followed_by(hash, tokens[i].hash);
    if (i == from && from_pair) continue;
    __builtin_prefetch(&block(hash));
    __builtin_prefetch(&slots_[(hash >> 32U) & (slots_.size() - 1)]);
  }
}

void NameIndex::walk(const Search& search, std::size_t from, NameHits& hits) const {
  const std::span<const Token> tokens = search.tokens;
  const bool from_pair = tokens[from].ideograph && !search.lone;
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
bool NameIndex::may_open_oddly(const Token& first, const Token& second, const Token& third,
                               bool lone) const {
  if (!first.ideograph)
    return openings_.may_hold(opening_of(first.stem)) ||
           openings_.may_hold(opening_of(first.hash, second.stem));
  return openings_.may_hold(opening_of(first.hash, second.stem)) ||
         openings_.may_hold(opening_of(first.hash, second.hash, third.stem)) ||
         (lone && openings_.may_hold(opening_of(first.hash)));
}

/// Whether a name may begin at the token. Nearly without branches: no processor could foresee them.
bool NameIndex::may_begin_at(const Search& search, std::size_t at) const {
  static constexpr Token nothing;
  const std::span<const Token> tokens = search.tokens;
  const Token& first = tokens[at];
  const Token& second = at + 1 < tokens.size() ? tokens[at + 1] : nothing;
  const Token& third = at + 2 < tokens.size() && first.ideograph ? tokens[at + 2] : nothing;
  const std::uint64_t alone =
      first.ideograph ? opening_of(first.hash, second.hash, third.hash) : opening_of(first.hash);
  const bool pass = static_cast<unsigned>(openings_.may_hold(opening_of(first.hash, second.hash))) |
                    static_cast<unsigned>(openings_.may_hold(alone));
  const bool odd = first.stem != first.hash || second.stem != second.hash ||
                   third.stem != third.hash || (first.ideograph && search.lone);
  return pass || (odd && may_open_oddly(first, second, third, search.lone));
}

/// Whether the token may be a stock symbol by its letters and by what stands around it.
bool NameIndex::may_be_symbol(const Search& search, std::size_t at) const {
  const Token& token = search.tokens[at];
  if (token.has_small || token.ideograph) return false;
  if (!openings_.may_be_symbol(token.hash) && !openings_.may_be_symbol(token.stem)) return false;
  return search.text.empty() || may_stand_as_symbol(search.text, token.begin, token.end);
}

/// Whether a name may begin with three ideographs, by what is soonest looked up. Few places pass.
bool NameIndex::may_begin_with(const Token& first, const Token& second, const Token& third) const {
  if (!openings_.may_begin_with_pair(first.hash, second.hash)) return false;
  return openings_.may_hold(opening_of(first.hash, second.hash)) ||
         openings_.may_hold(opening_of(first.hash, second.hash, third.hash));
}

/// The next places where a name may begin.
std::size_t NameIndex::gather(const Search& search, std::size_t& from,
                              std::span<std::uint32_t> starts) const {
  const std::span<const Token> tokens = search.tokens;
  std::size_t count = 0;
  for (; from < tokens.size() && count < batch; ++from) {
    const Token& first = tokens[from];
    if (!openings_.may_begin_with(first, search.names_only)) continue;
    starts[count] = static_cast<std::uint32_t>(from);
    if (first.ideograph && from + 2 < tokens.size() && !search.lone && tokens[from + 1].ideograph &&
        tokens[from + 2].ideograph)
      count += may_begin_with(first, tokens[from + 1], tokens[from + 2]) ? 1 : 0;
    else
      count += may_begin_at(search, from) || may_be_symbol(search, from) ? 1 : 0;
  }
  return count;
}

NameHits NameIndex::find(std::span<const Token> tokens, bool names_only,
                         std::pmr::memory_resource* memory, std::string_view text) const {
  NameHits hits(memory);
  if (slots_.empty()) return hits;
  const Search search{tokens, text, names_only, !names_only && openings_.has_lone_ideographs()};
  std::array<std::uint32_t, batch> starts;
  for (std::size_t from = 0; from < tokens.size();) {
    const std::size_t count = gather(search, from, starts);
    for (std::size_t i = 0; i < count; ++i) send_for(search, starts[i]);
    for (std::size_t i = 0; i < count; ++i) walk(search, starts[i], hits);
  }
  return hits;
}

bool NameIndex::may_stand_in(std::string_view text, bool names_only) const {
  return !slots_.empty() && may_have_names(text, *this, names_only);
}

/// The opening is looked at before the rest is read.
FirstWord NameIndex::read_word(std::string_view text, std::size_t at, bool names_only) const {
  constexpr std::size_t in_opening = 3;
  std::array<std::byte, std::size_t{4} * 1024> room;
  std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
  const std::string_view rest = text.substr(at);
  Tokens tokens = first_tokens_of(rest, in_opening, &memory);
  if (tokens.empty()) return {text.size(), false};
  FirstWord word{at + tokens[0].end, false};
  Search search{tokens, rest, names_only, !names_only && openings_.has_lone_ideographs()};
  if (!openings_.may_begin_with(tokens[0], names_only)) return word;
  const bool symbol =
      openings_.may_be_symbol(tokens[0].stem) || openings_.may_be_symbol(tokens[0].hash);
  if (!symbol && !may_begin_at(search, 0)) return word;
  tokens = first_tokens_of(rest, longest, &memory);
  search.tokens = tokens;
  NameHits hits(&memory);
  walk(search, 0, hits);
  word.named = std::any_of(hits.begin(), hits.end(), [&](const NameHit& hit) {
    return !hit.symbol || may_stand_as_symbol(text, at + tokens[hit.token].begin,
                                              at + tokens[hit.token + hit.count - 1].end);
  });
  return word;
}

std::size_t NameIndex::bytes() const {
  return openings_.bytes() + slots_.capacity() * sizeof(Slot) +
         filter_.capacity() * sizeof(std::uint64_t);
}

}  // namespace tipoff
