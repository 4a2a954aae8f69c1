// Writes the digest section by section.
#include "alert/digest_brief.h"

#include <algorithm>

#include "alert/account_rows.h"
#include "alert/links.h"
#include "alert/list_moves.h"
#include "alert/trigger_brief.h"
#include "alert/voice.h"
#include "alert/words.h"
#include "score/target.h"
#include "text/time_zone.h"

namespace tipoff {
namespace {

constexpr std::size_t most_events = 50;

void add(std::vector<BriefRow>& rows, std::string label, std::string text, std::string link = "") {
  if (!text.empty()) rows.push_back({std::move(label), std::move(text), std::move(link)});
}

bool is_of(const AlertPolicy& policy, const CallListEntry& entry) {
  return policy.owners.empty() || std::ranges::any_of(policy.owners, [&](const auto& owner) {
           return same_value(owner, entry.owner);
         });
}

BriefItem call_item(const CallListEntry& entry, MessageLanguage language) {
  BriefItem item;
  item.heading =
      say(language, "{}. {} ({})", entry.rank, sentence(entry.name), score_in_short(entry.score));
  add(item.rows, say(language, "Why now"), why_now_words(entry, language));
  if (!entry.score.events.empty()) {
    const Story& best = entry.score.events.front();
    item.link = source_link(best.url);
    add(item.rows, say(language, "Say"), sentence(best.evidence));
  }
  for (BriefRow& row : contact_rows(entry, language)) item.rows.push_back(std::move(row));
  return item;
}

BriefSection calls(const Channel& channel, const MorningList& morning) {
  BriefSection section{.heading = say(channel.language, "Today's calls"), .items = {}};
  const std::size_t most = channel.policy.digest ? channel.policy.digest->calls : Digest{}.calls;
  if (morning.list == nullptr) return section;
  for (const CallListEntry& entry : morning.list->entries) {
    if (section.items.size() == most) break;
    if (is_of(channel.policy, entry) && !morning.muted.contains(entry.id))
      section.items.push_back(call_item(entry, channel.language));
  }
  return section;
}

/// A callback that was agreed for a day is due from its midnight on.
std::string due_words(Time due, const Voice& voice) {
  const auto local = local_of(due, voice.zone.empty() ? local_zone() : voice.zone);
  const bool is_day = local == std::chrono::floor<std::chrono::days>(local);
  return is_day ? weekday_words(voice.language, due, voice.zone)
                : moment_words(voice.language, due, voice.zone);
}

BriefSection callbacks(const std::vector<DueCallback>& due, const Voice& voice) {
  const MessageLanguage language = voice.language;
  BriefSection section{.heading = say(language, "Callbacks due today"), .items = {}};
  for (const DueCallback& callback : due) {
    BriefItem item;
    item.heading = sentence(callback.account);
    add(item.rows, say(language, "Call"), sentence(callback.contact));
    add(item.rows, say(language, "Phone"), sentence(callback.phone), phone_link(callback.phone));
    add(item.rows, say(language, "Agreed for"), due_words(callback.due, voice));
    add(item.rows, say(language, "Note"), sentence(callback.note));
    section.items.push_back(std::move(item));
  }
  return section;
}

/// "Nordwerk AG (number 3, 5 -> 9 points)"
std::string words_of(const Move& move, MessageLanguage language) {
  const CallListEntry& entry = *move.entry;
  const std::string name = sentence(entry.name);
  if (move.before == nullptr || move.before->score.score == entry.score.score)
    return say(language, "{} (number {})", name, entry.rank);
  return say(language, "{} (number {}, {} -> {} points)", name, entry.rank,
             move.before->score.score, entry.score.score);
}

/// The first ten in one line, the rest counted.
template <class Words>
std::string in_one_line(const std::vector<Move>& moves, MessageLanguage language, Words words) {
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t at = 0; at < std::min(most, moves.size()); ++at)
    text.append(text.empty() ? "" : say(language, ", ")).append(words(moves[at]));
  return moves.size() > most ? say(language, "{}, +{} more", text, moves.size() - most) : text;
}

BriefSection movements(const MorningList& morning, MessageLanguage language) {
  BriefSection section{.heading = say(language, "Moved since yesterday"), .items = {}};
  if (morning.list == nullptr || morning.yesterday == nullptr) return section;
  const ListMoves moves = list_moves(*morning.yesterday, *morning.list);
  if (moves.empty()) return section;
  const auto with_place = [&](const Move& move) { return words_of(move, language); };
  const auto name = [](const Move& move) { return sentence(move.entry->name); };
  BriefItem item;
  add(item.rows, say(language, "Entered"), in_one_line(moves.entered, language, with_place));
  add(item.rows, say(language, "Rose"), in_one_line(moves.rose, language, with_place));
  add(item.rows, say(language, "Fell"), in_one_line(moves.fell, language, with_place));
  add(item.rows, say(language, "Left"), in_one_line(moves.left, language, name));
  section.items.push_back(std::move(item));
  return section;
}

BriefSection events(const Bundle& bundle, MessageLanguage language) {
  BriefSection section{.heading = say(language, "Events"), .items = {}};
  for (std::size_t at = 0; at < std::min(most_events, bundle.told.size()); ++at)
    section.items.push_back(short_item(bundle.told[at], language));
  return section;
}

/// "10 calls, 2 callbacks, 12 events"
std::string what_stands_in(std::size_t calls, std::size_t callbacks, std::size_t events,
                           MessageLanguage language) {
  std::string text;
  const auto add_words = [&](const std::string& words) {
    text.append(text.empty() ? "" : say(language, ", ")).append(words);
  };
  if (calls > 0) add_words(calls == 1 ? say(language, "1 call") : say(language, "{} calls", calls));
  if (callbacks > 0)
    add_words(callbacks == 1 ? say(language, "1 callback")
                             : say(language, "{} callbacks", callbacks));
  if (events > 0)
    add_words(events == 1 ? say(language, "1 event") : say(language, "{} events", events));
  return text.empty() ? say(language, "nothing new") : text;
}

}  // namespace

Brief digest_brief(const Channel& channel, const Bundle& bundle, const MorningList& morning,
                   Time now) {
  const Voice voice = voice_of(channel);
  const MessageLanguage language = voice.language;
  auto called = calls(channel, morning);
  Brief brief;
  brief.language = language;
  brief.opening = say(language, "digest");
  brief.subject = say(
      language, "Call list, {}: {}", weekday_words(language, now, voice.zone),
      what_stands_in(called.items.size(), morning.callbacks.size(), bundle.told.size(), language));
  brief.more = bundle.told.size() - std::min(most_events, bundle.told.size());
  for (BriefSection& section : std::vector{std::move(called), callbacks(morning.callbacks, voice),
                                           movements(morning, language), events(bundle, language)})
    if (!section.items.empty()) brief.sections.push_back(std::move(section));
  return brief;
}

}  // namespace tipoff
