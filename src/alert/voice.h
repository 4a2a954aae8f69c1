// Voice: in whose language, and by whose clock, a message speaks.
#pragma once

#include <string>

#include "alert/channel.h"

namespace tipoff {

struct Voice {
  MessageLanguage language = MessageLanguage::english;
  std::string zone;  // IANA name; empty: the machine's

  bool operator==(const Voice&) const = default;
};

[[nodiscard]] Voice voice_of(const Channel& channel);

}  // namespace tipoff
