// One item or entry element to a RawEntry.
#pragma once

#include "parse/raw_feed.h"
#include "parse/xml_element.h"

namespace tipoff {

[[nodiscard]] RawEntry read_xml_entry(const XmlElement& item);

/// The link that a feed's or an entry's link elements mean: the alternate one that a reader would
/// open.
class LinkChoice {
 public:
  void consider(const XmlElement& link);
  void fall_back_to(RawLink link, int rank);
  [[nodiscard]] const RawLink& best() const { return best_; }

 private:
  RawLink best_;
  int rank_ = 0;
};

}  // namespace tipoff
