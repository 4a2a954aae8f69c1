// Weighs shared against different names.
#include "cluster/likeness.h"

#include <algorithm>

namespace tipoff {
namespace {

/// Names of either that the other text has too, in whatever case.
std::size_t shared_names(const Telling& a, const Telling& a_all, const Telling& b,
                         const Telling& b_all) {
  return std::max(shared_count(a.names, b_all.words), shared_count(b.names, a_all.words));
}

/// Latin and Chinese names cannot be compared.
bool comparable(const Telling& a, const Telling& b) {
  return (a.latin && b.latin) || (a.chinese && b.chinese);
}

bool others(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return !a.empty() && !b.empty() && shared_count(a, b) == 0;
}

}  // namespace

Claim claim_of(std::string_view title, std::string_view evidence, const OwnWords& own) {
  Claim claim;
  claim.evidence = telling_of(evidence, own);
  claim.all = joined(telling_of(title, own), claim.evidence);
  return claim;
}

Likeness likeness_of(const Claim& a, const Claim& b) {
  Likeness likeness;
  // Where the account's own name could not be told, one shared name is taken to be it.
  const std::size_t own = a.all.own_seen || b.all.own_seen ? 0 : 1;
  const bool parties = comparable(a.evidence, b.evidence) && a.evidence.names.size() > own &&
                       b.evidence.names.size() > own;
  const auto& of_a = parties ? a.evidence : a.all;
  const auto& of_b = parties ? b.evidence : b.all;
  const auto smaller = std::min(of_a.names.size(), of_b.names.size());
  const auto shared = shared_names(of_a, a.all, of_b, b.all);
  if (comparable(of_a, of_b) && smaller > own) {
    likeness.other_names = shared <= own;
    likeness.same_names = shared > own && (parties || 2 * shared >= smaller);
  }
  likeness.guessed = of_a.shouted || of_b.shouted;
  likeness.same_numbers = shared_count(a.all.numbers, b.all.numbers) > 0;
  likeness.other_numbers = others(a.all.numbers, b.all.numbers);
  likeness.other_sums = others(a.all.sums, b.all.sums);
  likeness.translated = a.all.in_characters != b.all.in_characters && !comparable(a.all, b.all);
  likeness.bare = a.all.names.size() <= own && b.all.names.size() <= own && a.all.numbers.empty() &&
                  b.all.numbers.empty();
  const auto common = shared_count(a.all.words, b.all.words);
  const auto total = a.all.words.size() + b.all.words.size() - common;
  likeness.words = total == 0 ? 0 : static_cast<double>(common) / static_cast<double>(total);
  return likeness;
}

}  // namespace tipoff
