// The filters, made when all names are known.
#include "match/name_openings.h"

#include <algorithm>
#include <bit>

#include "match/token.h"
#include "match/word_hash.h"
#include "text/fold.h"

namespace tipoff {
namespace {

constexpr std::size_t bits_an_opening = 10;
constexpr std::size_t bits_a_beginning = 8;
constexpr std::size_t few_openings = 20'000;
constexpr std::size_t least_blocks = 2048;  // of 8 bytes: in a short list hardly a guess is wrong

}  // namespace

void NameOpenings::add(std::span<const std::uint64_t> words, bool symbol) {
  if (words.empty()) return;
  if (symbol && words.size() == 1 && !is_ideograph_hash(words[0]))
    return symbols_.add(opening_of(words[0]));
  const bool ideograph = is_ideograph_hash(words[0]);
  ideographs_ = ideographs_ || ideograph;
  if (ideograph) first_[(words[0] >> 26U) % first_.size()] |= 1ULL << ((words[0] >> 20U) & 63U);
  lone_ideographs_ = lone_ideographs_ || (ideograph && words.size() == 1);
  const std::uint64_t second = words.size() > 1 ? words[1] : 0;
  const std::uint64_t third = words.size() > 2 && ideograph ? words[2] : 0;
  openings_.add(opening_of(words[0], second, third));
  beginnings_.add(ideograph ? opening_of(words[0], second) : opening_of(words[0]));
}

void NameOpenings::finish() {
  few_ = openings_.count() < few_openings;
  openings_.finish(bits_an_opening, least_blocks);
  beginnings_.finish(bits_a_beginning, least_blocks);
  symbols_.finish(bits_a_beginning, 1);
  const FoldingTables tables = folding_tables();
  for (std::size_t code = 0; code < 64 * notable_.size(); ++code)
    if (is_notable(tables, code)) notable_[code / 64] |= 1ULL << (code % 64);
}

bool NameOpenings::is_notable(FoldingTables tables, std::size_t code) const {
  const unsigned folded = tables.folded[code];
  if (code < 0x800 || (folded >= 0xD800 && folded < 0xF900)) return true;
  if (tables.kind[folded] == CharacterKind::ideograph)
    return may_begin_with(WordHash::of_ideograph(folded));
  return tables.kind[folded] == CharacterKind::letter || folded == '&' || folded == '\'';
}

}  // namespace tipoff
