// Conversion: how many of the accounts called were won, overall and by what was known of them, and
// whether that reaches the target.
#pragma once

#include <chrono>
#include <span>
#include <string_view>
#include <vector>

#include "learn/called_account.h"
#include "learn/facet.h"
#include "learn/wilson.h"
#include "score/profile.h"

namespace tipoff {

/// What conversion is measured by.
struct Measure {
  double target = 0.1;  // one in ten
  std::chrono::seconds sales_cycle = default_sales_cycle;
};

/// Accounts, each once. `called` counts the open ones too; the rate does not.
struct Tally {
  int called = 0;
  int open = 0;
  int won = 0;

  [[nodiscard]] int decided() const { return called - open; }
  [[nodiscard]] double rate() const { return decided() == 0 ? 0 : double(won) / decided(); }
  [[nodiscard]] Interval interval() const { return wilson_interval(won, decided()); }

  bool operator==(const Tally&) const = default;
};

///  below      the whole interval lies below the target: chance alone does not explain it.
///  met        the rate has reached the target, and so many accounts are decided that a list
///             without any win would be below by now (35 for a target of one in ten).
///  too_early  else.
enum class Verdict { too_early, below, met };

[[nodiscard]] std::string_view name_of(Verdict verdict);

[[nodiscard]] Verdict verdict_on(const Tally& tally, double target);

struct ConversionRow {
  Facet facet;
  Tally tally;

  bool operator==(const ConversionRow&) const = default;
};

struct Conversion {
  Tally all;
  int lost = 0;       // said no
  int lapsed = 0;     // a sales cycle without a decision
  int meetings = 0;   // accounts that came at least to a meeting, open ones too: the early signal
  int proposals = 0;  // at least to a proposal
  double target = 0;
  Verdict verdict = Verdict::too_early;
  std::vector<ConversionRow> by;  // by side; bands in their order, else the most called first
};

/// `accounts`: one seller's. An account with two industries counts in the rows of both.
[[nodiscard]] Conversion conversion_of(std::span<const CalledAccount> accounts,
                                       const Profile& profile, const Measure& measure, Time now);

}  // namespace tipoff
