// A hash table of phrase hashes.
#include "match/phrase_set.h"

#include <algorithm>
#include <bit>

namespace tipoff {

PhraseSet::PhraseSet(std::string_view list) {
  const auto commas = static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), [](char c) { return c == ',' || c == '\n'; }));
  slots_.assign(std::bit_ceil(2 * (commas + 2)), 0);
  first_.bits.assign(std::bit_ceil(commas / 4 + 1), 0);
  last_.bits = first_.bits;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",\n"), list.size());
    const Tokens words = tokens_of(list.substr(0, end));
    if (!words.empty()) {
      std::uint64_t hash = words[0].hash;
      for (std::size_t i = 1; i < words.size(); ++i) hash = followed_by(hash, words[i].hash);
      insert(hash);
      first_.add(words.front().hash);
      last_.add(words.back().hash);
      longest_ = std::max(longest_, words.size());
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

void PhraseSet::insert(std::uint64_t hash) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = hash;
}

bool PhraseSet::contains(std::uint64_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != 0) {
    if (slots_[at] == hash) return true;
    at = (at + 1) & (slots_.size() - 1);
  }
  return false;
}

std::size_t PhraseSet::length_at(std::span<const Token> tokens, std::size_t at) const {
  if (at >= tokens.size() ||
      !(first_.may_hold(tokens[at].hash) || first_.may_hold(tokens[at].stem)))
    return 0;
  std::size_t found = 0;
  std::uint64_t hash = 0;
  for (std::size_t count = 1; count <= longest_ && at + count <= tokens.size(); ++count) {
    const Token& token = tokens[at + count - 1];
    if (token.stem != token.hash &&
        contains(count == 1 ? token.stem : followed_by(hash, token.stem)))
      found = count;
    hash = count == 1 ? token.hash : followed_by(hash, token.hash);
    if (contains(hash)) found = count;
  }
  return found;
}

std::size_t PhraseSet::length_before(std::span<const Token> tokens, std::size_t end) const {
  if (end == 0 || !last_.may_hold(tokens[end - 1].hash)) return 0;
  for (std::size_t count = std::min(longest_, end); count > 0; --count) {
    std::uint64_t hash = tokens[end - count].hash;
    for (std::size_t i = 1; i < count; ++i) hash = followed_by(hash, tokens[end - count + i].hash);
    if (contains(hash)) return count;
  }
  return 0;
}

}  // namespace tipoff
