// Whether an account is on the seller's list at all, and why not.
#include "score/qualification.h"

#include <algorithm>
#include <vector>

#include "score/reasons.h"
#include "score/target.h"

namespace tipoff {
namespace {

std::vector<std::string> known_titles(const Account& account) {
  std::vector<std::string> titles;
  for (const Contact& contact : account.contacts)
    if (!contact.title.empty()) titles.push_back(contact.title);
  return titles;
}

std::optional<Disqualification> mismatch(Criterion criterion,
                                         const std::vector<std::string>& values,
                                         const std::vector<Target>& targets, bool matched) {
  if (targets.empty() || values.empty() || matched) return std::nullopt;
  return Disqualification{.criterion = criterion,
                          .because = mismatch_reason(criterion, values, targets)};
}

}  // namespace

bool belongs_to(const Account& account, const Profile& profile) {
  return !profile.owned_only || same_value(account.owner, profile.seller);
}

std::optional<Disqualification> disqualify(const Account& account, const Profile& profile) {
  if (account.do_not_call)
    return Disqualification{.criterion = Criterion::do_not_call,
                            .because = "marked as do not call"};
  const bool industry = best_match(account.industries, profile.industries, 0).has_value();
  if (auto reason = mismatch(Criterion::industry, account.industries, profile.industries, industry))
    return reason;
  const bool title = std::ranges::any_of(account.contacts, [&](const Contact& contact) {
    return best_title_match(contact.title, profile.titles, 0).has_value();
  });
  if (auto reason = mismatch(Criterion::title, known_titles(account), profile.titles, title))
    return reason;
  const bool region = best_match(account.regions, profile.regions, 0).has_value();
  return mismatch(Criterion::region, account.regions, profile.regions, region);
}

}  // namespace tipoff
