// Brief: what a message says to a person, before it takes the form of a channel.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "alert/channel.h"

namespace tipoff {

/// A line: a label, its text, and where a tap on it leads. All clean of control characters, and not
/// yet escaped for any markup.
struct BriefRow {
  std::string label;
  std::string text;
  std::string link;  // http, https, tel or mailto; may be empty

  bool operator==(const BriefRow&) const = default;
};

/// One account, or one event of it.
struct BriefItem {
  std::string heading;         // "Siemens AG (9/10): Siemens to acquire Altair"
  std::string link;            // of the heading: the source; may be empty
  std::vector<BriefRow> rows;  // most important first: a short channel shows the first ones

  bool operator==(const BriefItem&) const = default;
};

struct BriefSection {
  std::string heading;  // "Today's calls"; empty where there is one section
  std::vector<BriefItem> items;

  bool operator==(const BriefSection&) const = default;
};

struct Brief {
  std::string subject;  // one line
  std::string opening;  // why this message comes: "new", "digest", "12 more events ..."
  std::vector<BriefSection> sections;
  std::size_t more = 0;  // items that are only counted
  MessageLanguage language = MessageLanguage::english;

  bool operator==(const Brief&) const = default;
};

}  // namespace tipoff
