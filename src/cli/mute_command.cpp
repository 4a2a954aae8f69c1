// Checks what was typed, and makes, lists or lifts mutes.
#include "cli/mute_command.h"

#include <algorithm>
#include <ostream>

#include "cli/account_lookup.h"
#include "cli/exit_code.h"
#include "cli/hand_over.h"
#include "cli/known_event.h"
#include "config/account_file.h"
#include "config/duration.h"
#include "config/nearest.h"
#include "emit/text_table.h"
#include "store/mute_table.h"
#include "text/date.h"
#include "text/format.h"
#include "text/json.h"

namespace tipoff {
namespace {

/// "merger of Quarzwerk AG", "all of Quarzwerk AG", "every merger"
std::string what_of(const std::string& event, const std::string& account) {
  if (account.empty()) return "every " + event;
  return fmt::format("{} of {}", event.empty() ? "all" : event, account);
}

Result<void> check_seller(const std::string& seller, const Settings& settings) {
  std::vector<std::string_view> sellers;
  for (const Profile& profile : settings.profiles) sellers.push_back(profile.seller);
  if (seller.empty() || std::ranges::find(sellers, seller) != sellers.end()) return {};
  return failure(fmt::format("no seller is named '{}'{}", seller, suggestion(seller, sellers)));
}

Result<Time> end_of(const std::string& for_time, Time now) {
  if (for_time.empty()) return failure("say for how long: --for 14d");
  const auto length = parse_duration(for_time);
  if (!length) return std::unexpected(length.error());
  if (*length < std::chrono::seconds{1}) return failure("--for must be at least 1s");
  return now + std::chrono::ceil<std::chrono::seconds>(*length);
}

/// The mute, and in `name` what it is called.
Result<Mute> mute_from(const MuteArguments& arguments, const Settings& settings, Time now,
                       std::string& name) {
  Mute mute;
  if (arguments.account.empty() && arguments.event.empty())
    return failure("say what to mute: an account, --event TYPE, or both");
  if (!arguments.account.empty()) {
    const auto accounts = read_accounts(settings.accounts).accounts;
    const auto account = look_up(accounts, arguments.account);
    if (!account) return std::unexpected(account.error());
    mute.account = (*account)->id;
    name = (*account)->name;
  }
  if (!arguments.event.empty()) {
    const auto event = known_event(arguments.event, settings);
    if (!event) return std::unexpected(event.error());
    mute.event = *event;
  }
  if (const auto checked = check_seller(arguments.seller, settings); !checked)
    return std::unexpected(checked.error());
  const auto until = end_of(arguments.for_time, now);
  if (!until) return std::unexpected(until.error());
  mute.seller = arguments.seller;
  mute.made_at = now;
  mute.until = *until;
  mute.note = one_line(arguments.note);
  return mute;
}

std::string as_json_line(const Mute& mute) {
  Json line;
  line["id"] = mute.id;
  line["account"] = mute.account.empty() ? Json(nullptr) : Json(mute.account);
  line["event"] = mute.event.empty() ? Json(nullptr) : Json(mute.event);
  line["seller"] = mute.seller.empty() ? Json(nullptr) : Json(mute.seller);
  line["made_at"] = format_utc(mute.made_at);
  line["until"] = format_utc(mute.until);
  line["note"] = mute.note;
  return dump(line);
}

void print_table(const std::vector<Mute>& mutes, const Desk& desk) {
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::right, 0},
                   {"WHAT", Align::left, 1},
                   {"FOR", Align::left, 0},
                   {"UNTIL", Align::left, 0},
                   {"NOTE", Align::left, 1}});
  for (const Mute& mute : mutes)
    table.add({std::to_string(mute.id), what_of(mute.event, mute.account),
               mute.seller.empty() ? "everyone" : mute.seller, format_local(mute.until),
               mute.note});
  desk.out << table.to_text(desk.width);
}

}  // namespace

int mute_command(const Desk& desk, const MuteArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  std::string name;
  const auto mute = mute_from(arguments, *settings, desk.now, name);
  if (!mute) {
    desk.err << mute.error().message << '\n';
    return exit_usage;
  }
  Database database(settings->store.string());
  const auto id = MuteTable(database).add(*mute);
  desk.out << fmt::format("Mute {}: {}, until {}{}\nLift it with: tipoff mute lift {}\n", id,
                          what_of(mute->event, name), format_local(mute->until),
                          mute->seller.empty() ? "" : ", for " + mute->seller, id);
  return hand_over(desk, *settings, database);
}

int mute_list_command(const Desk& desk, const MuteListArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  Database database(settings->store.string(), OpenFor::reading);
  const auto mutes = MuteTable(database).live(desk.now);
  if (arguments.format == "jsonl")
    for (const Mute& mute : mutes) desk.out << as_json_line(mute) << '\n';
  else if (mutes.empty())
    desk.err << "Nothing is muted.\n";
  else
    print_table(mutes, desk);
  return exit_done;
}

int mute_lift_command(const Desk& desk, const MuteLiftArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  (void)Database(settings->store.string(), OpenFor::reading);  // says so where there is none
  Database database(settings->store.string());
  if (!MuteTable(database).lift(arguments.mute, desk.now)) {
    desk.err << fmt::format("no mute in force has the number {}: `tipoff mute list` shows them\n",
                            arguments.mute);
    return exit_usage;
  }
  desk.out << fmt::format("Mute {} is lifted: what comes from now on is told\n", arguments.mute);
  return hand_over(desk, *settings, database);
}

}  // namespace tipoff
