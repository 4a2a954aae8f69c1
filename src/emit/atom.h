// Triggers as an Atom feed (RFC 4287), for people who read them where they read their news.
#pragma once

#include <span>
#include <string>

#include "cluster/story.h"
#include "rank/call_list.h"

namespace tipoff {

/// A present state of a story, and whose it is.
struct TriggerEntry {
  Story story;
  std::string account;  // name
  std::string why_now;  // one sentence; may be empty

  bool operator==(const TriggerEntry&) const = default;
};

struct AtomOptions {
  std::string seller = "default";
  // Of the person or organisation that runs this Tipoff: the authority in the ids (RFC 4151). A
  // domain, or a mail address.
  std::string authority = "tipoff.invalid";
  std::string self;  // where the feed will be read, http(s); may be empty
};

/// The whole document, entries in the order that they are given. The id of an entry is a tag: URI
/// of story, state and seller, the same in every version of the feed: each new state of a story is
/// an entry of its own, which a feed reader shows once. "updated" is when the state was first seen,
/// the feed's own the latest among them: the same entries give the same bytes. Text that came from
/// a feed cannot become markup, and only http(s) is linked.
[[nodiscard]] std::string atom_feed(std::span<const TriggerEntry> entries,
                                    const AtomOptions& options = {});

/// The live events of a call list, the latest seen first, at most 200 of them.
[[nodiscard]] std::string atom_of(const CallList& list);

}  // namespace tipoff
