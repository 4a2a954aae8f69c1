// Account by account: stories that lose or change reports are told anew, then what was gained is
// taken in. The draft is made from the store, so that it can be looked at or carried out.
#include "pipeline/reapply.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "cluster/join.h"
#include "cluster/retell.h"
#include "store/judgement_table.h"
#include "store/outbox_table.h"
#include "store/report_table.h"
#include "store/story_table.h"

namespace tipoff {
namespace {

constexpr std::size_t most_rows =
    500;  // reports of one transaction, more only where one account has them

using Differences = std::vector<ReportDifference>;

struct Tables {
  explicit Tables(Database& database)
      : stories(database), judgements(database), reports(database), outbox(database) {}

  StoryTable stories;
  JudgementTable judgements;
  ReportTable reports;
  OutboxTable outbox;
};

/// A story on its way from what it was to what it will be.
struct Draft {
  std::optional<Story> before;
  std::optional<Story> after;
  std::vector<std::int64_t> removed;  // articles
  std::vector<Report> replaced;
  std::vector<Report> added;
};

/// Carries out a difference on the story's reports.
void apply(const ReportDifference& difference, std::vector<Report>& reports, Draft& draft) {
  const auto at = std::ranges::find(reports, difference.article, &Report::article);
  if (at == reports.end()) return;
  if (difference.after) {
    *at = *difference.after;
    draft.replaced.push_back(*difference.after);
  } else {
    reports.erase(at);
    draft.removed.push_back(difference.article);
  }
}

/// The stories of which a report was lost or changed, told anew.
std::vector<Draft> told_anew(const Differences& differences, const Tables& tables,
                             Reapplication& result) {
  std::map<std::int64_t, std::vector<const ReportDifference*>> by_story;
  for (const ReportDifference& difference : differences)
    if (difference.before) by_story[difference.story].push_back(&difference);

  std::vector<Draft> drafts;
  for (const auto& [id, own] : by_story) {
    if (tables.judgements.was_judged(id)) {
      result.judged += own.size();
      continue;
    }
    Draft draft;
    draft.before = tables.stories.find(id);
    if (!draft.before) continue;
    auto reports = tables.stories.reports(id);
    for (const ReportDifference* difference : own) apply(*difference, reports, draft);
    if (!reports.empty()) draft.after = retell(*draft.before, reports);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

std::vector<Report> gained(const Differences& differences) {
  std::vector<Report> reports;
  for (const ReportDifference& difference : differences)
    if (!difference.before) reports.push_back(*difference.after);
  std::ranges::stable_sort(reports, {}, [](const Report& report) { return time_of(report); });
  return reports;
}

/// Every story of the account as it will be; each has a draft.
std::vector<Draft> with_untouched(std::vector<Draft> drafts, std::vector<Story> stories) {
  for (Story& story : stories) {
    const bool drafted = std::ranges::any_of(
        drafts, [&](const Draft& draft) { return draft.before->id == story.id; });
    if (drafted) continue;
    Draft draft;
    draft.before = story;
    draft.after = std::move(story);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

void take(const Report& report, std::vector<Draft>& drafts, const JudgementTable& judgements) {
  std::vector<Story> known;
  std::vector<std::size_t> draft_of;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].after) continue;
    known.push_back(*drafts[i].after);
    draft_of.push_back(i);
  }
  if (const auto told = story_told_by(report, known)) {
    Draft& draft = drafts[draft_of[*told]];
    draft.after = advance(*std::move(draft.after), report, !draft.before).story;
    draft.added.push_back(report);
    return;
  }
  Draft draft;
  draft.after = new_story(report);
  if (judgements.wrong_like(*draft.after)) draft.after->standing = Standing::wrong;
  draft.added.push_back(report);
  drafts.push_back(std::move(draft));
}

std::vector<Draft> draft(const std::string& account, const Differences& differences,
                         const Tables& tables, Reapplication& result) {
  auto drafts =
      with_untouched(told_anew(differences, tables, result), tables.stories.of_account(account));
  for (const Report& report : gained(differences)) take(report, drafts, tables.judgements);
  std::erase_if(drafts, [](const Draft& one) {
    return one.removed.empty() && one.replaced.empty() && one.added.empty();
  });
  return drafts;
}

bool looks_the_same(const Story& a, const Story& b) {
  return std::tie(a.role, a.certainty, a.standing, a.rule, a.evidence) ==
         std::tie(b.role, b.certainty, b.standing, b.rule, b.evidence);
}

void note(const std::vector<Draft>& drafts, Reapplication& result) {
  for (const Draft& one : drafts)
    if (!one.before || !one.after || !looks_the_same(*one.before, *one.after))
      result.stories.push_back({.before = one.before, .after = one.after});
}

void lose(const Story& story, Tables& tables) {
  (void)tables.outbox.withhold(story.id);
  tables.reports.remove_story(story.id);
  tables.stories.owe_score(story.account);
}

/// Gives the story its id.
void gain(Story& story, Tables& tables) {
  story.id = tables.stories.add(story);
  if (story.standing == Standing::wrong) {
    if (const auto judgement = tables.judgements.wrong_like(story))
      tables.judgements.cover(*judgement, story.id);
  }
  tables.stories.owe({.story = story.id, .previous = std::nullopt, .alertable = false});
}

void carry_out(Draft& one, Tables& tables) {
  if (!one.after) return lose(*one.before, tables);
  if (!one.before) {
    gain(*one.after, tables);
  } else if (*one.before != *one.after) {
    tables.stories.update(*one.after);
    tables.stories.owe(
        {.story = one.after->id, .previous = one.after->certainty, .alertable = false});
  }
  const std::int64_t story = one.after->id;
  for (const std::int64_t article : one.removed) tables.reports.remove(story, article);
  for (const Report& report : one.replaced) tables.reports.replace(story, report);
  for (const Report& report : one.added) tables.stories.add_report(story, report);
}

}  // namespace

Reapplication outlook(const SecondReading& reading, Database& database) {
  Reapplication result;
  const Tables tables(database);
  for (const auto& [account, differences] : reading.by_account)
    note(draft(account, differences, tables, result), result);
  return result;
}

Reapplication reapply(const SecondReading& reading, Database& database) {
  Reapplication result;
  Tables tables(database);
  for (auto next = reading.by_account.begin(); next != reading.by_account.end();) {
    auto transaction = database.begin();
    for (std::size_t rows = 0; rows < most_rows && next != reading.by_account.end(); ++next) {
      auto drafts = draft(next->first, next->second, tables, result);
      for (Draft& one : drafts) carry_out(one, tables);
      note(drafts, result);
      rows += next->second.size();
    }
    transaction.commit();
  }
  return result;
}

}  // namespace tipoff
