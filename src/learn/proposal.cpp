// Proposals from findings: the change, the evidence in words, the effect by replay.
#include "learn/proposal.h"

#include <algorithm>
#include <cmath>

#include "detect/event_type.h"
#include "score/event_words.h"
#include "text/format.h"

namespace tipoff {
namespace {

constexpr double least_gain = 1e-9;  // of the rate at the top; less is rounding

std::string accounts_in_words(int count) {
  return count == 1 ? "1 account" : fmt::format("{} accounts", count);
}

/// "31 of 98 (32 %)".
std::string share_in_words(int won, int accounts) {
  return fmt::format("{} of {} ({:.0f} %)", won, accounts, 100.0 * won / accounts);
}

/// Whom the trait sets apart, as a subject of "were won".
std::string whom(const Trait& trait) {
  const std::string event = event_in_words(trait.value);
  switch (trait.kind) {
    case TraitKind::industry:
      return fmt::format("accounts of the industry {}", trait.value);
    case TraitKind::title:
      return fmt::format("accounts where a {} was called", trait.value);
    case TraitKind::region:
      return fmt::format("accounts of the region {}", trait.value);
    case TraitKind::event:
      return fmt::format("accounts called for the event {}", event);
    case TraitKind::importance:
      return trait.value == "trigger" ? "accounts called for an event"
                                      : fmt::format("accounts whose {} was known", trait.value);
    case TraitKind::rule:
      return fmt::format("accounts called for what the rule {} found", trait.value);
    case TraitKind::event_age:
      return fmt::format("accounts called when {} was {} days old or older",
                         trait.value == any_event ? std::string("the event") : "the " + event,
                         trait.older_than.count());
  }
  return "";
}

std::string others_of(const Trait& trait) {
  switch (trait.kind) {
    case TraitKind::importance:
      return trait.value == "trigger" ? "those without one" : "those where it was not";
    case TraitKind::rule:
      return "those for the same event found by other rules";
    case TraitKind::event_age:
      return "those called earlier";
    default:
      return "the others";
  }
}

std::string chance_in_words(double p_value) {
  return p_value < 0.0001 ? "p < 0.0001" : fmt::format("p = {:.4f}", p_value);
}

std::string evidence_in_words(const Finding& finding) {
  const FourfoldTable& seen = finding.seen;
  return fmt::format(
      "of the {} {} were won, of {} {}; with the stronger findings held equal that is {:.1f} times "
      "the odds (exact test, {}, the strongest of {} comparisons; the odds are drawn towards 1)",
      whom(finding.trait), share_in_words(seen.with_won, seen.with), others_of(finding.trait),
      share_in_words(seen.without_won, seen.without), finding.odds_ratio,
      chance_in_words(finding.p_value), finding.tried);
}

std::string top_in_words(const TopOfList& top) {
  return fmt::format("{:.0f} ({:.0f} %)", top.won, 100 * top.rate());
}

std::string effect_in_words(const Replay& replay) {
  std::string words;
  if (replay.after.accounts == replay.before.accounts) {
    words = fmt::format(
        "in hindsight, of the {} at the top of the list {} would have been won instead of {}",
        accounts_in_words(replay.before.accounts), top_in_words(replay.after),
        top_in_words(replay.before));
  } else {
    words = fmt::format(
        "in hindsight, of the {} left {} would have been won, instead of {} of the {} at the top",
        accounts_in_words(replay.after.accounts), top_in_words(replay.after),
        top_in_words(replay.before), accounts_in_words(replay.before.accounts));
  }
  if (replay.off_list > 0)
    words += fmt::format("; {}, {} of them won, would not be on the list",
                         accounts_in_words(replay.off_list), replay.off_list_won);
  return words;
}

bool takes_off_list(const Change& change, const Scoring& current) {
  const Profile& after = change.after.profile;
  const Profile& before = current.profile;
  return change.after.retired_rules != current.retired_rules ||
         after.industries.size() != before.industries.size() ||
         after.titles.size() != before.titles.size() ||
         after.regions.size() != before.regions.size() ||
         std::ranges::any_of(after.triggers, [&](const auto& entry) {
           const auto old = weight_of(before, entry.first);
           return old && (entry.second.window < old->window ||
                          (entry.second.weight == 0 && old->weight > 0));
         });
}

/// What gives something up only must not make the top worse; what reorders must make it better.
bool is_borne_out(const Change& change, const Scoring& current, const Replay& replay) {
  const double gain = replay.after.rate() - replay.before.rate();
  return takes_off_list(change, current) ? gain > -least_gain : gain > least_gain;
}

void add(std::vector<Proposal>& proposals, const Finding& finding, Change change,
         const Scoring& current, const Replay& effect) {
  const auto same = std::ranges::find(proposals, change.after, &Proposal::after);
  if (same != proposals.end()) {
    same->because += "; " + evidence_in_words(finding);
    same->findings.push_back(finding);
    return;
  }
  proposals.push_back({.change = std::move(change.words),
                       .because = evidence_in_words(finding),
                       .effect = effect_in_words(effect),
                       .settings = settings_between(current, change.after),
                       .findings = {finding},
                       .after = std::move(change.after),
                       .replay = effect});
}

/// Every type there is: a first [triggers] table that leaves one out would switch it off.
std::set<std::string> all_event_types(std::span<const DecidedAccount> accounts,
                                      std::set<std::string> types) {
  for (const std::string_view type : shipped_event_types()) types.emplace(type);
  for (const DecidedAccount& each : accounts)
    for (const EventAtCall& event : each.account->events) types.insert(event.event);
  return types;
}

}  // namespace

std::vector<Proposal> propose(std::span<const CalledAccount> accounts, const ProposalBasis& basis,
                              Time now) {
  const auto known = decided(accounts, now, basis.measure.sales_cycle);
  const auto findings = find_preferences(known, basis.current.profile, basis.caution);
  const ChangeBasis change_basis{.current = &basis.current,
                                 .findings = findings,
                                 .event_types = all_event_types(known, basis.event_types),
                                 .target = basis.measure.target};
  std::vector<Proposal> proposals;
  for (const Finding& finding : findings) {
    auto change = change_for(finding, change_basis);
    if (!change) continue;
    const Replay effect = replay(known, basis.current, change->after, usual_top(known.size()));
    if (is_borne_out(*change, basis.current, effect))
      add(proposals, finding, *std::move(change), basis.current, effect);
  }
  return proposals;
}

}  // namespace tipoff
