// Records the judgement, makes it known, and tells what it changed.
#include "cli/judge_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/hand_over.h"
#include "cli/score_note.h"
#include "config/account_file.h"
#include "pipeline/feedback.h"
#include "store/story_table.h"
#include "text/format.h"

namespace tipoff {
namespace {

enum class Act { confirm, wrong, undo };

Result<Judged> carry_out(Act act, const JudgeArguments& arguments, const Remark& remark,
                         Database& database, const Settings& settings) {
  if (act == Act::confirm) return confirm(database, arguments.event, remark, settings.max_age);
  if (act == Act::wrong) return mark_wrong(database, arguments.event, remark);
  return undo(database, arguments.event, remark);
}

const Account* find_account(const std::vector<Account>& accounts, const std::string& id) {
  const auto found = std::ranges::find(accounts, id, &Account::id);
  return found == accounts.end() ? nullptr : &*found;
}

std::string count(std::size_t events) {
  return fmt::format("{} event{}", events, events == 1 ? "" : "s");
}

std::string verb_for(std::size_t events, Standing standing) {
  if (standing == Standing::counted) return events == 1 ? "counts now" : "count now";
  if (standing == Standing::review)
    return events == 1 ? "waits for review again" : "wait for review again";
  return events == 1 ? "no longer counts" : "no longer count";
}

/// "2 events of Halden Pumps Ltd no longer count".
std::string changes(const Judged& judged, const std::string& name) {
  std::string text;
  for (const Standing standing : {Standing::counted, Standing::review, Standing::wrong}) {
    const auto events =
        static_cast<std::size_t>(std::ranges::count(judged.after, standing, &Story::standing));
    if (events == 0) continue;
    text +=
        text.empty() ? fmt::format("{} of {} ", count(events), name) : fmt::format(", {} ", events);
    text += verb_for(events, standing);
  }
  return text;
}

std::string unchanged(Act act, std::int64_t event) {
  if (act == Act::confirm)
    return fmt::format("event {} counts already; noted that it is right", event);
  if (act == Act::wrong) return fmt::format("event {} was wrong already; noted", event);
  return fmt::format("the last judgement of event {} is taken back; what counts stays as it was",
                     event);
}

void tell(const Desk& desk, const Judged& judged, const std::string& name,
          const std::string& score) {
  desk.out << changes(judged, name) << (score.empty() ? "" : "; " + score) << '\n';
  for (const Story& story : judged.after)
    desk.out << fmt::format("  {}  {} ({})  {}\n", story.id, story.event, name_of(story.certainty),
                            story.title);
}

int judge(Act act, const Desk& desk, const JudgeArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  (void)Database(settings->store.string(), OpenFor::reading);  // says so where there is none
  Database database(settings->store.string());
  const auto asked = StoryTable(database).find(arguments.event);
  const auto accounts = read_accounts(settings->accounts).accounts;
  const Account* account = asked ? find_account(accounts, asked->account) : nullptr;
  const ScoreNote score(account, settings->profiles, database, desk.now);

  const auto judged =
      carry_out(act, arguments, {.by = user_name(), .at = desk.now, .reason = arguments.reason},
                database, *settings);
  if (!judged) {
    desk.err << judged.error().message << '\n';
    return asked ? exit_no : exit_usage;
  }
  if (judged->after.empty())
    desk.out << unchanged(act, arguments.event) << '\n';
  else
    tell(desk, *judged, account == nullptr ? judged->judgement.account : account->name,
         score.since_then());
  if (act == Act::wrong)
    desk.out << fmt::format("Take it back with: tipoff event undo {}\n", arguments.event);
  return judged->after.empty() ? exit_done : hand_over(desk, *settings, database);
}

}  // namespace

int event_confirm_command(const Desk& desk, const JudgeArguments& arguments) {
  return judge(Act::confirm, desk, arguments);
}
int event_wrong_command(const Desk& desk, const JudgeArguments& arguments) {
  return judge(Act::wrong, desk, arguments);
}
int event_undo_command(const Desk& desk, const JudgeArguments& arguments) {
  return judge(Act::undo, desk, arguments);
}

}  // namespace tipoff
