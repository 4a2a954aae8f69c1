// The command line of `tipoff alert`, `tipoff mute` and `tipoff call`: what each command takes, and
// what its --help teaches.
#include "cli/alert_command.h"
#include "cli/alert_trial_command.h"
#include "cli/call_command.h"
#include "cli/choice.h"
#include "cli/mute_command.h"

namespace tipoff {
namespace {

void add_format(CLI::App* command, std::string& format) {
  command->add_option("--format", format, "table or jsonl")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "jsonl"}));
}

void add_alert_list(CLI::App& group, Choice& choice) {
  auto [list, arguments] = add<AlertListArguments>(
      group, choice, "list",
      "What is held, owed, delivered, dead or dropped: to whom, why, the next try, the last answer",
      "tipoff alert list --state dead", alert_list_command);
  list->add_option("--state", arguments->state, "held, owed, delivered, dead or dropped")
      ->check(CLI::IsMember({"held", "owed", "delivered", "dead", "dropped"}));
  list->add_option("--channel", arguments->channel, "Only of this alert");
  list->add_option("--since", arguments->since, "Only what was made since then: 7d, 2026-03-02");
  add_format(list, arguments->format);
}

void add_alert_fate(CLI::App& group, Choice& choice) {
  const char* const which = "Its number in `tipoff alert list`: 45, or n12 for what is held";
  auto [retry, retry_arguments] =
      add<AlertRetryArguments>(group, choice, "retry", "Tries a dead or owed message again, now",
                               "tipoff alert retry --dead --channel crm", alert_retry_command);
  auto* id = retry->add_option("id", retry_arguments->id, "Its number in `tipoff alert list`");
  auto* dead = retry->add_flag("--dead", retry_arguments->dead, "Every dead message")->excludes(id);
  retry->add_option("--channel", retry_arguments->channel, "Of them, those of this alert")
      ->needs(dead);
  auto [drop, drop_arguments] = add<AlertDropArguments>(
      group, choice, "drop", "Sends neither now nor later what is held or owed",
      "tipoff alert drop n12", alert_drop_command);
  drop->add_option("id", drop_arguments->id, which)->required();
}

void add_alert_trial(CLI::App& group, Choice& choice) {
  auto [test, test_arguments] = add<AlertTestArguments>(
      group, choice, "test",
      "Sends a test message through the real channel, now, and shows the answer. Exit code 4 if it "
      "is refused",
      "tipoff alert test team", alert_test_command);
  test->add_option("name", test_arguments->name, "The alert's name")->required();
  auto [preview, preview_arguments] = add<AlertPreviewArguments>(
      group, choice, "preview",
      "The message for the latest event, as the alert would send it; sends nothing",
      "tipoff alert preview team --account siemens", alert_preview_command);
  preview->add_option("name", preview_arguments->name, "The alert's name (default: every alert)");
  preview->add_option("--account", preview_arguments->account,
                      "The latest event of this account (id or name)");
  preview->add_flag("--raw", preview_arguments->raw,
                    "The message alone: JSON, or the whole mail with its headers");
  auto [route, route_arguments] = add<AlertRouteArguments>(
      group, choice, "route", "Who would be told of an event, when, and why",
      "tipoff alert route --event merger --account siemens --at \"2026-03-05 23:00\"",
      alert_route_command);
  route->add_option("--event", route_arguments->event, "Its type: merger, layoffs, ..")->required();
  route->add_option("--account", route_arguments->account, "Id or name")->required();
  route
      ->add_option("--certainty", route_arguments->certainty,
                   "rumoured, announced, completed or denied")
      ->capture_default_str();
  route->add_option("--at", route_arguments->at,
                    "When it would happen: \"2026-03-05 22:30\" (default: now)");
}

void add_mute_making(CLI::App& app, CLI::App*& group, Choice& choice) {
  group = app.add_subcommand("mute",
                             "An account, or a type of event, of which nobody is told for a time");
  group->require_subcommand(0, 1);
  group->footer("Example: tipoff mute siemens --for 14d --note \"meeting is fixed\"");
  auto arguments = std::make_shared<MuteArguments>();
  group->add_option("account", arguments->account, "Id or name");
  group->add_option("--event", arguments->event,
                    "This type only; without an account: of every account");
  group->add_option("--for", arguments->for_time, "How long: 14d, 12h");
  group->add_option("--seller", arguments->seller, "For this seller only (default: everyone)");
  group->add_option("--note", arguments->note, "Why, for those who ask later");
  group->callback([&choice, group, arguments] {
    if (!group->get_subcommands().empty()) return;
    choice.run = [arguments](const Desk& desk) { return mute_command(desk, *arguments); };
  });
}

void add_calls(CLI::App& app, Choice& choice) {
  auto* group = app.add_subcommand("call", "The calls that were made, and those to be made");
  group->require_subcommand(1);
  group->footer("Example: tipoff call log siemens --outcome callback --due 2026-03-05");
  auto [log, log_arguments] = add<CallLogArguments>(
      *group, choice, "log", "What came of a call; ends the reminders of the account",
      "tipoff call log siemens --outcome callback --contact \"Anna Weber\" --due \"2026-03-05 "
      "14:30\"",
      call_log_command);
  log->add_option("account", log_arguments->account, "Id or name")->required();
  log->add_option(
         "--outcome", log_arguments->outcome,
         "no_answer, callback, wrong_person, not_interested, meeting, proposal, won or lost")
      ->required();
  log->add_option("--contact", log_arguments->contact, "Whom you spoke to");
  log->add_option("--due", log_arguments->due,
                  "When to call again: today, tomorrow, 2026-03-05, \"2026-03-05 14:30\" (local "
                  "time; a date alone: that day)");
  log->add_option("--note", log_arguments->note, "What to remember");
  log->add_option("--at", log_arguments->at,
                  "When the call was, as for --due, or how long ago: 2h (default: now)");
  log->add_option("--seller", log_arguments->seller,
                  "Who called (default: the only seller, or the account's owner)");
  auto [list, list_arguments] =
      add<CallListArguments>(*group, choice, "list", "The calls logged, or what is due",
                             "tipoff call list --due today", call_list_command);
  list->add_option("--due", list_arguments->due,
                   "Only what is to be called back by the end of that day, longest due first: "
                   "today, 2026-03-05");
  list->add_option("--account", list_arguments->account, "Only of this account (id or name)");
  list->add_option("--seller", list_arguments->seller, "Only of this seller");
  add_format(list, list_arguments->format);
}

}  // namespace

void add_alert_commands(CLI::App& app, Choice& choice) {
  auto* group = app.add_subcommand("alert", "Who is told of what, when, and what became of it");
  group->require_subcommand(1);
  group->footer("Example: tipoff alert list --state dead");
  for (const auto add_command : {add_alert_list, add_alert_fate, add_alert_trial})
    add_command(*group, choice);
}

void add_mute_commands(CLI::App& app, Choice& choice) {
  CLI::App* group = nullptr;
  add_mute_making(app, group, choice);
  auto [list, list_arguments] = add<MuteListArguments>(*group, choice, "list", "The mutes in force",
                                                       "tipoff mute list", mute_list_command);
  add_format(list, list_arguments->format);
  auto [lift, lift_arguments] =
      add<MuteLiftArguments>(*group, choice, "lift", "Ends a mute before its time",
                             "tipoff mute lift 3", mute_lift_command);
  lift->add_option("mute", lift_arguments->mute, "Its number in `tipoff mute list`")->required();
}

void add_call_commands(CLI::App& app, Choice& choice) {
  add_calls(app, choice);
}

}  // namespace tipoff
