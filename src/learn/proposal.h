// Proposals: changes of the scorecard that recorded outcomes speak for, each with its evidence and
// its effect. Nothing here applies one.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "learn/called_account.h"
#include "learn/change.h"
#include "learn/conversion.h"
#include "learn/preference.h"
#include "learn/replay.h"
#include "learn/setting.h"

namespace tipoff {

struct Proposal {
  std::string change;                   // "raise the weight of merger from 1 to 2"
  std::string because;                  // the counts, the odds, how probable by chance
  std::string effect;                   // the replay in words
  std::vector<SettingChange> settings;  // what to write
  std::vector<Finding> findings;        // that ask for it, at least one
  Scoring after;
  Replay replay;
};

/// What is needed beside the accounts.
struct ProposalBasis {
  Scoring current;
  std::set<std::string> event_types;  // that the rules know, beside the shipped ones
  Measure measure;
  Caution caution = {};
};

/// `accounts`: one seller's. Each proposal starts from the current scoring by itself; once one is
/// applied, ask again. Left out is what the replay does not bear out: a change of order that brings
/// no win nearer to the top, a narrowing that lowers the rate there. So few outcomes, or so even
/// ones, that chance explains them propose nothing (see find_preferences()).
[[nodiscard]] std::vector<Proposal> propose(std::span<const CalledAccount> accounts,
                                            const ProposalBasis& basis, Time now);

}  // namespace tipoff
