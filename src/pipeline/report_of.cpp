// Copies what the report needs, so that it stands without its article.
#include "pipeline/report_of.h"

#include "cluster/fingerprint.h"

namespace tipoff {

Report report_of(const Trigger& trigger, const Account& account, const StoredArticle& article,
                 const NewsText& text) {
  Report report;
  report.account = account.id;
  report.names = account.aliases;
  report.names.push_back(account.name);
  report.event = trigger.event;
  report.role = trigger.role;
  report.certainty = trigger.certainty;
  report.confidence = trigger.confidence;
  report.rule = trigger.rule;
  report.evidence = trigger.evidence;
  report.title = article.title;
  report.url = article.link;
  report.feed = article.feed;
  report.published = article.published;
  report.seen_at = article.seen_at;
  report.fingerprint = fingerprint(text.title + "\n" + text.body);
  report.article = article.id;
  report.ambiguous = trigger.ambiguous;
  return report;
}

std::optional<AccountIndex> searched_account(const Assembly& assembly, const Feed& feed) {
  const auto found = assembly.account_index.find(feed.searched_account);
  if (feed.searched_account.empty() || found == assembly.account_index.end()) return std::nullopt;
  return found->second;
}

}  // namespace tipoff
