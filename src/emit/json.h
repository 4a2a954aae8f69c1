// Stories, entries and the call list as the contract's JSON.
#pragma once

#include "cluster/story.h"
#include "emit/render.h"
#include "rank/call_list.h"
#include "text/json.h"

namespace tipoff {

/// {"id":5,"event":"merger","role":null,"certainty":"announced","happened_at":"..","seen_at":"..","title":"..","url":"..",
///  "evidence":"..","rule":"..","sources":3}
[[nodiscard]] Json to_json(const Story& story);

/// The entry with its parts and events; a disqualified one has "rank":null, "disqualified" and
/// neither score nor events. After the contract's fields: "extra", the unknown columns, where there
/// are any; "next_change", when the next live event's window ends, where there is one.
[[nodiscard]] Json to_json(const CallListEntry& entry);

/// `options.top` bounds the ranked entries.
[[nodiscard]] Json to_json(const CallList& list, const RenderOptions& options);

}  // namespace tipoff
