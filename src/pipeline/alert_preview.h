// What a channel would send of an event, made like the real message and sent to nobody.
#pragma once

#include <string>

#include "alert/bundle.h"
#include "alert/news.h"
#include "pipeline/assembly.h"
#include "store/database.h"

namespace tipoff {

struct AlertPreview {
  OutboundMessage message;
  std::string text;  // of a mail, in the clear
  std::string html;  // of a mail, in the clear
};

/// Where the channel has a digest, the one that would tell of the event, with the morning list as
/// it is now; else the message about the event alone.
[[nodiscard]] AlertPreview preview(const Channel& channel, const DueNews& due,
                                   const Assembly& assembly, Database& database, Time now);

}  // namespace tipoff
