// HintReader: ttl, skipHours, skipDays and the syndication module's elements of a channel.
#pragma once

#include "fetch/update_hints.h"
#include "parse/xml_element.h"

namespace tipoff {

class HintReader {
 public:
  /// A child of the channel; one that is no hint is passed over.
  void take(const XmlElement& element);

  /// What is out of range, or a number of nothing, says nothing.
  [[nodiscard]] UpdateHints taken() const;

 private:
  std::chrono::seconds ttl_{0};
  std::chrono::seconds period_{0};
  int frequency_ = 1;  // times in the period
  UpdateHints skips_;
};

}  // namespace tipoff
