// tipoff rule explain: finds the accounts in the text, and prints what the rules make of it.
#include "cli/rule_explain_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/rule_command.h"
#include "detect/example.h"
#include "match/matcher.h"
#include "pipeline/rule_explain.h"
#include "text/format.h"

namespace tipoff {
namespace {

/// What the text is read with: the names by index, and where they stand.
struct Naming {
  std::vector<std::string> names;
  std::vector<Mention> mentions;
  bool any_company = false;
};

/// The account in [brackets] goes before those of --account.
Naming name_accounts(const ExampleReading& reading, const std::vector<std::string>& named) {
  Naming naming;
  naming.mentions = reading.mentions;
  naming.any_company = reading.mentions.empty() && named.empty();
  if (!reading.mentions.empty()) {
    const Mention& first = reading.mentions.front();
    naming.names.emplace_back(
        field_text(reading.text, first.field).substr(first.begin, first.end - first.begin));
  }
  std::vector<Account> accounts;
  for (const std::string& name : named) {
    Account account;
    account.id = account.name = name;
    accounts.push_back(std::move(account));
  }
  const auto offset = static_cast<AccountIndex>(naming.names.size());
  const auto overlaps = [&](const Mention& one) {
    return std::ranges::any_of(reading.mentions, [&](const Mention& other) {
      return one.field == other.field && one.begin < other.end && other.begin < one.end;
    });
  };
  for (Mention mention : Matcher(accounts).find(reading.text)) {
    if (overlaps(mention)) continue;
    mention.account += offset;
    naming.mentions.push_back(mention);
  }
  naming.names.insert(naming.names.end(), named.begin(), named.end());
  std::ranges::stable_sort(naming.mentions, {}, [](const Mention& mention) {
    return std::pair(mention.field, mention.begin);
  });
  return naming;
}

void print_unnamed(const Naming& naming, std::ostream& out) {
  for (std::size_t i = 0; i < naming.names.size(); ++i) {
    const auto is = [&](const Mention& mention) { return mention.account == i; };
    if (std::ranges::none_of(naming.mentions, is))
      out << fmt::format("The text does not name {}.\n", naming.names[i]);
  }
}

}  // namespace

int rule_explain_command(const Desk& desk, const RuleExplainArguments& arguments) {
  const auto reading = read_example(arguments.text);
  if (!reading) {
    desk.err << reading.error().message << '\n';
    return exit_usage;
  }
  const auto rules = compiled_rules(arguments.dirs, desk.err);
  if (!rules) return exit_wrong_input;
  const auto finder = StopFinder::compile(rules->book);
  if (!finder) {
    desk.err << finder.error().message << '\n';
    return exit_wrong_input;
  }
  const Naming naming = name_accounts(*reading, arguments.accounts);
  print_unnamed(naming, desk.out);
  desk.out << to_text(
      explain(*rules->detector, *finder, reading->text, naming.mentions, naming.any_company),
      rules->book.rules, naming.names);
  return exit_done;
}

}  // namespace tipoff
