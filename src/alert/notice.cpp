// Names of the states of a notice, as they stand in the store and on screens; what kind it is.
#include "alert/notice.h"

namespace tipoff {

std::string_view name_of(NoticeState state) {
  switch (state) {
    case NoticeState::held:
      return "held";
    case NoticeState::told:
      return "told";
    case NoticeState::dropped:
      return "dropped";
  }
  return {};
}

bool is_reminder(const Notice& notice) {
  return notice.cause.starts_with("reminder:");
}

}  // namespace tipoff
