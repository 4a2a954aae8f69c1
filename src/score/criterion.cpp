// What an account is judged by.
#include "score/criterion.h"

namespace tipoff {

std::string_view name_of(Criterion criterion) {
  switch (criterion) {
    case Criterion::industry:
      return "industry";
    case Criterion::title:
      return "title";
    case Criterion::region:
      return "region";
    case Criterion::trigger:
      return "trigger";
    case Criterion::sold_in_industry:
      return "sold_in_industry";
    case Criterion::reference_customer:
      return "reference_customer";
    case Criterion::personally_involved:
      return "personally_involved";
    case Criterion::do_not_call:
      return "do_not_call";
  }
  return "";
}

std::optional<Criterion> criterion_named(std::string_view name) {
  for (int at = 0; at <= static_cast<int>(Criterion::do_not_call); ++at)
    if (name_of(static_cast<Criterion>(at)) == name) return static_cast<Criterion>(at);
  return std::nullopt;
}

}  // namespace tipoff
