// InstanceLock: one daemon per store.
#pragma once

#include <filesystem>
#include <optional>

namespace tipoff {

/// Holds `<store>.lock` until it goes out of scope; the system lets go of it when the process dies,
/// however it dies.
class InstanceLock {
 public:
  /// Empty when another process holds it. Throws std::system_error when the file cannot be made.
  [[nodiscard]] static std::optional<InstanceLock> take(const std::filesystem::path& store);

  InstanceLock(InstanceLock&& other) noexcept;
  InstanceLock& operator=(InstanceLock&& other) noexcept;
  ~InstanceLock();

 private:
  explicit InstanceLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace tipoff
