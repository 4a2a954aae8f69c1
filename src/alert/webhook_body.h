// The JSON body of a webhook that tells of one state of one story.
#pragma once

#include <string>
#include <string_view>

#include "alert/news.h"

namespace tipoff {

/// {"type":"trigger.detected|trigger.updated","timestamp":"..","data":{..}} as the contract has it,
/// below 20 KB. `rank` is null below the list's top. Texts that came from a feed hold no control
/// characters; `url` is http(s) or empty; `event` is as in the call list.
[[nodiscard]] std::string webhook_body(const TriggerNews& news, std::string_view reason);

}  // namespace tipoff
