#include "alert/notice.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Each state of a notice has its name", "[alert]") {
  CHECK(name_of(NoticeState::held) == "held");
  CHECK(name_of(NoticeState::told) == "told");
  CHECK(name_of(NoticeState::dropped) == "dropped");
}

}  // namespace tipoff
