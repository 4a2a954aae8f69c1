// How much an account is worth a call, and the reason for each point.
#include "score/account_score.h"

#include <algorithm>
#include <tuple>

#include "score/reasons.h"
#include "score/target.h"

namespace tipoff {
namespace {

constexpr int rumour_points = 1;

Time end_of_window(const Story& story, const Profile& profile) {
  return story.happened_at + weight_of(profile, story.event).value_or(TriggerWeight{}).window;
}

std::vector<Story> live_events(std::span<const Story> stories, const Profile& profile, Time now) {
  std::vector<Story> live;
  for (const Story& story : stories)
    if (is_live(story, profile, now)) live.push_back(story);
  std::ranges::stable_sort(live, [&](const Story& a, const Story& b) {
    return std::tuple(-points_of(a, profile), b.happened_at, a.id) <
           std::tuple(-points_of(b, profile), a.happened_at, b.id);
  });
  return live;
}

std::optional<Time> next_end(const std::vector<Story>& live, const Profile& profile) {
  std::optional<Time> next;
  for (const Story& story : live) {
    const Time end = end_of_window(story, profile);
    next = next ? std::min(*next, end) : end;
  }
  return next;
}

/// A target criterion's part: `match` is what the account's values met, `of` what a match can give.
ScorePart target_part(Criterion criterion, const std::vector<Target>& targets,
                      const std::optional<TargetMatch>& match, int importance) {
  ScorePart part{
      .criterion = criterion, .points = 0, .of = most_points(targets, importance), .because = ""};
  if (targets.empty()) {
    part.because = no_target_reason(criterion);
  } else if (match) {
    part.points = match->points;
    part.because = match_reason(criterion, *match, importance);
  } else {
    part.because = unknown_reason(criterion, targets);
  }
  return part;
}

ScorePart title_part(const Account& account, const Profile& profile) {
  const int importance = profile.importance.title;
  std::optional<TargetMatch> best;
  const Contact* who = nullptr;
  for (const Contact& contact : account.contacts) {
    const auto match = best_title_match(contact.title, profile.titles, importance);
    if (!match || (best && match->points <= best->points)) continue;
    best = match;
    who = &contact;
  }
  ScorePart part = target_part(Criterion::title, profile.titles, best, importance);
  if (who != nullptr && !who->name.empty()) part.because += ": " + who->name;
  return part;
}

/// Whether two industries are the same by name, or by the names of a target industry.
bool same_industry(const std::string& a, const std::string& b, const Profile& profile) {
  return same_value(a, b) || std::ranges::any_of(profile.industries, [&](const Target& target) {
           return is_named(target, a) && is_named(target, b);
         });
}

const std::string* first_industry_among(const std::vector<std::string>& known,
                                        const Account& account, const Profile& profile) {
  for (const std::string& industry : account.industries)
    for (const std::string& other : known)
      if (same_industry(industry, other, profile)) return &industry;
  return nullptr;
}

/// What is known of an industry's past: the account's own column, else the profile's list of
/// industries.
struct Experience {
  std::optional<bool> own;
  const std::string* industry = nullptr;

  [[nodiscard]] bool yes() const { return own.value_or(industry != nullptr); }
};

ScorePart sold_part(const Account& account, const Profile& profile) {
  const Experience sold{account.sold_in_industry,
                        first_industry_among(profile.sold_in, account, profile)};
  ScorePart part{.criterion = Criterion::sold_in_industry,
                 .points = sold.yes() ? 1 : 0,
                 .of = 1,
                 .because = ""};
  if (sold.own)
    part.because = *sold.own ? "sold in this industry before, says the account list"
                             : "not sold in this industry before, says the account list";
  else
    part.because = sold.yes() ? "sold in " + *sold.industry + " before"
                              : "not known to have sold in this industry";
  return part;
}

ScorePart reference_part(const Account& account, const Profile& profile) {
  const Experience reference{account.reference_customer,
                             first_industry_among(profile.references, account, profile)};
  ScorePart part{.criterion = Criterion::reference_customer,
                 .points = reference.yes() ? 1 : 0,
                 .of = 1,
                 .because = ""};
  if (reference.own)
    part.because = *reference.own ? "a reference customer in this industry, says the account list"
                                  : "no reference customer in this industry, says the account list";
  else
    part.because = reference.yes() ? "a reference customer in " + *reference.industry
                                   : "no reference customer known in this industry";
  return part;
}

ScorePart involved_part(const Account& account) {
  return {.criterion = Criterion::personally_involved,
          .points = account.personally_involved ? 2 : 0,
          .of = 2,
          .because = account.personally_involved ? "you take part in this customer's project"
                                                 : "you take part in no project of this customer"};
}

ScorePart trigger_part(const std::vector<Story>& live, const Profile& profile) {
  const Story* best = live.empty() ? nullptr : &live.front();
  return {.criterion = Criterion::trigger,
          .points = best == nullptr ? 0 : points_of(*best, profile),
          .of = most_trigger_points(profile),
          .because = trigger_reason(best, profile)};
}

}  // namespace

bool is_live(const Story& story, const Profile& profile, Time now) {
  if (story.standing != Standing::counted || story.certainty == Certainty::denied) return false;
  const auto weight = weight_of(profile, story.event);
  return weight && weight->weight > 0 && now < end_of_window(story, profile);
}

int points_of(const Story& story, const Profile& profile) {
  const int weight =
      weight_of(profile, story.event).value_or(TriggerWeight{.weight = 0, .window = {}}).weight;
  return story.certainty == Certainty::rumoured ? std::min(weight, rumour_points) : weight;
}

AccountScore score(const Account& account, std::span<const Story> stories, const Profile& profile,
                   Time now) {
  AccountScore result;
  result.disqualified = disqualify(account, profile);
  if (result.disqualified) return result;

  const Importance& importance = profile.importance;
  result.events = live_events(stories, profile, now);
  result.next_change = next_end(result.events, profile);
  result.parts = {
      target_part(Criterion::industry, profile.industries,
                  best_match(account.industries, profile.industries, importance.industry),
                  importance.industry),
      title_part(account, profile),
      target_part(Criterion::region, profile.regions,
                  best_match(account.regions, profile.regions, importance.region),
                  importance.region),
      trigger_part(result.events, profile),
      sold_part(account, profile),
      reference_part(account, profile),
      involved_part(account),
  };
  for (const ScorePart& part : result.parts) {
    result.score += part.points;
    result.max_score += part.of;
  }
  return result;
}

}  // namespace tipoff
