#include "pipeline/assembly.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "config/account_file.h"
#include "config/feed_list.h"
#include "config/nearest.h"
#include "config/rule_file.h"
#include "detect/event_type.h"
#include "pipeline/budget_warning.h"
#include "pipeline/hashes.h"
#include "score/account_score.h"
#include "text/format.h"

namespace tipoff {
namespace {

void append(Complaints& all, Complaints more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Types that a rule can report: the shipped ones, and those that the user's rules add.
std::set<std::string_view> known_events(const RuleBook& book) {
  const auto shipped = shipped_event_types();
  std::set<std::string_view> events(shipped.begin(), shipped.end());
  for (const Rule& rule : book.rules) events.insert(rule.event);
  return events;
}

Complaints unknown_event_types(const std::vector<EventTypeMention>& mentions,
                               const RuleBook& book) {
  const auto events = known_events(book);
  const std::vector<std::string_view> valid(events.begin(), events.end());
  Complaints complaints;
  for (const EventTypeMention& mention : mentions) {
    if (events.contains(mention.type)) continue;
    complaints.push_back({.file = mention.file,
                          .line = mention.line,
                          .key = mention.key,
                          .message = fmt::format("no rule reports the event type '{}'{}",
                                                 mention.type, suggestion(mention.type, valid)),
                          .warning = false});
  }
  return complaints;
}

std::unordered_map<std::string, AccountIndex> index_by_id(const std::vector<Account>& accounts) {
  std::unordered_map<std::string, AccountIndex> index;
  index.reserve(accounts.size());
  for (std::size_t i = 0; i < accounts.size(); ++i)
    index.emplace(accounts[i].id, static_cast<AccountIndex>(i));
  return index;
}

}  // namespace

const Account* Assembly::find_account(const std::string& id) const {
  const auto found = account_index.find(id);
  return found == account_index.end() ? nullptr : &accounts[found->second];
}

bool is_wanted(const Account& account, const std::vector<Profile>& profiles) {
  return std::any_of(profiles.begin(), profiles.end(), [&](const Profile& profile) {
    return belongs_to(account, profile) && !disqualify(account, profile);
  });
}

void add_search_feeds(const Settings& settings, const std::vector<Account>& accounts,
                      std::vector<Feed>& feeds) {
  std::set<std::string> urls;
  for (const Feed& feed : feeds) urls.insert(feed.url);
  for (const NewsSearch& search : settings.searches) {
    for (const Account& account : accounts) {
      if (!is_wanted(account, settings.profiles)) continue;
      Feed feed = search_feed(search, account);
      if (urls.insert(feed.url).second) feeds.push_back(std::move(feed));
    }
  }
}

AssemblyReading assemble(const std::filesystem::path& config_file, Secrets secrets) {
  AssemblyReading reading;
  auto read = read_settings(config_file, secrets);
  reading.complaints = std::move(read.complaints);
  Settings& settings = read.settings;
  if (settings.profiles.empty())
    return reading;  // no configuration at all: nothing further to find

  AccountReading accounts;
  if (!settings.accounts.empty()) accounts = read_accounts(settings.accounts);
  append(reading.complaints, std::move(accounts.complaints));

  const auto rule_dirs =
      settings.rule_dirs.empty() ? std::vector{shipped_rules()} : settings.rule_dirs;
  auto rules = read_rules(rule_dirs);
  append(reading.complaints, std::move(rules.complaints));
  append(reading.complaints, unknown_event_types(read.event_types, rules.book));

  auto feeds = read_feeds(settings);
  append(reading.complaints, std::move(feeds.complaints));
  if (any_error(reading.complaints)) return reading;

  add_search_feeds(settings, accounts.accounts, feeds.feeds);
  append(reading.complaints, budget_warnings(settings, feeds.feeds));
  Matcher matcher(accounts.accounts);
  auto index = index_by_id(accounts.accounts);
  reading.assembly.emplace(Assembly{.settings = std::move(settings),
                                    .accounts = std::move(accounts.accounts),
                                    .account_index = std::move(index),
                                    .matcher = std::move(matcher),
                                    .detector = *std::move(rules.detector),
                                    .feeds = std::move(feeds.feeds),
                                    .rules_hash = rules_hash(rule_dirs),
                                    .rule_count = rules.book.rules.size()});
  return reading;
}

std::filesystem::path find_config_file(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("TIPOFF_CONFIG"); named != nullptr && *named != '\0')
    return named;
  const std::filesystem::path here = "tipoff.toml";
  const std::filesystem::path system = "/etc/tipoff/tipoff.toml";
  std::error_code ignored;
  if (!std::filesystem::exists(here, ignored) && std::filesystem::exists(system, ignored))
    return system;
  return here;
}

}  // namespace tipoff
