// Mute: an account, or a type of event, of which a seller wants to hear nothing for a time.
#pragma once

#include <cstdint>
#include <string>

#include "clock.h"

namespace tipoff {

struct Mute {
  std::int64_t id = 0;  // row
  std::string seller;   // empty: every seller
  std::string account;  // id; empty: every account
  std::string event;    // type; empty: every type
  Time made_at{};
  Time until{};
  std::string note;

  bool operator==(const Mute&) const = default;
};

}  // namespace tipoff
