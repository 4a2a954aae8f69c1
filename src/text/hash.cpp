#include "text/hash.h"

#include "text/format.h"

namespace tipoff {

std::uint64_t stable_hash(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t prime = 0x100000001b3U;
  std::uint64_t hash = seed;
  for (const char byte : text) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= prime;
  }
  return hash;
}

std::string hash_text(std::uint64_t hash) {
  return fmt::format("{:016x}", hash);
}

}  // namespace tipoff
