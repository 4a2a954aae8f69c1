// Counts what became of the accounts called.
#include "learn/conversion.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tipoff {
namespace {

void count(Tally& tally, Deal deal) {
  ++tally.called;
  if (deal == Deal::open) ++tally.open;
  if (deal == Deal::won) ++tally.won;
}

void count(Conversion& conversion, const CalledAccount& account, Deal deal) {
  count(conversion.all, deal);
  if (deal == Deal::lost) ++conversion.lost;
  if (deal == Deal::lapsed) ++conversion.lapsed;
  if (came_to_meeting(account)) ++conversion.meetings;
  if (came_to_proposal(account)) ++conversion.proposals;
}

bool stands_before(const ConversionRow& a, const ConversionRow& b) {
  return std::tuple(a.facet.side, band_order(a.facet), -a.tally.called, -a.tally.won,
                    std::string_view(a.facet.value)) < std::tuple(b.facet.side, band_order(b.facet),
                                                                  -b.tally.called, -b.tally.won,
                                                                  std::string_view(b.facet.value));
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::too_early:
      return "too_early";
    case Verdict::below:
      return "below";
    case Verdict::met:
      return "met";
  }
  return "";
}

Verdict verdict_on(const Tally& tally, double target) {
  if (tally.interval().high < target) return Verdict::below;
  const bool enough = wilson_interval(0, tally.decided()).high < target;
  return enough && tally.rate() >= target ? Verdict::met : Verdict::too_early;
}

Conversion conversion_of(std::span<const CalledAccount> accounts, const Profile& profile,
                         const Measure& measure, Time now) {
  Conversion conversion;
  FacetReader reader(profile);
  std::map<Facet, Tally> rows;
  for (const CalledAccount& account : accounts) {
    if (account.calls.empty()) continue;
    const Deal deal = deal_of(account, now, measure.sales_cycle);
    count(conversion, account, deal);
    for (const Facet& facet : reader.facets_of(account)) count(rows[facet], deal);
  }
  conversion.target = measure.target;
  conversion.verdict = verdict_on(conversion.all, measure.target);
  for (const auto& [facet, tally] : rows) conversion.by.push_back({facet, tally});
  std::ranges::sort(conversion.by, stands_before);
  return conversion;
}

}  // namespace tipoff
