// `tipoff serve`, as far as it goes without signals.
#include "cli/serve_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"

namespace tipoff {

TEST_CASE("An address that is none is wrong use", "[cli][web]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);
  CHECK(serve(run.desk, {.listen = "8080"}, [] { return ServeCall::stop; }) == 2);
  CHECK_THAT(run.err.str(), Catch::Contains("127.0.0.1:8080"));
}

TEST_CASE("A configuration that is wrong is not served", "[cli][web]") {
  fakes::Newsroom newsroom;
  newsroom.folder.write("tipoff.toml", "[pusch]\n");
  fakes::CommandRun run(newsroom);
  CHECK(serve(run.desk, {.listen = "127.0.0.1:0"}, [] { return ServeCall::stop; }) == 3);
  CHECK_THAT(run.err.str(), Catch::Contains("pusch"));
}

TEST_CASE("The server says where it listens, and leaves when it is told to", "[cli][web]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);
  CHECK(serve(run.desk, {.listen = "127.0.0.1:0"}, [] { return ServeCall::stop; }) == 0);
  CHECK_THAT(run.err.str(), Catch::StartsWith("listening at http://127.0.0.1:"));
}

TEST_CASE("A reload of what is wrong keeps the old and says so", "[cli][web]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);
  int calls = 0;
  const auto next = [&] {
    if (++calls == 1) newsroom.folder.write("tipoff.toml", "[pusch]\n");
    return calls <= 2 ? ServeCall::reload : ServeCall::stop;
  };
  CHECK(serve(run.desk, {.listen = "127.0.0.1:0"}, next) == 0);
  CHECK(calls == 3);
  CHECK_THAT(run.err.str(), Catch::Contains("pusch"));
}

}  // namespace tipoff
