// A second reading of the stored articles, by the rules and accounts in force: where it differs
// from the first.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "pipeline/assembly.h"
#include "store/database.h"

namespace tipoff {

struct ReportDifference {
  std::int64_t article = 0;
  std::int64_t story = 0;        // of `before`
  std::optional<Report> before;  // none: the article tells an event now that it did not
  std::optional<Report> after;   // none: it tells it no more
};

struct SecondReading {
  std::size_t articles = 0;
  std::size_t out_of_reach =
      0;  // reports that rest on text beyond what is stored of their article: left as they are
  std::map<std::string, std::vector<ReportDifference>> by_account;  // in order of article
};

/// Reads headline and stored summary, article by article, without a transaction. Reports of
/// accounts that are not on the list any more are left as they are. Gained reports are not
/// alertable.
[[nodiscard]] SecondReading read_again(const Assembly& assembly, Database& database);

}  // namespace tipoff
