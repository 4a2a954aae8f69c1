// HostRule: the names under which this server answers; under any other it says 421.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// A page of another site whose name was made to point here (DNS rebinding) is turned away by it.
class HostRule {
 public:
  /// Names or addresses, without port. Loopback ones are always allowed.
  explicit HostRule(std::vector<std::string> hosts);

  /// `header`: the Host header, with or without port.
  [[nodiscard]] bool allows(std::string_view header) const;

 private:
  std::vector<std::string> hosts_;  // lower case
};

}  // namespace tipoff
