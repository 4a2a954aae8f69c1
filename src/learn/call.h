// Call: what came of one call to an account.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clock.h"

namespace tipoff {

enum class Outcome {
  no_answer,
  callback,
  wrong_person,
  not_interested,
  meeting,
  proposal,
  won,
  lost
};

[[nodiscard]] std::string_view name_of(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcome_named(std::string_view name);

struct Call {
  std::int64_t id = 0;  // row
  std::string account;  // id
  std::string seller = "default";
  Outcome outcome = Outcome::no_answer;
  Time at{};
  std::string contact;      // whom; may be empty
  std::optional<Time> due;  // of a callback
  std::string note;

  bool operator==(const Call&) const = default;
};

}  // namespace tipoff
