// What would become of an event: who would be told, when, and why; and what the message would be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "alert/bundle.h"
#include "alert/decision.h"
#include "alert/route.h"
#include "config/settings.h"
#include "match/account.h"
#include "store/database.h"

namespace tipoff {

/// An event that somebody imagines.
struct ImaginedEvent {
  std::string event;  // type
  Certainty certainty = Certainty::announced;
  Time at{};
};

struct Telling {
  std::string channel;
  std::string recipient;
  Decision decision;
};

/// For one seller.
struct Outlook {
  TriggerNews news;
  std::string reason;   // as it would stand in the message
  std::string silence;  // why nobody would be told; empty: see `tellings`
  Routing routing;
  std::vector<Telling> tellings;  // of the channels that the routes name
};

/// One for each seller who has the account, as mutes, told events and groups stand in the store
/// now.
[[nodiscard]] std::vector<Outlook> outlook(const Settings& settings, const Account& account,
                                           const ImaginedEvent& imagined, Database& database);

/// The account as it would stand with this event; a story of the store counts once.
[[nodiscard]] TriggerNews news_of(const Settings& settings, const Account& account,
                                  const Story& story, const Profile& profile, Database& database,
                                  Time now);

/// The latest counted event of an account (of any: empty) as news to one seller who has it
/// (empty: to the first); nothing where there is none.
[[nodiscard]] std::optional<DueNews> latest_news(const Settings& settings,
                                                 const std::vector<Account>& accounts,
                                                 const std::string& account,
                                                 const std::string& seller, Database& database,
                                                 Time now);

}  // namespace tipoff
