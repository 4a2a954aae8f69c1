// The gear hash that finds the cuts.
#include "store/pieces.h"

#include <array>
#include <cstddef>

namespace tipoff {
namespace {

constexpr std::size_t longest_piece = 64 * 1024;
constexpr int cut_bits = 13;  // one place in 2^13 is a cut

/// One random-looking number for each byte (splitmix64).
constexpr std::array<std::uint64_t, 256> gears = [] {
  std::array<std::uint64_t, 256> numbers{};
  std::uint64_t state = 0x7469706f66660001;
  for (auto& number : numbers) {
    state += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    number = mixed ^ (mixed >> 31);
  }
  return numbers;
}();

}  // namespace

std::vector<std::string_view> cut_into_pieces(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::uint64_t gear = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    gear = (gear << 1) + gears[static_cast<unsigned char>(text[at])];
    const bool cut = (gear >> (64 - cut_bits)) == 0 || at + 1 - begin == longest_piece;
    if (!cut && at + 1 < text.size()) continue;
    pieces.push_back(text.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  return pieces;
}

std::uint64_t piece_hash(std::string_view piece) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : piece) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return hash;
}

}  // namespace tipoff
