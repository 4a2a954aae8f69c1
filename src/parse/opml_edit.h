// Changing a list of feeds that a person wrote: outlines come and go, and every other byte stays.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/opml.h"
#include "result.h"

namespace tipoff {

using OpmlFilter = std::function<bool(const OpmlFeed&)>;

struct OpmlMerge {
  std::string text;             // the whole new document, UTF-8
  std::vector<OpmlFeed> added;  // in the source's order
};

/// Adds the feeds of `source` that are wanted to `target`: each in the folder of its own name where
/// there is one, else with its folders, and with all the attributes that it has. An empty target is
/// a new document. `is_wanted` is asked once for each feed, in the source's order.
[[nodiscard]] Result<OpmlMerge> merge_opml(std::string_view target, std::string_view source,
                                           const OpmlFilter& is_wanted);

/// Takes out the feeds that are `unwanted`; folders stay, even empty ones.
[[nodiscard]] Result<std::string> remove_from_opml(std::string_view bytes,
                                                   const OpmlFilter& is_unwanted);

}  // namespace tipoff
