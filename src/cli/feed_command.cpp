#include "cli/feed_command.h"

#include <iostream>
#include <ostream>

#include "cli/exit_code.h"
#include "emit/text_table.h"
#include "pipeline/assembly.h"
#include "pipeline/feed_documents.h"
#include "store/feed_table.h"
#include "text/date.h"
#include "text/format.h"
#include "text/json.h"

namespace tipoff {
namespace {

std::string health(const FeedState& state) {
  if (state.parked) return "gone: not asked any more";
  if (!state.last_attempt) return "not asked yet";
  if (state.failures_in_a_row > 0)
    return fmt::format("failed {} time{} in a row: {}", state.failures_in_a_row,
                       state.failures_in_a_row == 1 ? "" : "s", state.failure);
  return "well";
}

std::string moment(std::optional<Time> time) {
  return time ? format_local(*time) : "never";
}

Json moment_json(std::optional<Time> time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

std::string as_json_line(const Feed& feed, const FeedState& state) {
  Json object;
  object["url"] = feed.url;
  object["title"] = feed.title;
  object["searched_account"] =
      feed.searched_account.empty() ? Json(nullptr) : Json(feed.searched_account);
  object["last_success"] = moment_json(state.last_success);
  object["next_due"] = moment_json(state.next_due);
  object["failures_in_a_row"] = state.failures_in_a_row;
  object["failure"] = state.failure.empty() ? Json(nullptr) : Json(state.failure);
  object["parked"] = state.parked;
  return dump(object);
}

}  // namespace

int feed_list_command(const Desk& desk, const FeedListArguments& arguments) {
  const auto reading = assemble(find_config_file(desk.config));
  if (!reading.assembly) {
    print(reading.complaints, desk.err);
    return exit_wrong_input;
  }
  std::map<std::string, FeedState> states;
  if (std::filesystem::exists(reading.assembly->settings.store)) {
    Database database(reading.assembly->settings.store.string(), OpenFor::reading);
    states = FeedTable(database).all();
  }
  using Align = TextColumn::Align;
  TextTable table({{"FEED", Align::left, 1},
                   {"LAST SUCCESS", Align::left, 0},
                   {"NEXT TRY", Align::left, 0},
                   {"HEALTH", Align::left, 1}});
  for (const Feed& feed : reading.assembly->feeds) {
    const FeedState& state = states[feed.url];
    if (arguments.failing && state.failures_in_a_row == 0 && !state.parked) continue;
    if (arguments.format == "jsonl")
      desk.out << as_json_line(feed, state) << '\n';
    else
      table.add({feed.title.empty() ? feed.url : feed.title, moment(state.last_success),
                 state.parked         ? "never"
                 : state.last_attempt ? format_local(state.next_due)
                                      : "at once",
                 health(state)});
  }
  if (arguments.format != "jsonl") desk.out << table.to_text(desk.width);
  return exit_done;
}

int feed_parse_command(const Desk& desk, const FeedParseArguments& arguments) {
  const FeedSource source{.base_url = arguments.base_url, .content_type = arguments.content_type};
  return print_feed_documents(arguments.files, source, desk.out) ? exit_done : exit_no;
}

}  // namespace tipoff
