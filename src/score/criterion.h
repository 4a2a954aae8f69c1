// Criterion: what an account is judged by.
#pragma once

#include <optional>
#include <string_view>

namespace tipoff {

/// The seven parts of a score in their order, and do_not_call, which only takes accounts off the
/// list.
enum class Criterion {
  industry,
  title,
  region,
  trigger,
  sold_in_industry,
  reference_customer,
  personally_involved,
  do_not_call
};

[[nodiscard]] std::string_view name_of(Criterion criterion);
[[nodiscard]] std::optional<Criterion> criterion_named(std::string_view name);

}  // namespace tipoff
