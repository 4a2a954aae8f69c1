#include "cli/event_command.h"

#include <ostream>

#include "cli/account_lookup.h"
#include "cli/exit_code.h"
#include "config/account_file.h"
#include "emit/json.h"
#include "emit/text_table.h"
#include "store/story_table.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string as_json_line(const Story& story) {
  Json object = to_json(story);
  object["account"] = story.account;
  object["review"] = story.standing == Standing::review;
  return dump(object);
}

void print_table(const std::vector<Story>& stories, const Desk& desk) {
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::right, 0}, {"WHEN", Align::left, 0}, {"ACCOUNT", Align::left, 0}, {"EVENT", Align::left, 0},
                   {"SOURCES", Align::right, 0}, {"HEADLINE", Align::left, 1}});
  for (const Story& story : stories)
    table.add({std::to_string(story.id), format_local(story.happened_at), story.account,
               fmt::format("{} ({})", story.event, name_of(story.certainty)), std::to_string(story.sources), story.title});
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
      desk.err << fmt::format("'{}' is no moment: write 7d, 2026-03-02, or 2026-03-02T08:00:00Z\n", arguments.since);
      return exit_usage;
    }
  }
  filter.standing = arguments.review ? Standing::review : Standing::counted;
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  if (!arguments.account.empty()) {
    const auto accounts = read_accounts(settings->accounts).accounts;
    const auto account = look_up(accounts, arguments.account);
    if (!account) {
      desk.err << account.error().message << '\n';
      return exit_usage;
    }
    filter.account = (*account)->id;
  }
  Database database(settings->store.string(), OpenFor::reading);
  const auto stories = StoryTable(database).list(filter);
  if (arguments.format == "jsonl")
    for (const Story& story : stories) desk.out << as_json_line(story) << '\n';
  else if (stories.empty())
    desk.out << (arguments.review ? "Nothing waits for review.\n" : "No events yet.\n");
  else
    print_table(stories, desk);
  return exit_done;
}

}  // namespace tipoff
