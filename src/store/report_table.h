// ReportTable: the reports by article, and what a second reading of the articles does to them.
#pragma once

#include <cstdint>
#include <vector>

#include "cluster/story.h"
#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

struct StoredReport {
  std::int64_t story = 0;
  Report report;
};

class ReportTable {
 public:
  explicit ReportTable(Database& database);

  [[nodiscard]] std::vector<StoredReport> of_article(std::int64_t article) const;

  /// The report of this story and report.article: role, certainty, confidence, rule, evidence and
  /// ambiguity become these; the rest stays.
  void replace(std::int64_t story, const Report& report);
  void remove(std::int64_t story, std::int64_t article);

  /// The story with its reports and owed changes. One that was judged cannot be removed: it throws.
  void remove_story(std::int64_t story);

 private:
  SQLite::Database& connection_;
  mutable Prepared of_article_;
};

}  // namespace tipoff
