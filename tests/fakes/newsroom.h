// A newsroom in memory: files in a temporary folder, feeds and receivers that answer from a script,
// a clock that stands still.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fakes/manual_clock.h"
#include "fakes/scripted_mail.h"
#include "fakes/scripted_transport.h"
#include "fakes/temporary_folder.h"
#include "pipeline/loop.h"

namespace tipoff::fakes {

struct NewsItem {
  std::string id;
  std::string title;
  std::chrono::seconds age{0};  // how long ago it was published
  std::string summary{};
};

class Newsroom {
 public:
  /// `more` is added to tipoff.toml, which names two feeds, https://wire.example/rss and
  /// https://press.example/rss. `rules`: the text of a rule file; empty: the shipped rules, which
  /// take their time to compile.
  explicit Newsroom(const std::string& more = "", const std::string& accounts = default_accounts(),
                    const std::string& rules = "");

  /// What a feed answers from now on.
  void feed(const std::string& url, const std::vector<NewsItem>& items);
  void answer(const std::string& url, Response response) {
    network.answer(url, std::move(response));
  }

  /// One pass, as `tipoffd --once` makes it, over feeds that are all due.
  Loop::Totals once();

  [[nodiscard]] CallList list() const;
  [[nodiscard]] std::vector<Story> stories();
  [[nodiscard]] std::vector<OutboundMessage> outbox();

  static std::string default_accounts();

  /// One rule: "to acquire" is an acquisition, and the account before it the acquirer.
  static std::string one_rule();

  TemporaryFolder folder;
  ManualClock clock;
  ScriptedTransport network;
  ScriptedMail mail;
  std::unique_ptr<Database> database;
  std::unique_ptr<Assembly> assembly;
};

}  // namespace tipoff::fakes
