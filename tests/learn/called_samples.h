// Called accounts for the tests of learn.
#pragma once

#include <string>
#include <vector>

#include "learn/called_account.h"

namespace tipoff::samples {

using std::chrono::days;

/// 2026-09-01T00:00:00Z: when the tests ask.
inline const Time asked = std::chrono::sys_days{std::chrono::year{2026} / 9 / 1};

inline Call call(Outcome outcome, int days_ago, std::string note = "") {
  Call call;
  call.outcome = outcome;
  call.at = asked - days{days_ago};
  call.note = std::move(note);
  return call;
}

inline CalledAccount called(std::string id, std::vector<Call> calls) {
  CalledAccount account;
  account.id = id;
  account.name = std::move(id);
  account.calls = std::move(calls);
  return account;
}

inline EventAtCall event(std::string type, int age_days, const CalledAccount& account,
                         std::string rule = "") {
  EventAtCall event;
  event.rule = rule.empty() ? type + ".en.agrees" : std::move(rule);
  event.event = std::move(type);
  event.source = "wire.example";
  event.happened_at = first_call(account) - days{age_days};
  return event;
}

/// A recorded part that gives so many points.
inline std::vector<ScorePart> scored(int points) {
  return {{.criterion = Criterion::personally_involved, .points = points, .of = 10, .because = ""}};
}

/// So many accounts, the first of them won, the others lost; `mark` gives each its properties.
template <class Mark>
void add_called(std::vector<CalledAccount>& accounts, int count, int won, Mark mark) {
  for (int at = 0; at < count; ++at) {
    CalledAccount account = called("account " + std::to_string(accounts.size()),
                                   {call(at < won ? Outcome::won : Outcome::lost, 100)});
    mark(account);
    accounts.push_back(std::move(account));
  }
}

}  // namespace tipoff::samples
