#include "store/instance_lock.h"

#include <system_error>

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

TEST_CASE("A store that one instance holds is refused to a second one", "[instance_lock]") {
  const fakes::TemporaryFolder folder;
  auto first = InstanceLock::take(folder.path() / "tipoff.db");
  REQUIRE(first);

  CHECK_FALSE(InstanceLock::take(folder.path() / "tipoff.db"));
  CHECK(InstanceLock::take(folder.path() / "other.db"));

  first.reset();
  CHECK(InstanceLock::take(folder.path() / "tipoff.db"));
}

TEST_CASE("A lock in a folder that is not there is an error of the ground", "[instance_lock]") {
  CHECK_THROWS_AS(InstanceLock::take("/no/such/folder/tipoff.db"), std::system_error);
}

}  // namespace tipoff
