// A table for people, JSON for programs.
#include "cli/feed_list_command.h"

#include <ostream>

#include "cli/exit_code.h"
#include "emit/text_table.h"
#include "pipeline/feed_health.h"
#include "pipeline/push_state.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string last_success(const FeedHealth& health, Time now) {
  const auto& time = health.state.last_success;
  return time ? rough_span(now - *time) + " ago" : "never";
}

std::string next_try(const FeedHealth& health, Time now) {
  if (health.state.parked) return "never";
  const Time due = next_try_of(health, now);
  return due <= now ? "at once" : "in " + rough_span(due - now);
}

std::string worth(const FeedHealth& health, Time now) {
  const FeedWorth worth = worth_keeping(health, now);
  if (worth.verdict == FeedWorth::Verdict::too_early) return "too early to say";
  return fmt::format("{}: {}", name_of(worth.verdict), worth.because);
}

std::string rate(const FeedHealth& health, Time now) {
  const auto rate = articles_per_week(health.tally, now);
  return rate ? fmt::format("{:.0f}", *rate) : "";
}

void print_health(const Desk& desk, const std::vector<const FeedHealth*>& feeds, bool urls) {
  using Align = TextColumn::Align;
  TextTable table({{"#", Align::right, 0},
                   {"FEED", Align::left, 3},
                   {"SUCCESS", Align::left, 0},
                   {"NEXT TRY", Align::left, 0},
                   {"ART./WEEK", Align::right, 0},
                   {"TRIG./MONTH", Align::right, 0},
                   {"HEALTH", Align::left, 3},
                   {"WORTH KEEPING?", Align::left, 2}});
  for (const FeedHealth* health : feeds)
    table.add({std::to_string(health->number),
               urls || health->feed.title.empty() ? health->feed.url : health->feed.title,
               last_success(*health, desk.now), next_try(*health, desk.now),
               rate(*health, desk.now), std::to_string(health->tally.triggers),
               health_sentence(*health, desk.now), worth(*health, desk.now)});
  desk.out << table.to_text(urls ? 0 : desk.width);
}

/// Below the table, where there is room for a sentence.
void print_pushes(const Desk& desk, const std::vector<const FeedHealth*>& feeds) {
  using Align = TextColumn::Align;
  TextTable table({{"#", Align::right, 0}, {"PUSH", Align::left, 0}});
  for (const FeedHealth* health : feeds)
    if (health->push)
      table.add({std::to_string(health->number), push_sentence(*health->push, desk.now)});
  if (!table.empty()) desk.out << '\n' << table.to_text(0);
}

}  // namespace

int feed_list_command(const Desk& desk, const FeedListArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto reading = feed_health(*settings, desk.now);
  print(reading.complaints, desk.err);
  if (any_error(reading.complaints)) return exit_wrong_input;
  std::vector<const FeedHealth*> shown;
  for (const FeedHealth& health : reading.feeds)
    if (!arguments.failing || is_failing(health)) shown.push_back(&health);
  if (arguments.format == "table") {
    print_health(desk, shown, arguments.urls);
    print_pushes(desk, shown);
    return exit_done;
  }
  const bool lines = arguments.format == "jsonl";
  if (!lines) desk.out << '[';
  for (std::size_t i = 0; i < shown.size(); ++i)
    desk.out << (lines || i == 0 ? "" : ",\n") << dump(to_json(*shown[i], desk.now))
             << (lines ? "\n" : "");
  if (!lines) desk.out << "]\n";
  return exit_done;
}

}  // namespace tipoff
