// The command line of `tipoff feed`: what each command takes, and what its --help teaches.
#include "cli/choice.h"
#include "cli/feed_add_command.h"
#include "cli/feed_check_command.h"
#include "cli/feed_command.h"
#include "cli/feed_list_command.h"
#include "cli/feed_shelf_command.h"

namespace tipoff {
namespace {

void add_list(CLI::App& group, Choice& choice) {
  auto [list, arguments] = add<FeedListArguments>(
      group, choice, "list",
      "Every feed: last success, next try, what it brings, its health, whether it is worth keeping",
      "tipoff feed list --failing", feed_list_command);
  list->add_flag("--failing", arguments->failing, "Only those that fail");
  list->add_flag("--urls", arguments->urls, "Addresses instead of titles, as wide as they are");
  list->add_option("--format", arguments->format, "table, json or jsonl")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "json", "jsonl"}));
}

void add_add(CLI::App& group, Choice& choice) {
  auto [command, arguments] = add<FeedAddArguments>(
      group, choice, "add",
      "Looks at a feed, or at a page that names one, shows its last titles, and adds it to the "
      "first OPML file",
      "tipoff feed add https://www.example.com/news", feed_add_command);
  command
      ->add_option("url", arguments->url,
                   "The feed's address, or that of a page whose feed you want")
      ->required();
  command->add_option(
      "--choose", arguments->choose,
      "Which feed of a page that names several (they are listed; default: the first)");
  command->add_option("--title", arguments->title, "What to call it (default: its own title)");
  command->add_option("--folder", arguments->folder, "The folder of the list that it belongs in");
  command->add_flag("--page", arguments->page,
                    "Read the article's page where the feed has only a headline that names an "
                    "account");
  command->add_flag("--dry-run", arguments->dry_run, "Look and show, and write nothing");
}

void add_remove(CLI::App& group, Choice& choice) {
  auto [command, arguments] = add<FeedRemoveArguments>(
      group, choice, "remove", "Takes a feed out of the OPML file that it stands in",
      "tipoff feed remove 17", feed_remove_command);
  command->add_option("feed", arguments->feed, "Its address, or its number in `tipoff feed list`")
      ->required();
}

void add_exchange(CLI::App& group, Choice& choice) {
  auto [import, import_arguments] =
      add<FeedImportArguments>(group, choice, "import",
                               "Adds the feeds of an OPML file, or of the shipped lists for a "
                               "country, that no list has yet; "
                               "folders and all attributes are kept",
                               "tipoff feed import --preset de --dry-run", feed_import_command);
  import->add_option("file", import_arguments->file, "An OPML file, as other readers export it");
  import->add_option("--preset", import_arguments->preset,
                     "A country: us, gb, de, at, ch, cn, ..; without a file, of the shipped lists");
  import->add_flag("--opt-in", import_arguments->opt_in,
                   "Also the feeds whose terms ask you to decide: they are shown otherwise");
  import->add_flag("--dry-run", import_arguments->dry_run,
                   "Tell what would be added, and add nothing");
  auto [given, given_arguments] = add<FeedExportArguments>(
      group, choice, "export", "All feeds of all lists as one OPML document, for any other reader",
      "tipoff feed export my-feeds.opml", feed_export_command);
  given->add_option("file", given_arguments->file, "Where to (default: standard output)");
}

void add_check(CLI::App& group, Choice& choice) {
  auto [command, arguments] = add<FeedCheckArguments>(
      group, choice, "check",
      "Tries feeds from this machine, many at once: what came, or why nothing did. Exit code 1 if "
      "any fails",
      "tipoff feed check --shipped --within 5m", feed_check_command);
  command->add_option("sources", arguments->sources,
                      "OPML files and addresses (default: the configured feeds)");
  command->add_flag("--shipped", arguments->shipped, "The lists that come with Tipoff");
  command->add_option("--timeout", arguments->timeout, "For each feed")->capture_default_str();
  command->add_option("--within", arguments->within, "For all of them together")
      ->capture_default_str();
  command->add_option("--format", arguments->format, "table or jsonl")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "jsonl"}));
}

void add_parse(CLI::App& group, Choice& choice) {
  auto [parse, arguments] = add<FeedParseArguments>(
      group, choice, "parse",
      "Saved feed documents as JSON, one object a file and line; needs no configuration",
      "curl -s https://wire.example/rss | tipoff feed parse -", feed_parse_command);
  parse->add_option("files", arguments->files, "Files; - is standard input")->required();
  parse->add_option("--base-url", arguments->base_url,
                    "Where the documents came from: relative links start there");
  parse->add_option("--content-type", arguments->content_type,
                    "The Content-Type header they came with");
}

}  // namespace

void add_feed_commands(CLI::App& app, Choice& choice) {
  auto* group = app.add_subcommand("feed", "The feeds that are polled");
  group->require_subcommand(1);
  group->footer("Example: tipoff feed list --failing");
  for (const auto add_command : {add_list, add_add, add_remove, add_exchange, add_check, add_parse})
    add_command(*group, choice);
}

}  // namespace tipoff
