// Reads the stored articles again, tells what changes, and changes it when told to.
#include "cli/rule_reapply_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/hand_over.h"
#include "pipeline/assembly.h"
#include "pipeline/reapply.h"
#include "pipeline/second_reading.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string in_words(const Story& story) {
  return fmt::format("{} {}{}, {}{}, {}", story.account, story.event,
                     story.role ? fmt::format(" as {}", name_of(*story.role)) : "",
                     name_of(story.certainty),
                     story.standing == Standing::review ? ", for review" : "", story.rule);
}

void print(const StoryDifference& difference, std::ostream& out) {
  const Story& shown = difference.after ? *difference.after : *difference.before;
  if (!difference.before)
    out << "+ " << in_words(shown);
  else if (!difference.after)
    out << "- " << in_words(shown);
  else
    out << "~ " << in_words(*difference.before) << "\n  -> " << in_words(shown);
  out << fmt::format("\n    {}  {}\n", format_local(shown.happened_at), shown.title);
}

void print(const Reapplication& result, const SecondReading& reading, std::ostream& out) {
  for (const StoryDifference& difference : result.stories) print(difference, out);
  const auto gained =
      std::ranges::count_if(result.stories, [](const auto& one) { return !one.before; });
  const auto lost =
      std::ranges::count_if(result.stories, [](const auto& one) { return !one.after; });
  const auto all = static_cast<std::ptrdiff_t>(result.stories.size());
  out << fmt::format("{} articles read again: {} events gained, {} lost, {} changed\n",
                     reading.articles, gained, lost, all - gained - lost);
  if (result.judged > 0)
    out << fmt::format("{} reports stay as they are: their events were judged by a person\n",
                       result.judged);
  if (reading.out_of_reach > 0)
    out << fmt::format("{} reports stay as they are: they rest on text that is no longer stored\n",
                       reading.out_of_reach);
}

}  // namespace

int rule_reapply_command(const Desk& desk, const RuleReapplyArguments& arguments) {
  const auto config = find_config_file(desk.config);
  const auto reading = assemble(config, Secrets::spared);
  if (!reading.assembly) {
    print(reading.complaints, desk.err);
    return exit_wrong_input;
  }
  const Settings& settings = reading.assembly->settings;
  Database database(settings.store.string(), OpenFor::reading);
  const auto again = read_again(*reading.assembly, database);
  if (!arguments.yes) {
    const auto would = outlook(again, database);
    print(would, again, desk.out);
    if (!would.stories.empty())
      desk.out << "Nothing has been changed yet: `tipoff rule reapply --yes` does it, and alerts "
                  "nobody.\n";
    return exit_done;
  }
  Database writing(settings.store.string());
  print(reapply(again, writing), again, desk.out);
  desk.out << "A tipoffd that runs reads new articles by the changed rules once it is told to "
              "reload (SIGHUP).\n";
  return hand_over(desk, settings, writing);
}

}  // namespace tipoff
