#include "cli/command_line.h"

#include <iostream>

#include "cli/account_command.h"
#include "cli/check_command.h"
#include "cli/choice.h"
#include "cli/event_add_command.h"
#include "cli/event_command.h"
#include "cli/exit_code.h"
#include "cli/judge_command.h"
#include "cli/list_command.h"
#include "cli/rule_backtest_command.h"
#include "cli/rule_command.h"
#include "cli/rule_explain_command.h"
#include "cli/rule_lint_command.h"
#include "cli/rule_reapply_command.h"
#include "cli/rule_stats_command.h"
#include "cli/rule_test_command.h"
#include "cli/scan_command.h"
#include "cli/serve_command.h"
#include "cli/show_command.h"
#include "config/nearest.h"
#include "pipeline/assembly.h"

namespace tipoff {
namespace {

struct NoArguments {};

/// Rules named on the command line, else the configuration's where there is one, else the shipped
/// ones.
template <class Arguments>
Arguments with_rule_dirs(const Desk& desk, Arguments arguments) {
  const auto config = find_config_file(desk.config);
  if (!arguments.dirs.empty() || !std::filesystem::exists(config)) return arguments;
  for (const auto& dir : read_settings(config).settings.rule_dirs)
    arguments.dirs.push_back(dir.string());
  return arguments;
}

void add_list(CLI::App& app, Choice& choice) {
  auto [command, arguments] = add<ListArguments>(
      app, choice, "list", "Whom to call, in order: the last published call list",
      "tipoff list --top 10 --owner anna", list_command);
  command->add_option("--seller", arguments->seller,
                      "Whose list, where the configuration names several sellers");
  command->add_option("--format", arguments->format, "table, csv, json, markdown or html")
      ->capture_default_str();
  command->add_option("--top", arguments->top,
                      "How many entries, 0 = all (default: 20 for a table, else [list] top)");
  command->add_flag("--all", arguments->all, "The accounts that were dropped too, with the reason");
  command->add_option("--at", arguments->at,
                      "As it was then: 2026-03-02, 2026-03-02T08:00:00Z, or 7d ago");
  command->add_option("--owner", arguments->owner, "Only the accounts of this owner");
}

void add_show(CLI::App& app, Choice& choice) {
  auto [command, arguments] = add<ShowArguments>(
      app, choice, "show", "One account: its score point by point, its events and their evidence",
      "tipoff show siemens", show_command);
  command->add_option("account", arguments->account, "Id or name")->required();
  command->add_option("--seller", arguments->seller, "By whose profile");
  command->add_option("--at", arguments->at, "As a past version of the list had it");
  command->add_option("--format", arguments->format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
}

void add_judgements(CLI::App& group, Choice& choice) {
  const auto add_one = [&](const char* name, const char* says, const char* example,
                           int (*run)(const Desk&, const JudgeArguments&)) {
    auto [command, arguments] = add<JudgeArguments>(group, choice, name, says, example, run);
    command
        ->add_option("event", arguments->event,
                     "The event's number, as `tipoff event list` shows it")
        ->required();
    return std::pair(command, arguments);
  };
  const char* const why = "Why, for those who ask later";
  auto [confirm, confirm_arguments] =
      add_one("confirm", "This event is right: it counts, although it rests on an ambiguous name",
              "tipoff event confirm 17", event_confirm_command);
  confirm->add_option("--reason", confirm_arguments->reason, why);
  auto [wrong, wrong_arguments] = add_one(
      "wrong",
      "This event is wrong: it and its like (same rule, same account, within 30 days) leave score "
      "and alerts",
      "tipoff event wrong 17 --reason \"another company of that name\"", event_wrong_command);
  wrong->add_option("--reason", wrong_arguments->reason, why);
  add_one("undo", "Takes the last judgement of this event back, with all that it covers",
          "tipoff event undo 17", event_undo_command);
  auto [tell, tell_arguments] = add<EventAddArguments>(
      group, choice, "add",
      "An event that you heard of elsewhere; it counts at once, and alerts nobody",
      "tipoff event add halden --event merger --text \"Told me they will merge with Tessin\"",
      event_add_command);
  tell->add_option("account", tell_arguments->account, "Id or name")->required();
  tell->add_option("--event", tell_arguments->event, "Its type: merger, layoffs, ..")->required();
  tell->add_option("--text", tell_arguments->text, "What happened, in a sentence")->required();
  tell->add_option("--url", tell_arguments->url, "Where it can be read");
}

void add_event(CLI::App& app, Choice& choice) {
  auto* group = app.add_subcommand("event", "The trigger events that were found");
  group->require_subcommand(1);
  group->footer("Example: tipoff event list --since 7d");
  auto [command, arguments] =
      add<EventListArguments>(*group, choice, "list", "Events, newest first",
                              "tipoff event list --event merger --since 30d", event_list_command);
  command->add_option("--account", arguments->account, "Only of this account (id or name)");
  command->add_option("--event", arguments->event, "Only of this type");
  command->add_option("--since", arguments->since, "Only events since then: 7d, 2026-03-02");
  command->add_flag("--review", arguments->review,
                    "Those that rest on an ambiguous name and wait for a decision");
  command->add_flag("--wrong", arguments->wrong, "Those that were judged wrong, with the reason")
      ->excludes("--review");
  command->add_option("--format", arguments->format, "table or jsonl")->capture_default_str();
  add_judgements(*group, choice);
}

void add_account(CLI::App& app, Choice& choice) {
  auto* group = app.add_subcommand("account", "The account list");
  group->require_subcommand(1);
  group->footer("Example: tipoff account import export.csv --dry-run");
  auto [import, import_arguments] = add<AccountImportArguments>(
      *group, choice, "import",
      "Replaces the account file by this one; the old one is kept beside it",
      "tipoff account import export.csv --dry-run", account_import_command);
  import
      ->add_option("file", import_arguments->file,
                   "A CSV file: UTF-8, Windows-1252 or GB18030; comma, semicolon or tab")
      ->required();
  import->add_flag("--dry-run", import_arguments->dry_run,
                   "Tell what would change, and change nothing");
  auto [list, list_arguments] = add<AccountListArguments>(
      *group, choice, "list", "Every account, and whether it is on the call list",
      "tipoff account list --dropped", account_list_command);
  list->add_option("--seller", list_arguments->seller, "By whose profile");
  list->add_flag("--dropped", list_arguments->dropped,
                 "Only those that are off the list, with the reason");
  list->add_flag("--risky", list_arguments->risky,
                 "Instead: the names that count only with evidence, and what would make them safe")
      ->excludes("--dropped");
}

struct RuleListArguments {
  RuleArguments rules;
  bool stats = false;
};

const char* const rule_dirs =
    "Directories of rule files (default: the configuration's, else the shipped ones)";

void add_rule_list(CLI::App& group, Choice& choice) {
  auto [list, list_arguments] = add<RuleListArguments>(
      group, choice, "list", "Every rule: its event type, language, weight, examples",
      "tipoff rule list --stats", +[](const Desk& desk, const RuleListArguments& given) {
        if (given.stats) return rule_stats_command(desk, {.dirs = given.rules.dirs});
        return rule_list_command(with_rule_dirs(desk, given.rules));
      });
  list->add_option("--rules", list_arguments->rules.dirs, rule_dirs);
  list->add_flag(
      "--stats", list_arguments->stats,
      "What each has found in the stored news, how much of it was judged wrong, and its precision");
  auto [reapply, reapply_arguments] = add<RuleReapplyArguments>(
      group, choice, "reapply",
      "Reads the stored articles again by the present rules: shows what would change",
      "tipoff rule reapply --yes", rule_reapply_command);
  reapply->add_flag("--yes", reapply_arguments->yes, "Change it; nobody is alerted of what is old");
}

void add_rule_test(CLI::App& group, Choice& choice) {
  auto [test, test_arguments] = add<RuleTestArguments>(
      group, choice, "test",
      "Runs the examples that the rules carry, and files of cases: what must come out does, and "
      "nothing else",
      "tipoff rule test --rules my-rules --diff my-cases.toml",
      +[](const Desk& desk, const RuleTestArguments& given) {
        return rule_test_command(desk, with_rule_dirs(desk, given));
      });
  test->add_option("--rules", test_arguments->dirs, rule_dirs)->allow_extra_args(false);
  test->add_option("--accounts", test_arguments->accounts,
                   "The account list of case files that name none (CSV)");
  test->add_option("--run", test_arguments->run,
                   "Only the rules and cases whose name this pattern finds");
  test->add_flag("--diff", test_arguments->diff, "Expected (-) against found (+)");
  test->add_flag("--coverage", test_arguments->coverage,
                 "List the rules that no example and no case fired");
  test->add_option("--junit", test_arguments->junit,
                   "Write the outcome to this file, as JUnit XML");
  test->add_option("files", test_arguments->files, "Files of cases: TOML, or JSON lines (*.jsonl)");
  auto [lint, lint_arguments] = add<RuleArguments>(
      group, choice, "lint", "What is valid in the rules, and yet dear, useless or forgotten",
      "tipoff rule lint --rules my-rules", +[](const Desk& desk, const RuleArguments& given) {
        return rule_lint_command(desk, with_rule_dirs(desk, given));
      });
  lint->add_option("--rules", lint_arguments->dirs, rule_dirs);
}

void add_rule_trial(CLI::App& group, Choice& choice) {
  auto [explain, explain_arguments] = add<RuleExplainArguments>(
      group, choice, "explain", "What each rule makes of a text, and what stopped the others",
      "tipoff rule explain \"Acme to buy Bolt || Acme said on Monday ..\" --account Acme",
      +[](const Desk& desk, const RuleExplainArguments& given) {
        return rule_explain_command(desk, with_rule_dirs(desk, given));
      });
  explain->add_option("--rules", explain_arguments->dirs, rule_dirs)->allow_extra_args(false);
  explain
      ->add_option("--account", explain_arguments->accounts,
                   "An account's name; without one, and without [brackets] in the text, every "
                   "company counts")
      ->allow_extra_args(false);
  explain->add_option("text", explain_arguments->text, "A headline, or \"headline || body\"")
      ->required();
  auto [backtest, backtest_arguments] = add<RuleBacktestArguments>(
      group, choice, "backtest",
      "How often each rule speaks in saved news, and what changed against other rules",
      "tipoff rule backtest news.jsonl --rules my-rules --against rules",
      +[](const Desk& desk, const RuleBacktestArguments& given) {
        return rule_backtest_command(desk, with_rule_dirs(desk, given));
      });
  backtest->add_option("--rules", backtest_arguments->dirs, rule_dirs)->allow_extra_args(false);
  backtest
      ->add_option("--against", backtest_arguments->against,
                   "Directories of the rules to compare with")
      ->allow_extra_args(false);
  backtest->add_option("--accounts", backtest_arguments->accounts,
                       "The account list (default: every company counts)");
  backtest
      ->add_option("files", backtest_arguments->files,
                   "Files of one JSON object a line, as scan reads them; - is standard input")
      ->required();
}

void add_rule(CLI::App& app, Choice& choice) {
  auto* group = app.add_subcommand("rule", "The rules that detect trigger events");
  group->require_subcommand(1);
  group->footer("Example: tipoff rule test");
  for (const auto add_command : {add_rule_list, add_rule_test, add_rule_trial})
    add_command(*group, choice);
}

void add_scan(CLI::App& app, Choice& choice) {
  auto [command, arguments] = add<ScanArguments>(
      app, choice, "scan",
      "Matching and detection on saved articles (JSON lines), without store or configuration",
      "tipoff scan --accounts accounts.csv news.jsonl",
      +[](const Desk&, const ScanArguments& given) { return scan_command(given); });
  command->add_option("--rules", arguments->rules,
                      "Directory of rule files (default: the shipped ones)");
  auto* whose = command->add_option_group("whose events")->require_option(1);
  whose->add_option("--accounts", arguments->accounts, "The account list");
  whose->add_flag_callback(
      "--no-accounts", [] {}, "Every company counts; an event type once a record");
  command->add_flag("--mentions", arguments->mentions, "Also where the accounts are named");
  command->add_flag("--stories", arguments->stories,
                    "Also the id of the first record that told the same story");
  command->add_option("--jobs", arguments->jobs, "Threads")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command
      ->add_option("files", arguments->files,
                   "Files of one JSON object a line: {\"id\":..,\"title\":..,\"body\":..}; - is "
                   "standard input")
      ->required();
}

void add_check(CLI::App& app, Choice& choice) {
  add<NoArguments>(
      app, choice, "check",
      "Lists everything that is wrong in configuration, accounts, rules and feed lists, at once",
      "tipoff check --config /etc/tipoff/tipoff.toml",
      +[](const Desk& desk, const NoArguments&) { return check_command(desk); });
}

void add_serve(CLI::App& app, Choice& choice) {
  auto [command, arguments] = add<ServeArguments>(
      app, choice, "serve",
      "The web server: takes what hubs push, and wakes the daemon; a process of "
      "its own beside tipoffd, for a proxy that speaks TLS",
      "tipoff serve --listen 127.0.0.1:8080", serve_command);
  command->add_option("--listen", arguments->listen, "Address and port; an IPv6 one as [::1]:8080")
      ->capture_default_str();
}

/// A mistyped command gets the one that was meant.
std::string advice(const CLI::App& app, int argc, const char* const* argv) {
  const CLI::App* level = &app;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--config") ++i;  // its value is no command
    if (word.starts_with("-")) continue;
    std::vector<std::string> names;
    for (const CLI::App* command : level->get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(command->get_name());
    if (names.empty()) return "";
    const auto commands = level->get_subcommands(
        [&](const CLI::App* command) { return command->get_name() == word; });
    if (!commands.empty()) {
      level = commands.front();
      continue;
    }
    const std::vector<std::string_view> valid(names.begin(), names.end());
    return fmt::format("'{}' is no command{}\n", word, suggestion(word, valid));
  }
  return "";
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app{
      "tipoff tells a salesperson whom to call today, and why: it answers from the store that "
      "tipoffd keeps."};
  app.fallthrough();
  app.require_subcommand(1);
  app.set_version_flag("--version", "tipoff " TIPOFF_VERSION);
  app.footer("Example: tipoff list --top 10");
  Choice choice;
  app.add_option(
      "--config", choice.config,
      "Configuration file (default: $TIPOFF_CONFIG, ./tipoff.toml, /etc/tipoff/tipoff.toml)");
  for (const auto add_command :
       {add_list, add_show, add_call_commands, add_event, add_alert_commands, add_mute_commands,
        add_feed_commands, add_account, add_rule, add_scan, add_check, add_serve})
    add_command(app, choice);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::cerr << advice(app, argc, argv);
    app.exit(error, std::cerr, std::cerr);
    return exit_usage;
  }
  const Desk desk{.config = choice.config,
                  .out = std::cout,
                  .err = std::cerr,
                  .width = terminal_width(),
                  .now = SystemClock().now()};
  try {
    const int code = choice.run(desk);
    std::cout.flush();
    return code;
  } catch (const std::exception& error) {
    std::cerr << "tipoff: " << error.what() << '\n';
    return exit_ground_failed;
  }
}

}  // namespace tipoff
