// ScoreNote: what a command did to an account's score, in a few words.
#pragma once

#include <string>
#include <vector>

#include "clock.h"
#include "match/account.h"
#include "score/profile.h"
#include "store/database.h"

namespace tipoff {

class ScoreNote {
 public:
  /// Remembers the score as it is now, by every seller's profile. `account` may be null: it is no
  /// longer on the list.
  ScoreNote(const Account* account, const std::vector<Profile>& profiles, Database& database,
            Time now);

  /// "score 7 -> 5", "score stays 7", "it is off the list"; with several sellers "score 7 -> 5
  /// (anna), 6 -> 4 (ben)". Empty: no seller has the account.
  [[nodiscard]] std::string since_then() const;

 private:
  struct Score {
    std::string seller;
    int score = 0;
    bool is_off = false;
  };
  [[nodiscard]] std::vector<Score> scores() const;

  const Account* account_;
  const std::vector<Profile>& profiles_;
  Database& database_;
  Time now_;
  std::vector<Score> before_;
};

}  // namespace tipoff
