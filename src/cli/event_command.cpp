#include "cli/event_command.h"

#include <map>
#include <ostream>

#include "cli/account_lookup.h"
#include "cli/exit_code.h"
#include "config/account_file.h"
#include "emit/json.h"
#include "emit/text_table.h"
#include "match/matcher.h"
#include "store/judgement_table.h"
#include "store/story_table.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

/// What a reader should know of each event, by id: what would make it count, or why it is wrong.
using Notes = std::map<std::int64_t, std::string>;

std::string as_json_line(const Story& story, const Notes& notes) {
  Json object = to_json(story);
  object["account"] = story.account;
  object["review"] = story.standing == Standing::review;
  object["wrong"] = story.standing == Standing::wrong;
  if (const auto note = notes.find(story.id); note != notes.end()) object["note"] = note->second;
  return dump(object);
}

/// Advice for the names that cannot be told from a word or from another account.
Notes what_would_help(const std::vector<Story>& stories, const std::vector<Account>& accounts) {
  std::map<std::string, std::string> advice;
  for (const RiskyName& risky : Matcher(accounts).risky_names())
    advice.emplace(accounts[risky.account].id, risky.advice);
  Notes notes;
  for (const Story& story : stories) {
    const auto found = advice.find(story.account);
    notes[story.id] = found != advice.end()
                          ? found->second
                          : "The article names it by a word that means other things too: its full "
                            "name, its ticker, or one of "
                            "its context words in the same article would settle it.";
  }
  return notes;
}

Notes why_wrong(const std::vector<Story>& stories, Database& database) {
  const JudgementTable judgements(database);
  Notes notes;
  for (const Story& story : stories) {
    const auto judgement = judgements.standing_on(story.id);
    if (!judgement) continue;
    notes[story.id] =
        fmt::format("{}{} on {}{}",
                    judgement->story == story.id
                        ? "Judged wrong by "
                        : fmt::format("Like event {}, judged wrong by ", judgement->story),
                    judgement->made_by, format_local(judgement->made_at),
                    judgement->reason.empty() ? "" : ": " + judgement->reason);
  }
  return notes;
}

/// Below the table: each note once, with the events that it is about.
void print_notes(const Notes& notes, std::ostream& out) {
  std::map<std::string, std::string> events_of;
  for (const auto& [id, note] : notes) {
    std::string& events = events_of[note];
    events += (events.empty() ? "" : ", ") + std::to_string(id);
  }
  for (const auto& [note, events] : events_of) out << fmt::format("{}: {}\n", events, note);
}

void print_table(const std::vector<Story>& stories, const Desk& desk) {
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::right, 0},
                   {"WHEN", Align::left, 0},
                   {"ACCOUNT", Align::left, 0},
                   {"EVENT", Align::left, 0},
                   {"SOURCES", Align::right, 0},
                   {"HEADLINE", Align::left, 1}});
  for (const Story& story : stories)
    table.add({std::to_string(story.id), format_local(story.happened_at), story.account,
               fmt::format("{} ({})", story.event, name_of(story.certainty)),
               std::to_string(story.sources), story.title});
  desk.out << table.to_text(desk.width);
}

}  // namespace

int event_list_command(const Desk& desk, const EventListArguments& arguments) {
  if (arguments.format != "table" && arguments.format != "jsonl") {
    desk.err << fmt::format("no format is named '{}': table, jsonl\n", arguments.format);
    return exit_usage;
  }
  StoryFilter filter;
  if (!arguments.event.empty()) filter.event = arguments.event;
  if (!arguments.since.empty()) {
    filter.since = moment_named(arguments.since, desk.now);
    if (!filter.since) {
      desk.err << fmt::format("'{}' is no moment: write 7d, 2026-03-02, or 2026-03-02T08:00:00Z\n",
                              arguments.since);
      return exit_usage;
    }
  }
  filter.standing = arguments.review  ? Standing::review
                    : arguments.wrong ? Standing::wrong
                                      : Standing::counted;
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  std::vector<Account> accounts;
  if (!arguments.account.empty() || arguments.review)
    accounts = read_accounts(settings->accounts).accounts;
  if (!arguments.account.empty()) {
    const auto account = look_up(accounts, arguments.account);
    if (!account) {
      desk.err << account.error().message << '\n';
      return exit_usage;
    }
    filter.account = (*account)->id;
  }
  Database database(settings->store.string(), OpenFor::reading);
  const auto stories = StoryTable(database).list(filter);
  const Notes notes = stories.empty()    ? Notes{}
                      : arguments.review ? what_would_help(stories, accounts)
                      : arguments.wrong  ? why_wrong(stories, database)
                                         : Notes{};
  if (arguments.format == "jsonl")
    for (const Story& story : stories) desk.out << as_json_line(story, notes) << '\n';
  else if (stories.empty())
    desk.out << (arguments.review  ? "Nothing waits for review.\n"
                 : arguments.wrong ? "Nothing was judged wrong.\n"
                                   : "No events yet.\n");
  else
    print_table(stories, desk);
  if (arguments.format == "table") print_notes(notes, desk.out);
  if (arguments.format == "table" && arguments.review && !stories.empty())
    desk.out << "An event counts after `tipoff event confirm ID`; `tipoff event wrong ID` takes it "
                "and its like out.\n";
  return exit_done;
}

}  // namespace tipoff
