// Checks what was typed, and logs or lists calls.
#include "cli/call_command.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/account_lookup.h"
#include "cli/exit_code.h"
#include "cli/hand_over.h"
#include "cli/known_event.h"
#include "cli/seller_choice.h"
#include "cli/typed_moment.h"
#include "config/account_file.h"
#include "config/nearest.h"
#include "emit/text_table.h"
#include "store/call_table.h"
#include "store/story_table.h"
#include "text/date.h"
#include "text/format.h"
#include "text/json.h"
#include "text/time_zone.h"

namespace tipoff {
namespace {

constexpr std::array<std::string_view, 8> outcomes{
    "no_answer", "callback", "wrong_person", "not_interested",
    "meeting",   "proposal", "won",          "lost"};

Result<Outcome> outcome_for(const std::string& word) {
  if (const auto outcome = outcome_named(word)) return *outcome;
  return failure(fmt::format("no outcome is named '{}'{}", word, suggestion(word, outcomes)));
}

Result<Time> moment_for(const std::string& text, Time now) {
  if (const auto moment = typed_moment(text, local_zone(), now)) return *moment;
  return failure(fmt::format(
      "'{}' is no moment: write today, tomorrow, 2026-03-05, or \"2026-03-05 14:30\"", text));
}

bool ends_it(Outcome outcome) {
  return outcome == Outcome::won || outcome == Outcome::lost || outcome == Outcome::not_interested;
}

Result<Call> call_from(const CallLogArguments& arguments, const Account& account,
                       const Settings& settings, Time now) {
  Call call;
  call.account = account.id;
  const auto seller = seller_for(settings, arguments.seller, account);
  if (!seller) return std::unexpected(seller.error());
  call.seller = *seller;
  const auto outcome = outcome_for(arguments.outcome);
  if (!outcome) return std::unexpected(outcome.error());
  call.outcome = *outcome;
  const auto at = arguments.at.empty() ? Result<Time>(now) : moment_for(arguments.at, now);
  if (!at) return std::unexpected(at.error());
  if (*at > now)
    return failure(
        fmt::format("{} is still to come: a call is logged after it was made", format_local(*at)));
  call.at = *at;
  call.contact = one_line(arguments.contact);
  call.note = one_line(arguments.note);
  if (arguments.due.empty()) return call;
  const auto due = moment_for(arguments.due, now);
  if (!due) return std::unexpected(due.error());
  if (*due < day_begins(call.at, local_zone()))
    return failure(fmt::format("{} lies before the call", day_text(*due, local_zone())));
  if (ends_it(call.outcome))
    return failure(fmt::format("after {} nothing is due: leave --due out, or log a callback",
                               name_of(call.outcome)));
  call.due = *due;
  return call;
}

bool is_known(const Account& account, const std::string& contact) {
  return contact.empty() ||
         std::ranges::find(account.contacts, contact, &Contact::name) != account.contacts.end();
}

void tell(const Desk& desk, const Call& call, const Account& account) {
  desk.out << fmt::format("Call {} to {}: {}{}\n", call.id, account.name, name_of(call.outcome),
                          call.due ? ", due " + day_text(*call.due, local_zone()) : "");
  if (!is_known(account, call.contact))
    desk.out << fmt::format("The account file has no contact '{}'\n", call.contact);
  if (call.outcome == Outcome::callback && !call.due)
    desk.out << "Without --due it stands on no morning list\n";
}

std::string as_json_line(const Call& call) {
  Json line;
  line["id"] = call.id;
  line["account"] = call.account;
  line["seller"] = call.seller;
  line["outcome"] = name_of(call.outcome);
  line["at"] = format_utc(call.at);
  line["contact"] = call.contact;
  line["due"] = call.due ? Json(format_utc(*call.due)) : Json(nullptr);
  line["note"] = call.note;
  return dump(line);
}

void print_table(const std::vector<Call>& calls, const Desk& desk) {
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::right, 0},
                   {"WHEN", Align::left, 0},
                   {"ACCOUNT", Align::left, 0},
                   {"OUTCOME", Align::left, 0},
                   {"DUE", Align::left, 0},
                   {"CONTACT", Align::left, 1},
                   {"NOTE", Align::left, 2}});
  const std::string zone = local_zone();
  for (const Call& call : calls)
    table.add({std::to_string(call.id), format_local(call.at), call.account,
               std::string(name_of(call.outcome)), call.due ? day_text(*call.due, zone) : "",
               call.contact, call.note});
  desk.out << table.to_text(desk.width);
}

/// The calls asked for; an error where what was typed means nothing.
Result<std::vector<Call>> calls_for(const CallListArguments& arguments, const Settings& settings,
                                    Time now) {
  CallFilter filter;
  if (!arguments.seller.empty()) filter.seller = arguments.seller;
  if (!arguments.account.empty()) {
    const auto accounts = read_accounts(settings.accounts).accounts;
    const auto account = look_up(accounts, arguments.account);
    if (!account) return std::unexpected(account.error());
    filter.account = (*account)->id;
  }
  std::optional<Time> end;
  if (!arguments.due.empty()) {
    const auto due = moment_for(arguments.due, now);
    if (!due) return std::unexpected(due.error());
    end = day_ends(*due, local_zone());
  }
  Database database(settings.store.string(), OpenFor::reading);
  const CallTable calls(database);
  return end ? calls.due_before(*end, filter) : calls.list(filter);
}

}  // namespace

int call_log_command(const Desk& desk, const CallLogArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto accounts = read_accounts(settings->accounts).accounts;
  const auto account = look_up(accounts, arguments.account);
  if (!account) {
    desk.err << account.error().message << '\n';
    return exit_usage;
  }
  auto call = call_from(arguments, **account, *settings, desk.now);
  if (!call) {
    desk.err << call.error().message << '\n';
    return exit_usage;
  }
  Database database(settings->store.string());
  {
    auto transaction = database.begin();
    call->id = CallTable(database).add(*call);
    StoryTable(database).owe_score(call->account);
    transaction.commit();
  }
  tell(desk, *call, **account);
  return hand_over(desk, *settings, database);
}

int call_list_command(const Desk& desk, const CallListArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto calls = calls_for(arguments, *settings, desk.now);
  if (!calls) {
    desk.err << calls.error().message << '\n';
    return exit_usage;
  }
  if (arguments.format == "jsonl")
    for (const Call& call : *calls) desk.out << as_json_line(call) << '\n';
  else if (calls->empty())
    desk.err << (arguments.due.empty() ? "No call is logged.\n" : "No callback is due.\n");
  else
    print_table(*calls, desk);
  return exit_done;
}

}  // namespace tipoff
