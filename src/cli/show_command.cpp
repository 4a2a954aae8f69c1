#include "cli/show_command.h"

#include <algorithm>
#include <ostream>

#include "cli/account_lookup.h"
#include "cli/exit_code.h"
#include "config/account_file.h"
#include "emit/json.h"
#include "pipeline/list_files.h"
#include "rank/rank.h"
#include "store/list_table.h"
#include "store/page_table.h"
#include "store/story_table.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

const Profile* find_profile(const Settings& settings, const std::string& seller) {
  if (seller.empty()) return &settings.profiles.front();
  const auto found = std::find_if(settings.profiles.begin(), settings.profiles.end(),
                                  [&](const Profile& profile) { return profile.seller == seller; });
  return found == settings.profiles.end() ? nullptr : &*found;
}

const CallListEntry* find_entry(const CallList& list, const std::string& id) {
  for (const auto* entries : {&list.entries, &list.disqualified})
    for (const CallListEntry& entry : *entries)
      if (entry.id == id) return &entry;
  return nullptr;
}

/// As the store has it now: scored from the stories, placed as on the last version of the list.
CallListEntry entry_now(const Account& account, const Profile& profile, const CallList& last,
                        Database& database, Time now) {
  std::vector<Candidate> alone;
  alone.push_back(
      {.account = &account,
       .score = score(account, StoryTable(database).of_account(account.id), profile, now),
       .last_call = std::nullopt});
  const CallList single = rank(std::move(alone), profile, 0, last);
  CallListEntry entry =
      single.entries.empty() ? single.disqualified.front() : single.entries.front();
  const auto* listed = find_entry(last, account.id);
  entry.rank = listed == nullptr ? 0 : listed->rank;
  return entry;
}

void print_event(const Story& event, const PageTable& pages, std::ostream& out) {
  out << fmt::format("  {}{}, {}, {} ({} source{})\n", event.event,
                     event.role ? fmt::format(" as {}", name_of(*event.role)) : "",
                     name_of(event.certainty), format_local(event.happened_at), event.sources,
                     event.sources == 1 ? "" : "s");
  out << fmt::format("    {}\n", event.title);
  if (event.evidence != event.title) out << fmt::format("    “{}”\n", event.evidence);
  if (const auto note = pages.note_of_story(event.id); !note.empty())
    out << fmt::format("    {}\n", note);
  out << fmt::format("    {}\n    event {}, rule {}\n", event.url, event.id, event.rule);
}

void print_contacts(const Account& account, std::ostream& out) {
  for (const Contact& contact : account.contacts) {
    if (contact == Contact{}) continue;
    std::string line;
    for (const std::string* part : {&contact.name, &contact.title, &contact.phone, &contact.email})
      if (!part->empty()) line += (line.empty() ? "" : ", ") + *part;
    out << fmt::format("  {}\n", line);
  }
}

void print_text(const CallListEntry& entry, const Account& account, const PageTable& pages,
                std::ostream& out) {
  out << fmt::format("{} ({})\n", entry.name, entry.id);
  if (entry.score.disqualified) {
    out << fmt::format("Off the list for its {}: {}\n",
                       name_of(entry.score.disqualified->criterion),
                       entry.score.disqualified->because);
    return;
  }
  out << fmt::format("Score {} of {}{}\n", entry.score.score, entry.score.max_score,
                     entry.rank > 0 ? fmt::format(", rank {}", entry.rank) : "");
  for (const ScorePart& part : entry.score.parts)
    out << fmt::format("  {} of {}  {:<20} {}\n", part.points, part.of, name_of(part.criterion),
                       part.because);
  if (!entry.why_now.empty()) out << fmt::format("Why now: {}\n", entry.why_now);
  if (!entry.score.events.empty()) out << "Events\n";
  for (const Story& event : entry.score.events) print_event(event, pages, out);
  if (!account.contacts.empty()) out << "Whom to call\n";
  print_contacts(account, out);
}

struct Asked {
  const Account* account = nullptr;
  const Profile* profile = nullptr;
  std::optional<Time> at;
};

std::optional<CallListEntry> entry_asked_for(const Asked& asked, Database& database, Time now) {
  const ListTable lists(database);
  const auto stored =
      asked.at ? lists.at(asked.profile->seller, *asked.at) : lists.latest(asked.profile->seller);
  const CallList list = stored ? read_stored_list(*stored) : CallList{};
  if (!asked.at) return entry_now(*asked.account, *asked.profile, list, database, now);
  const auto* entry = find_entry(list, asked.account->id);
  return entry == nullptr ? std::nullopt : std::optional(*entry);
}

}  // namespace

int show_command(const Desk& desk, const ShowArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto accounts = read_accounts(settings->accounts).accounts;
  const auto account = look_up(accounts, arguments.account);
  Asked asked{.account = account.value_or(nullptr),
              .profile = find_profile(*settings, arguments.seller),
              .at = std::nullopt};
  if (!arguments.at.empty()) asked.at = moment_named(arguments.at, desk.now);
  if (!account || asked.profile == nullptr || (!arguments.at.empty() && !asked.at)) {
    desk.err << (!account ? account.error().message
                 : asked.profile == nullptr
                     ? fmt::format("no seller is named '{}'", arguments.seller)
                     : fmt::format("'{}' is no moment", arguments.at))
             << '\n';
    return exit_usage;
  }
  Database database(settings->store.string(), OpenFor::reading);
  const auto entry = entry_asked_for(asked, database, desk.now);
  if (!entry) {
    desk.err << fmt::format("{} was not on the list at {}\n", asked.account->id,
                            format_local(*asked.at));
    return exit_no;
  }
  if (arguments.format == "json")
    desk.out << dump(to_json(*entry)) << '\n';
  else
    print_text(*entry, *asked.account, PageTable(database), desk.out);
  return exit_done;
}

}  // namespace tipoff
