#include "service.h"

#include "catch.h"
#include "fakes/temporary_folder.h"
#include "store/instance_lock.h"
#include "store/list_table.h"

namespace tipoff {

namespace {

std::filesystem::path configured(const fakes::TemporaryFolder& folder) {
  folder.write("accounts.csv", "id,name\norbax,Orbax Controls plc\n");
  return folder.write("tipoff.toml",
                      "[store]\npath = \"tipoff.db\"\n[accounts]\nfile = \"accounts.csv\"\n");
}

}  // namespace

TEST_CASE("One pass over nothing publishes the accounts as they stand", "[service]") {
  const fakes::TemporaryFolder folder;

  CHECK(run_service(
            {.config = configured(folder), .once = true, .verbose = false, .dry_run = false}) == 0);

  Database database((folder.path() / "tipoff.db").string(), OpenFor::reading);
  REQUIRE(ListTable(database).latest("default"));
  CHECK(ListTable(database).latest("default")->version == 1);
}

TEST_CASE("A store that another instance has is refused with exit code 4", "[service]") {
  const fakes::TemporaryFolder folder;
  const auto config = configured(folder);
  const auto lock = InstanceLock::take(folder.path() / "tipoff.db");
  REQUIRE(lock);

  CHECK(run_service({.config = config, .once = true, .verbose = false, .dry_run = false}) == 4);
}

TEST_CASE("A dry run leaves no store, and minds none that another has", "[service]") {
  const fakes::TemporaryFolder folder;
  const auto config = configured(folder);
  const auto lock = InstanceLock::take(folder.path() / "tipoff.db");

  CHECK(run_service({.config = config, .once = true, .verbose = false, .dry_run = true}) == 0);

  CHECK_FALSE(std::filesystem::exists(folder.path() / "tipoff.db"));
}

TEST_CASE("Something wrong in a file is exit code 3, and makes no store", "[service]") {
  const fakes::TemporaryFolder folder;
  const auto config = folder.write("tipoff.toml", "[store]\npath = \"tipoff.db\"\nmode = 3\n");

  CHECK(run_service({.config = config, .once = true, .verbose = false, .dry_run = false}) == 3);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "tipoff.db"));
}

TEST_CASE("A folder that is not there is exit code 4", "[service]") {
  const fakes::TemporaryFolder folder;
  folder.write("accounts.csv", "id,name\norbax,Orbax Controls plc\n");
  const auto config = folder.write(
      "tipoff.toml", "[store]\npath = \"none/tipoff.db\"\n[accounts]\nfile = \"accounts.csv\"\n");

  CHECK(run_service({.config = config, .once = true, .verbose = false, .dry_run = false}) == 4);
}

}  // namespace tipoff
