// Matches and detects again, and compares with the reports that the first reading left.
#include "pipeline/second_reading.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "pipeline/report_of.h"
#include "store/article_table.h"
#include "store/report_table.h"

namespace tipoff {
namespace {

constexpr std::size_t page = 1000;

bool says_the_same(const Report& a, const Report& b) {
  return std::tie(a.role, a.certainty, a.rule, a.evidence, a.ambiguous) ==
         std::tie(b.role, b.certainty, b.rule, b.evidence, b.ambiguous);
}

bool tells_the_same_event(const Report& a, const Report& b) {
  return a.account == b.account && a.event == b.event;
}

/// What the first reading saw may lie behind the end of what was stored.
bool is_within(const StoredArticle& article, const Report& report) {
  return article.title.find(report.evidence) != std::string::npos ||
         article.summary.find(report.evidence) != std::string::npos;
}

class Reader {
 public:
  Reader(const Assembly& assembly, Database& database) : assembly_(assembly), reports_(database) {
    for (const Feed& feed : assembly.feeds) feeds_.emplace(feed.url, &feed);
  }

  void read(const StoredArticle& article, SecondReading& result) {
    const auto now = reports_now(article);
    const auto before = reports_.of_article(article.id);
    for (const StoredReport& first : before) compare(article, first, now, result);
    for (const Report& report : now) {
      const bool known = std::ranges::any_of(before, [&](const StoredReport& first) {
        return tells_the_same_event(first.report, report);
      });
      if (!known)
        add(result, {.article = article.id, .story = 0, .before = std::nullopt, .after = report});
    }
    ++result.articles;
  }

 private:
  std::vector<Report> reports_now(const StoredArticle& article) const {
    const auto found = feeds_.find(article.feed);
    const Feed* feed = found == feeds_.end() ? nullptr : found->second;
    Article shown;
    shown.title = article.title;
    shown.summary = article.summary;
    const NewsText text = news_text(shown, feed == nullptr ? "" : feed->language);
    const auto mentions = assembly_.matcher.find(
        text, feed == nullptr ? std::nullopt : searched_account(assembly_, *feed));
    std::vector<Report> reports;
    if (mentions.empty()) return reports;
    for (const Trigger& trigger : assembly_.detector.detect(text, mentions)) {
      reports.push_back(
          report_of(trigger, assembly_.accounts[trigger.account.value()], article, text));
      reports.back().alertable = false;
    }
    return reports;
  }

  void compare(const StoredArticle& article, const StoredReport& first,
               const std::vector<Report>& now, SecondReading& result) const {
    const auto again = std::ranges::find_if(
        now, [&](const Report& report) { return tells_the_same_event(first.report, report); });
    const bool is_told = again != now.end();
    if ((is_told && says_the_same(*again, first.report)) ||
        assembly_.find_account(first.report.account) == nullptr)
      return;
    if (!is_within(article, first.report)) {
      ++result.out_of_reach;
      return;
    }
    ReportDifference difference{
        .article = article.id, .story = first.story, .before = first.report, .after = std::nullopt};
    if (is_told) {
      difference.after = *again;
      difference.after->fingerprint = first.report.fingerprint;  // of the whole text
      difference.after->alertable = first.report.alertable;
    }
    add(result, std::move(difference));
  }

  static void add(SecondReading& result, ReportDifference difference) {
    const std::string account =
        difference.before ? difference.before->account : difference.after->account;
    result.by_account[account].push_back(std::move(difference));
  }

  const Assembly& assembly_;
  ReportTable reports_;
  std::unordered_map<std::string, const Feed*> feeds_;  // by URL
};

}  // namespace

SecondReading read_again(const Assembly& assembly, Database& database) {
  SecondReading result;
  Reader reader(assembly, database);
  const ArticleTable articles(database);
  std::int64_t last = 0;
  for (auto next = articles.after(last, page); !next.empty(); next = articles.after(last, page)) {
    for (const StoredArticle& article : next) reader.read(article, result);
    last = next.back().id;
  }
  return result;
}

}  // namespace tipoff
