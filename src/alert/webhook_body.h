// The JSON bodies of webhooks, each below 20 KB, as docs/webhook.schema.json has them.
#pragma once

#include <string>
#include <string_view>

#include "alert/news.h"

namespace tipoff {

/// {"type":"trigger.detected|trigger.updated","timestamp":"..","data":{..}} as the contract has it,
/// below 20 KB. `rank` is null below the list's top. Texts that came from a feed hold no control
/// characters; `url` is http(s) or empty; `event` is as in the call list.
[[nodiscard]] std::string webhook_body(const TriggerNews& news, std::string_view reason);

/// {"type":"call_list.updated",..}: who entered the list, rose, fell or left it between two
/// versions, with the rank before and after. What moved nearest to the top is told first; what
/// there is no room for is counted in "more". `before`: null where there was no version.
[[nodiscard]] std::string call_list_body(const CallList& list, const CallList* before);

/// {"type":"webhook.test",..}: says that it means nothing, and from which [[alert]] it comes.
[[nodiscard]] std::string webhook_test_body(std::string_view channel, Time now);

}  // namespace tipoff
