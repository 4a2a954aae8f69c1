// Scores the account's stories as the store has them, before and after.
#include "cli/score_note.h"

#include "score/account_score.h"
#include "store/story_table.h"
#include "text/format.h"

namespace tipoff {

ScoreNote::ScoreNote(const Account* account, const std::vector<Profile>& profiles,
                     Database& database, Time now)
    : account_(account), profiles_(profiles), database_(database), now_(now), before_(scores()) {}

std::vector<ScoreNote::Score> ScoreNote::scores() const {
  std::vector<Score> scores;
  if (account_ == nullptr) return scores;
  const auto stories = StoryTable(database_).of_account(account_->id);
  for (const Profile& profile : profiles_) {
    if (!belongs_to(*account_, profile)) continue;
    const AccountScore scored = score(*account_, stories, profile, now_);
    scores.push_back({.seller = profile.seller,
                      .score = scored.score,
                      .is_off = scored.disqualified.has_value()});
  }
  return scores;
}

std::string ScoreNote::since_then() const {
  const auto after = scores();
  std::string note;
  for (std::size_t i = 0; i < after.size(); ++i) {
    std::string part = after[i].is_off ? "off the list"
                       : after[i].score == before_[i].score
                           ? fmt::format("stays {}", after[i].score)
                           : fmt::format("{} -> {}", before_[i].score, after[i].score);
    if (after.size() > 1) part += fmt::format(" ({})", after[i].seller);
    note += (i == 0 ? "" : ", ") + part;
  }
  if (after.size() == 1 && after.front().is_off) return "it is off the list";
  return note.empty() ? note : "score " + note;
}

}  // namespace tipoff
