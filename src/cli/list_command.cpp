#include "cli/list_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "emit/render.h"
#include "pipeline/list_files.h"
#include "store/list_table.h"
#include "text/format.h"

namespace tipoff {
namespace {

constexpr std::size_t table_top = 20;

void keep_owner(CallList& list, const std::string& owner) {
  const auto not_theirs = [&](const CallListEntry& entry) { return entry.owner != owner; };
  std::erase_if(list.entries, not_theirs);
  std::erase_if(list.disqualified, not_theirs);
}

std::string seller_of(const ListArguments& arguments, const Settings& settings) {
  return arguments.seller.empty() ? settings.profiles.front().seller : arguments.seller;
}

/// The version asked for; before the first one: version 0, no entries.
CallList stored_version(const ListArguments& arguments, const Settings& settings,
                        std::optional<Time> at) {
  const std::string seller = seller_of(arguments, settings);
  Database database(settings.store.string(), OpenFor::reading);
  const ListTable lists(database);
  if (const auto stored = at ? lists.at(seller, *at) : lists.latest(seller))
    return read_stored_list(*stored);
  CallList none;
  none.seller = seller;
  return none;
}

bool knows_seller(const Settings& settings, const std::string& seller) {
  return std::any_of(settings.profiles.begin(), settings.profiles.end(),
                     [&](const Profile& profile) { return profile.seller == seller; });
}

}  // namespace

int list_command(const Desk& desk, const ListArguments& arguments) {
  const auto format = list_format_named(arguments.format);
  if (!format) {
    desk.err << fmt::format("no format is named '{}': table, csv, json, markdown, html\n",
                            arguments.format);
    return exit_usage;
  }
  std::optional<Time> at;
  if (!arguments.at.empty()) {
    at = moment_named(arguments.at, desk.now);
    if (!at) {
      desk.err << fmt::format(
          "'{}' is no moment: write 2026-03-02, 2026-03-02T08:00:00Z, or how long ago, such as "
          "7d\n",
          arguments.at);
      return exit_usage;
    }
  }
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  if (!knows_seller(*settings, seller_of(arguments, *settings))) {
    desk.err << fmt::format("no seller is named '{}' in {}\n", arguments.seller,
                            settings->file.string());
    return exit_usage;
  }
  CallList list = stored_version(arguments, *settings, at);
  if (!arguments.owner.empty()) keep_owner(list, arguments.owner);
  const bool is_table = *format == ListFormat::table;
  desk.out << render(list, *format,
                     {.top = arguments.top.value_or(is_table ? table_top : settings->list_top),
                      .with_disqualified = arguments.all,
                      .width = desk.width});
  return exit_done;
}

}  // namespace tipoff
