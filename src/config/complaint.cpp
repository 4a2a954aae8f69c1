// Complaints as people read them.
#include "config/complaint.h"

#include <algorithm>

namespace tipoff {

std::string to_text(const Complaint& complaint) {
  std::string text = complaint.file;
  if (complaint.line > 0) text += ":" + std::to_string(complaint.line);
  if (!text.empty()) text += ": ";
  if (complaint.warning) text += "warning: ";
  if (!complaint.key.empty()) text += complaint.key + ": ";
  return text + complaint.message;
}

bool any_error(const Complaints& complaints) {
  return std::ranges::any_of(complaints, [](const Complaint& each) { return !each.warning; });
}

}  // namespace tipoff
