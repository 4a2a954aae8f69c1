// Lists alerts, and does to them what people ask.
#include "cli/alert_command.h"

#include <algorithm>
#include <ostream>

#include "cli/channel_choice.h"
#include "cli/exit_code.h"
#include "cli/hand_over.h"
#include "emit/text_table.h"
#include "store/alert_table.h"
#include "store/outbox_table.h"
#include "text/date.h"
#include "text/format.h"
#include "text/json.h"

namespace tipoff {
namespace {

std::string what_of(const AlertRow& row) {
  if (!row.subject.empty()) return row.subject;
  return fmt::format("{}: {} ({})", row.account, row.event, row.certainty);
}

/// Of a message why it is made, and what was answered; of a notice why it waits or is not told.
std::string why_of(const AlertRow& row) {
  std::string why = row.why.empty() ? row.reason : row.why;
  if (row.news > 1) why = fmt::format("{} events", row.news);
  if (row.answer.empty()) return why;
  return why.empty() ? row.answer : why + "; " + row.answer;
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string as_json_line(const AlertRow& row) {
  Json line;
  line["id"] = row.id;
  line["state"] = row.state;
  line["channel"] = row.channel;
  line["recipient"] = shown_recipient(row.recipient);
  line["account"] = or_null(row.account);
  line["event"] = or_null(row.event);
  line["certainty"] = or_null(row.certainty);
  line["subject"] = or_null(row.subject);
  line["cause"] = row.cause;
  line["reason"] = or_null(row.reason);
  line["why"] = or_null(row.why);
  line["news"] = row.news;
  line["made_at"] = format_utc(row.made_at);
  line["next"] = row.next ? Json(format_utc(*row.next)) : Json(nullptr);
  line["attempts"] = row.attempts;
  line["answer"] = or_null(row.answer);
  return dump(line);
}

void print_table(const std::vector<AlertRow>& rows, const Desk& desk) {
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::right, 0},
                   {"STATE", Align::left, 0},
                   {"WHEN", Align::left, 0},
                   {"TO", Align::left, 2},
                   {"WHAT", Align::left, 3},
                   {"WHY", Align::left, 3}});
  for (const AlertRow& row : rows) {
    const std::string to = row.recipient == row.channel
                               ? row.channel
                               : row.channel + ": " + shown_recipient(row.recipient);
    table.add({row.id, row.state, format_local(row.next.value_or(row.made_at)), to, what_of(row),
               why_of(row)});
  }
  desk.out << table.to_text(desk.width);
}

/// Whether the id can be retried or dropped is told by what became of it.
int refuse(const Desk& desk, const std::optional<AlertRow>& row, const std::string& id,
           const char* what) {
  if (!row) {
    desk.err << fmt::format("no alert has the number {}: `tipoff alert list` shows them\n", id);
    return exit_usage;
  }
  desk.err << fmt::format("alert {} is {}: {}\n", id, row->state, what);
  return exit_no;
}

/// A receiver that wanted no more is asked again, because somebody says so.
bool retry(Database& database, const AlertRow& row, Time now) {
  if (!AlertTable(database).retry(row.id, now)) return false;
  OutboxTable(database).switch_on(row.channel, row.recipient);
  return true;
}

int retry_dead(const Desk& desk, const Settings& settings, Database& database,
               const std::string& channel) {
  std::size_t owed = 0;
  for (std::vector<AlertRow> dead;;) {
    auto transaction = database.begin();
    dead = AlertTable(database).untaken(channel);
    for (const AlertRow& row : dead) owed += retry(database, row, desk.now) ? 1U : 0U;
    transaction.commit();
    if (dead.empty()) break;
  }
  desk.out << fmt::format("{} message{} owed again\n", owed, owed == 1 ? " is" : "s are");
  return owed == 0 ? exit_done : hand_over(desk, settings, database);
}

/// A name that no alert has is told before anything else.
std::string no_rows(const Settings& settings, const std::string& channel) {
  if (!channel.empty())
    if (const auto named = channel_named(settings, channel); !named)
      return named.error().message + "\n";
  return "No alert is like that.\n";
}

}  // namespace

int alert_list_command(const Desk& desk, const AlertListArguments& arguments) {
  AlertFilter filter;
  filter.state = arguments.state;
  filter.channel = arguments.channel;
  if (!arguments.since.empty()) {
    filter.since = moment_named(arguments.since, desk.now);
    if (!filter.since) {
      desk.err << fmt::format("'{}' is no moment: write 7d, 2026-03-02, or 2026-03-02T08:00:00Z\n",
                              arguments.since);
      return exit_usage;
    }
  }
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  Database database(settings->store.string(), OpenFor::reading);
  const auto rows = AlertTable(database).list(filter);
  if (arguments.format == "jsonl")
    for (const AlertRow& row : rows) desk.out << as_json_line(row) << '\n';
  else if (rows.empty())
    desk.err << no_rows(*settings, arguments.channel);
  else
    print_table(rows, desk);
  if (rows.size() == filter.most)
    desk.err << fmt::format("The newest {}; --state, --channel and --since narrow them down\n",
                            filter.most);
  return exit_done;
}

int alert_retry_command(const Desk& desk, const AlertRetryArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  if (arguments.dead != arguments.id.empty()) {
    desk.err << "say which: a number of `tipoff alert list`, or --dead for all that is dead\n";
    return exit_usage;
  }
  (void)Database(settings->store.string(), OpenFor::reading);  // says so where there is none
  Database database(settings->store.string());
  if (arguments.dead) return retry_dead(desk, *settings, database, arguments.channel);
  const auto row = AlertTable(database).find(arguments.id);
  if (!row || !retry(database, *row, desk.now))
    return refuse(desk, row, arguments.id, "only messages that are owed or dead are tried again");
  desk.out << fmt::format("Alert {} to {} is tried again\n", row->id, row->channel);
  return hand_over(desk, *settings, database);
}

int alert_drop_command(const Desk& desk, const AlertDropArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  (void)Database(settings->store.string(), OpenFor::reading);  // says so where there is none
  Database database(settings->store.string());
  const auto row = AlertTable(database).find(arguments.id);
  if (!AlertTable(database).drop(arguments.id, "dropped by " + user_name()))
    return refuse(desk, row, arguments.id, "only what is held or owed can be dropped");
  desk.out << fmt::format("Alert {} to {} is not sent: {}\n", row->id, row->channel, what_of(*row));
  return hand_over(desk, *settings, database);
}

}  // namespace tipoff
