// Rule files: whatever is written ends in rules or in complaints; rules without complaint compile.
#include "config/rule_reader.h"
#include "detect/detector.h"
#include "must.h"
#include "targets.h"

namespace tipoff::fuzz {

void rule_file(std::string_view bytes) {
  RuleReading reading;
  parse_rule_file(bytes, "rules.toml", reading);
  if (reading.complaints.empty()) (void)Detector::compile(reading.book);
}

}  // namespace tipoff::fuzz
