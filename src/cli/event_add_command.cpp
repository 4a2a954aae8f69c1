// Checks what was typed, records it, makes it known.
#include "cli/event_add_command.h"

#include <algorithm>
#include <ostream>

#include "cli/account_lookup.h"
#include "cli/exit_code.h"
#include "cli/hand_over.h"
#include "cli/known_event.h"
#include "cli/score_note.h"
#include "config/account_file.h"
#include "pipeline/feedback.h"
#include "store/story_table.h"
#include "text/format.h"

namespace tipoff {
namespace {

bool counts_for_nobody(const std::string& event, const Settings& settings) {
  return std::ranges::none_of(settings.profiles, [&](const Profile& profile) {
    const auto weight = weight_of(profile, event);
    return weight && weight->weight > 0;
  });
}

}  // namespace

int event_add_command(const Desk& desk, const EventAddArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto accounts = read_accounts(settings->accounts).accounts;
  const auto account = look_up(accounts, arguments.account);
  const auto event = known_event(arguments.event, *settings);
  const std::string text = one_line(arguments.text);
  if (!account || !event || text.empty()) {
    desk.err << (!account ? account.error().message
                 : !event ? event.error().message
                          : "the text is empty: say in a sentence what happened")
             << '\n';
    return exit_usage;
  }
  Database database(settings->store.string());
  const ScoreNote score(*account, settings->profiles, database, desk.now);
  Hearsay hearsay{.account = (*account)->id,
                  .names = (*account)->aliases,
                  .event = *event,
                  .text = text,
                  .url = one_line(arguments.url)};
  hearsay.names.push_back((*account)->name);
  const auto id = add_hearsay(database, hearsay,
                              {.by = user_name(), .at = desk.now, .reason = "told by the seller"});
  const auto story = StoryTable(database).find(id);
  const auto note = score.since_then();
  desk.out << fmt::format("Event {} of {}: {} ({}){}\n", id, (*account)->name, *event,
                          story ? name_of(story->certainty) : name_of(Certainty::announced),
                          note.empty() ? "" : "; " + note);
  if (story && story->sources > 1)
    desk.out << fmt::format("It is known already: {}\n", story->title);
  if (counts_for_nobody(*event, *settings))
    desk.out << fmt::format("No profile counts the type '{}': see [triggers]\n", *event);
  return hand_over(desk, *settings, database);
}

}  // namespace tipoff
