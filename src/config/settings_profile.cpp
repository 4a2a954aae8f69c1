// [profile], [triggers], [[seller]]: the scorecard of each seller.
#include <algorithm>
#include <map>

#include "config/settings_check.h"
#include "config/settings_sections.h"
#include "detect/event_type.h"

namespace tipoff {

namespace {

using namespace std::chrono_literals;

/// A criterion's targets, and what the method says of their number.
struct Criterion {
  std::string_view key;
  std::size_t most;
  const char* advice;
};

constexpr Criterion industries{"industries", 2,
                               "the method allows at most two industries, so that you know both "
                               "well; keep the two that buy most"};
constexpr Criterion titles{"titles", 3,
                           "the method allows at most three titles; keep the three that decide"};
constexpr Criterion regions{"regions", 1000, "more than a thousand regions are no choice"};

std::optional<int> read_points(TomlTable& table, std::string_view key) {
  const auto points = table.whole(key, 0, 2);
  return points ? std::optional<int>(static_cast<int>(*points)) : std::nullopt;
}

bool read_competitor(TomlTable& table) {
  const auto competitor = table.text("competitor");
  if (competitor && *competitor != "strong" && *competitor != "none") {
    table.complain("competitor", "must be \"strong\" or \"none\"");
  }
  return competitor == "strong";
}

Target read_target(TomlTable& table, std::string_view criterion) {
  Target target;
  target.name = table.text("name").value_or("");
  target.also = table.texts("also").value_or(std::vector<std::string>{});
  target.importance = read_points(table, "importance");
  if (criterion == regions.key) target.strong_competitor = read_competitor(table);
  table.refuse_others();
  if (!table.has("name")) table.complain("name", "is missing");
  return target;
}

std::optional<std::vector<Target>> read_targets(TomlTable& table, const Criterion& criterion) {
  if (!table.has(criterion.key)) return table.allow(criterion.key), std::nullopt;
  std::vector<Target> targets;
  for (TomlEntry& entry : table.entries(criterion.key)) {
    Target target;
    target.name = entry.text;
    if (entry.table) target = read_target(*entry.table, criterion.key);
    if (!target.name.empty()) {
      targets.push_back(std::move(target));
    } else if (!entry.table || entry.table->has("name")) {
      table.complain(criterion.key, "a name must not be empty");
    }
  }
  if (targets.size() > criterion.most) {
    table.complain(criterion.key,
                   std::to_string(targets.size()) + " are named, but " + criterion.advice);
  }
  return targets;
}

void read_importance(TomlTable table, Importance& importance) {
  importance.industry = read_points(table, "industry").value_or(importance.industry);
  importance.title = read_points(table, "title").value_or(importance.title);
  importance.region = read_points(table, "region").value_or(importance.region);
  importance.trigger = read_points(table, "trigger").value_or(importance.trigger);
  table.refuse_others();
}

/// What of a profile the table says; what it leaves out stays.
void read_profile(TomlTable& table, Profile& profile) {
  if (auto read = read_targets(table, industries)) profile.industries = *std::move(read);
  if (auto read = read_targets(table, titles)) profile.titles = *std::move(read);
  if (auto read = read_targets(table, regions)) profile.regions = *std::move(read);
  read_importance(table.table_or_empty("importance"), profile.importance);
  if (auto read = table.texts("sold_in")) profile.sold_in = *std::move(read);
  if (auto read = table.texts("references")) profile.references = *std::move(read);
}

/// A trigger as written: without a weight it has the importance of triggers, which may differ by
/// seller.
struct WrittenTrigger {
  std::optional<int> weight;
  std::chrono::seconds window = default_window;
};
using WrittenTriggers = std::map<std::string, WrittenTrigger>;

WrittenTrigger read_trigger(TomlTable table) {
  WrittenTrigger trigger;
  trigger.weight = read_points(table, "weight");
  if (const auto window = table.duration("window", 1s))
    trigger.window = std::chrono::floor<std::chrono::seconds>(*window);
  table.refuse_others();
  return trigger;
}

WrittenTriggers read_triggers(TomlTable table, std::vector<EventTypeMention>& event_types) {
  WrittenTriggers triggers;
  for (const std::string& type : table.keys()) {
    if (!is_event_type(type)) {
      table.complain(type, "an event type is a word of a-z, 0-9 and _, such as merger");
      continue;
    }
    event_types.push_back({type, table.file_of(type), table.line_of(type), table.path_of(type)});
    if (auto entry = table.table(type)) triggers[type] = read_trigger(*std::move(entry));
  }
  return triggers;
}

void weigh_triggers(const WrittenTriggers& triggers, Profile& profile) {
  for (const auto& [type, written] : triggers) {
    profile.triggers[type] = {written.weight.value_or(profile.importance.trigger), written.window};
  }
}

bool is_seller_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 && name.front() != '.' && is_one_line(name) &&
         name.find_first_of("/\\{}\"") == std::string_view::npos;
}

void read_seller_name(TomlTable& table, Profile& profile, const std::vector<Profile>& before) {
  profile.seller = table.text("name").value_or("");
  if (!table.has("name")) return table.complain("name", "is missing");
  if (!is_seller_name(profile.seller)) {
    return table.complain("name",
                          "must be a name that can stand in a file's name: not empty, no slash, "
                          "quote or brace, no dot at its beginning");
  }
  if (std::ranges::find(before, profile.seller, &Profile::seller) != before.end()) {
    table.complain("name", "there is another seller '" + profile.seller + "'");
  }
}

void read_seller_accounts(TomlTable& table, Profile& profile) {
  const auto accounts = table.text("accounts");
  if (accounts && *accounts != "owned" && *accounts != "all") {
    table.complain("accounts", "must be \"owned\" (accounts whose owner has this name) or \"all\"");
  }
  profile.owned_only = accounts == "owned";
}

}  // namespace

std::vector<Profile> read_profiles(TomlTable& root, std::vector<EventTypeMention>& event_types) {
  Profile shared;
  TomlTable profile_table = root.table_or_empty("profile");
  read_profile(profile_table, shared);
  profile_table.refuse_others();
  const WrittenTriggers shared_triggers =
      read_triggers(root.table_or_empty("triggers"), event_types);
  std::vector<Profile> profiles;
  for (TomlTable& seller : root.tables("seller")) {
    Profile profile = shared;
    read_seller_name(seller, profile, profiles);
    read_seller_accounts(seller, profile);
    read_profile(seller, profile);
    const auto own = seller.table("triggers");
    weigh_triggers(own ? read_triggers(*own, event_types) : shared_triggers, profile);
    seller.refuse_others();
    profiles.push_back(std::move(profile));
  }
  weigh_triggers(shared_triggers, shared);
  if (profiles.empty()) profiles.push_back(std::move(shared));
  return profiles;
}

}  // namespace tipoff
