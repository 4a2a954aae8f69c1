// What a command prints, and a configured folder to run it in.
#pragma once

#include <sstream>
#include <string>

#include "cli/desk.h"
#include "fakes/newsroom.h"

namespace tipoff::fakes {

struct CommandRun {
  explicit CommandRun(const Newsroom& newsroom)
      : desk{.config = (newsroom.folder.path() / "tipoff.toml").string(),
             .out = out,
             .err = err,
             .width = 100,
             .now = newsroom.clock.now()} {}

  std::ostringstream out;
  std::ostringstream err;
  Desk desk;
};

/// A newsroom in which one thing has happened: Orbax Controls is to acquire Tindle Valves.
inline void publish_one_story(Newsroom& newsroom) {
  newsroom.feed("https://wire.example/rss", {{.id = "1",
                                              .title = "Orbax Controls to acquire Tindle Valves",
                                              .age = std::chrono::hours{2}}});
  newsroom.once();
}

}  // namespace tipoff::fakes
