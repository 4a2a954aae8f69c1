// AtomIndex: which of a few thousand short strings a text holds; decides which patterns are worth
// running.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// Letters of the Latin and Cyrillic alphabets in lower case, as RE2 lowers its atoms; everything
/// else as it is. The result goes into `out`, whose memory is used again.
void lower_into(std::string_view text, std::string& out);

/// Finds atoms by their first three bytes; about 36 kB and 16 bytes an atom, whatever they are.
class AtomIndex {
 public:
  /// Atoms shorter than three bytes are never found.
  explicit AtomIndex(std::vector<std::string> atoms = {});

  /// Indices of the atoms that stand in `lowered`, ascending, each once. `out` is overwritten.
  void find(std::string_view lowered, std::vector<int>& out) const;

 private:
  static constexpr std::size_t slots = 1U << 14;

  std::vector<std::string> atoms_;
  std::vector<std::int32_t> next_;  // the next atom with the same slot, -1 at the end
  std::array<std::int32_t, slots> heads_;
};

}  // namespace tipoff
