// A hash that is the same on every machine and in every version, for what is stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tipoff {

/// FNV-1a, 64 bits (Fowler, Noll, Vo). `seed` chains several texts.
inline constexpr std::uint64_t hash_seed = 0xcbf29ce484222325U;
[[nodiscard]] std::uint64_t stable_hash(std::string_view text, std::uint64_t seed = hash_seed);

/// 16 hexadecimal digits.
[[nodiscard]] std::string hash_text(std::uint64_t hash);

}  // namespace tipoff
