// An example of a rule, read: the text, the marked account, what must come out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/trigger.h"
#include "match/mention.h"
#include "parse/article.h"
#include "result.h"

namespace tipoff {

struct ExampleReading {
  NewsText text;
  std::vector<Mention> mentions;  // of account 0; none: every company counts
  std::optional<Role> role;
  std::optional<Certainty> certainty;
};

/// "[Acme] to buy Beta || Acme said .. => acquirer, announced". Fails on a word behind => that is
/// neither role nor certainty.
[[nodiscard]] Result<ExampleReading> read_example(std::string_view example);

}  // namespace tipoff
