// The voice that a channel is to speak with.
#include "alert/voice.h"

#include "alert/release.h"

namespace tipoff {

Voice voice_of(const Channel& channel) {
  return {.language = channel.language, .zone = zone_of(channel.policy)};
}

}  // namespace tipoff
