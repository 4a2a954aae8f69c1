// Reads and rewrites reports.
#include "store/report_table.h"

#include "store/story_columns.h"

namespace tipoff {

ReportTable::ReportTable(Database& database)
    : connection_(database.connection()),
      of_article_(connection_, std::string(report_columns) +
                                   " WHERE article = ? AND article <> 0 ORDER BY report.id") {}

std::vector<StoredReport> ReportTable::of_article(std::int64_t article) const {
  auto query = of_article_.run();
  query->bind(1, article);
  std::vector<StoredReport> reports;
  while (query->executeStep())
    reports.push_back({.story = query->getColumn(16).getInt64(), .report = report_from(*query)});
  return reports;
}

void ReportTable::replace(std::int64_t story, const Report& report) {
  SQLite::Statement update(connection_,
                           "UPDATE report SET role = ?, certainty = ?, confidence = ?, rule = ?,"
                           "  evidence = ?, ambiguous = ? WHERE story = ? AND article = ?");
  bind_code(update, 1, report.role);
  bind_code(update, 2, report.certainty);
  update.bind(3, report.confidence);
  update.bind(4, report.rule);
  update.bind(5, report.evidence);
  update.bind(6, report.ambiguous ? 1 : 0);
  update.bind(7, story);
  update.bind(8, report.article);
  update.exec();
}

void ReportTable::remove(std::int64_t story, std::int64_t article) {
  SQLite::Statement drop(connection_, "DELETE FROM report WHERE story = ? AND article = ?");
  drop.bind(1, story);
  drop.bind(2, article);
  drop.exec();
}

void ReportTable::remove_story(std::int64_t story) {
  for (const char* const sql :
       {"DELETE FROM story_change WHERE story = ?", "DELETE FROM story_feed WHERE story = ?",
        "DELETE FROM report WHERE story = ?", "DELETE FROM story WHERE id = ?"}) {
    SQLite::Statement drop(connection_, sql);
    drop.bind(1, story);
    drop.exec();
  }
}

}  // namespace tipoff
