// DoubleArray: an Aho-Corasick automaton over bytes, kept in a double array: what the matcher is
// measured against.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff::bench {

/// Built once from distinct patterns without zero bytes. States are laid out breadth first, so that
/// those near the root, where a text spends its time, share cache lines; a state is 16 bytes.
class DoubleArray {
 public:
  explicit DoubleArray(std::vector<std::string> patterns);

  /// Calls `found(pattern, end)` for every occurrence; `end` is one past its last byte.
  template <typename Found>
  void find(std::string_view text, Found&& found) const {
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      for (;;) {
        const std::uint32_t next = states_[state].base + byte;
        if (states_[next].parent == state) {
          state = next;
          break;
        }
        if (state == 0) break;
        state = states_[state].fail;
      }
      for (std::uint32_t hit = states_[state].hit; hit != none;
           hit = states_[ends_[hit].shorter].hit)
        found(ends_[hit].pattern, at + 1);
    }
  }

  [[nodiscard]] const std::vector<std::string>& patterns() const { return patterns_; }
  [[nodiscard]] std::size_t bytes() const {
    return states_.capacity() * sizeof(State) + ends_.capacity() * sizeof(End);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  static constexpr std::uint32_t unused = 0xFFFFFFFEU;

  struct State {
    std::uint32_t base = 0;         // children stand at base + byte
    std::uint32_t parent = unused;  // unused: the slot is free
    std::uint32_t fail = 0;
    std::uint32_t hit = none;  // the longest pattern that ends here, as an index into ends_
  };
  struct End {
    std::uint32_t pattern = 0;
    std::uint32_t shorter = 0;  // the state to go on with for the shorter ones
  };
  struct Range {  // the sorted patterns that share the first `depth` bytes
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t depth = 0;
    std::uint32_t state = 0;
  };
  struct Child {
    unsigned char byte = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  [[nodiscard]] std::vector<Child> children(const Range& range) const;
  [[nodiscard]] std::uint32_t room_for(const std::vector<Child>& children);
  [[nodiscard]] std::uint32_t fail_of(std::uint32_t parent, unsigned char byte) const;

  std::vector<std::string> patterns_;  // sorted
  std::vector<State> states_;
  std::vector<End> ends_;
  std::size_t first_free_ = 1;
};

}  // namespace tipoff::bench
