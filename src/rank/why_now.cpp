// Why now, and whom to ask for.
#include "rank/why_now.h"

#include "score/event_words.h"
#include "score/target.h"

namespace tipoff {

std::string why_now(const AccountScore& score) {
  if (score.events.empty()) return {};
  const Story& best = score.events.front();
  std::string text = event_with_day(best);
  if (best.role) text.append(" as ").append(name_of(*best.role));
  if (const std::string_view headline = headline_of(best); !headline.empty())
    text.append(": “").append(headline).append("”");
  return text + source_in_brackets(best);
}

Contact best_contact(const Account& account, const Profile& profile) {
  const Contact* best = account.contacts.empty() ? nullptr : &account.contacts.front();
  int best_points = -1;
  for (const Contact& contact : account.contacts) {
    const auto match = best_title_match(contact.title, profile.titles, profile.importance.title);
    if (!match || match->points <= best_points) continue;
    best = &contact;
    best_points = match->points;
  }
  return best == nullptr ? Contact{} : *best;
}

}  // namespace tipoff
