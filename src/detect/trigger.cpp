// Names of roles and certainties, as they stand in data.
#include "detect/trigger.h"

#include <array>
#include <utility>

namespace tipoff {
namespace {

constexpr std::array roles = {std::pair{Role::acquirer, std::string_view("acquirer")},
                              std::pair{Role::target, std::string_view("target")},
                              std::pair{Role::seller, std::string_view("seller")}};
constexpr std::array certainties = {std::pair{Certainty::rumoured, std::string_view("rumoured")},
                                    std::pair{Certainty::announced, std::string_view("announced")},
                                    std::pair{Certainty::completed, std::string_view("completed")},
                                    std::pair{Certainty::denied, std::string_view("denied")}};

}  // namespace

std::string_view name_of(Role role) {
  for (const auto& [value, name] : roles) {
    if (value == role) return name;
  }
  return {};
}

std::string_view name_of(Certainty certainty) {
  for (const auto& [value, name] : certainties) {
    if (value == certainty) return name;
  }
  return {};
}

std::optional<Role> role_named(std::string_view name) {
  for (const auto& [value, known] : roles) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::optional<Certainty> certainty_named(std::string_view name) {
  for (const auto& [value, known] : certainties) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace tipoff
