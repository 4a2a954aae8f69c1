// BodyRoom: how much memory the large bodies on their way may take together.
#pragma once

#include <cstddef>
#include <vector>

namespace tipoff {

/// Whoever finds no room waits until another gives back. The one that came first always finds some,
/// so that somebody goes on whatever happens: the whole is bounded by the room and one body.
class BodyRoom {
 public:
  explicit BodyRoom(std::size_t bytes) : bytes_(bytes) {}

  /// False: wait, and ask again when may_take() says so.
  [[nodiscard]] bool take(const void* holder, std::size_t bytes);
  [[nodiscard]] bool may_take(const void* holder, std::size_t bytes) const;

  /// All that it has taken; nothing where it never asked.
  void give_back(const void* holder);

  [[nodiscard]] std::size_t taken() const { return taken_; }

 private:
  struct Holder {
    const void* who = nullptr;
    std::size_t bytes = 0;
  };

  std::size_t bytes_;
  std::size_t taken_ = 0;
  std::vector<Holder> holders_;  // in the order in which they came: few
};

}  // namespace tipoff
