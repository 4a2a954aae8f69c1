#include "pipeline/list_files.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

namespace {

CallList two_entries() {
  CallList list;
  list.version = 3;
  list.seller = "anna";
  list.generated_at = Time{std::chrono::hours{500'000}};
  list.entries.resize(1);
  list.entries[0].rank = 1;
  list.entries[0].id = "orbax";
  list.entries[0].name = "Orbax Controls plc";
  list.disqualified.resize(1);
  list.disqualified[0].id = "cassia";
  list.disqualified[0].name = "Cassia Bank plc";
  list.disqualified[0].score.disqualified =
      Disqualification{.criterion = Criterion::industry, .because = "Banking is no target"};
  return list;
}

}  // namespace

TEST_CASE("A stored list comes back whole, with its dropped accounts", "[list_files]") {
  const auto list = two_entries();

  const auto stored = stored_list(list, "p", "r");
  const auto back = read_stored_list(stored);

  CHECK(stored.version == 3);
  CHECK(stored.seller == "anna");
  CHECK(stored.profile_hash == "p");
  CHECK(back.entries == list.entries);
  CHECK(back.disqualified == list.disqualified);
  CHECK(back.generated_at == list.generated_at);
}

TEST_CASE("A stored list that cannot be read is a store that cannot be used", "[list_files]") {
  StoredList broken;
  broken.json = "{";
  CHECK_THROWS_WITH(read_stored_list(broken), Catch::Contains("cannot be read"));
}

TEST_CASE("A list file bears its seller's name, and its format by extension", "[list_files]") {
  const fakes::TemporaryFolder folder;

  CHECK(write_list_file(folder.path() / "list-{seller}.json", two_entries()));
  CHECK(write_list_file(folder.path() / "list-{seller}.csv", two_entries()));

  CHECK_THAT(folder.read("list-anna.json"), Catch::StartsWith("{\"generated_at\""));
  CHECK_THAT(folder.read("list-anna.csv"), Catch::StartsWith("\xEF\xBB\xBFrank,id,name"));
}

TEST_CASE("A list file that cannot be written is told, and stops nothing", "[list_files]") {
  CHECK_FALSE(write_list_file("/no/such/folder/list.json", two_entries()));
}

}  // namespace tipoff
