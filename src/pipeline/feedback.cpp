// Each of these is one short transaction: a judgement, the standing of what it covers, and what
// publish owes because of it.
#include "pipeline/feedback.h"

#include <algorithm>

#include "cluster/fingerprint.h"
#include "pipeline/take_report.h"
#include "store/outbox_table.h"
#include "store/story_table.h"
#include "text/format.h"

namespace tipoff {
namespace {

constexpr std::size_t most_alike = 1000;  // rows of one transaction

struct Tables {
  explicit Tables(Database& database) : stories(database), judgements(database), outbox(database) {}

  StoryTable stories;
  JudgementTable judgements;
  OutboxTable outbox;
};

Result<Story> find(const StoryTable& stories, std::int64_t id) {
  if (auto story = stories.find(id)) return *std::move(story);
  return failure(fmt::format("no event has the number {}: `tipoff event list` shows them", id));
}

Judgement judgement_on(const Story& story, Verdict verdict, const Remark& remark) {
  Judgement judgement;
  judgement.story = story.id;
  judgement.account = story.account;
  judgement.rule = story.rule;
  judgement.happened_at = story.happened_at;
  judgement.verdict = verdict;
  judgement.reason = remark.reason;
  judgement.made_at = remark.at;
  judgement.made_by = remark.by;
  return judgement;
}

bool is_confirmed(const JudgementTable& judgements, std::int64_t story) {
  const auto judgement = judgements.standing_on(story);
  return judgement && judgement->verdict == Verdict::confirmed;
}

/// The story first, then its like.
std::vector<Story> with_its_like(const Tables& tables, const Story& story) {
  std::vector<Story> alike{story};
  if (story.rule == seller_rule) return alike;
  for (Story& other : tables.stories.of_account(story.account)) {
    if (alike.size() == most_alike) break;
    if (other.id == story.id || other.rule != story.rule) continue;
    if (std::chrono::abs(other.happened_at - story.happened_at) > likeness_span) continue;
    if (!is_confirmed(tables.judgements, other.id)) alike.push_back(std::move(other));
  }
  return alike;
}

/// Gives the story the standing that its judgements and reports give it.
void settle(Tables& tables, const Story& story, Judged& judged, bool as_new, bool alertable) {
  Story after = story;
  after.standing = tables.judgements.standing_of(story.id);
  if (after.standing == story.standing) return;
  tables.stories.set_standing(story.id, after.standing);
  const auto previous = as_new ? std::nullopt : std::optional(story.certainty);
  tables.stories.owe({.story = story.id, .previous = previous, .alertable = alertable});
  judged.before.push_back(story);
  judged.after.push_back(std::move(after));
}

/// Whether somebody should hear of the story's present state now that it counts.
bool is_fresh(const StoryTable& stories, const Story& story, Time now,
              std::chrono::seconds max_age) {
  if (now - story.happened_at > max_age) return false;
  const auto reports = stories.reports(story.id);
  return std::ranges::any_of(reports, [&](const Report& report) {
    return report.alertable && report.certainty == story.certainty;
  });
}

void confirm(Tables& tables, const Story& story, const Remark& remark, bool alertable,
             Judged& judged) {
  judged.judgement = judgement_on(story, Verdict::confirmed, remark);
  judged.judgement.id = tables.judgements.add(judged.judgement);
  tables.judgements.cover(judged.judgement.id, story.id);
  settle(tables, story, judged, alertable, alertable);
  if (!judged.after.empty()) (void)tables.outbox.owe_again(story.id, remark.at);
}

}  // namespace

Result<Judged> mark_wrong(Database& database, std::int64_t id, const Remark& remark) {
  auto transaction = database.begin();
  Tables tables(database);
  const auto story = find(tables.stories, id);
  if (!story) return std::unexpected(story.error());
  Judged judged;
  judged.judgement = judgement_on(*story, Verdict::wrong, remark);
  judged.judgement.id = tables.judgements.add(judged.judgement);
  for (const Story& alike : with_its_like(tables, *story)) {
    tables.judgements.cover(judged.judgement.id, alike.id);
    settle(tables, alike, judged, false, false);
    (void)tables.outbox.withhold(alike.id);
  }
  transaction.commit();
  return judged;
}

Result<Judged> confirm(Database& database, std::int64_t id, const Remark& remark,
                       std::chrono::seconds max_age) {
  auto transaction = database.begin();
  Tables tables(database);
  const auto story = find(tables.stories, id);
  if (!story) return std::unexpected(story.error());
  Judged judged;
  confirm(tables, *story, remark, is_fresh(tables.stories, *story, remark.at, max_age), judged);
  transaction.commit();
  return judged;
}

Result<Judged> undo(Database& database, std::int64_t id, const Remark& remark) {
  auto transaction = database.begin();
  Tables tables(database);
  const auto story = find(tables.stories, id);
  if (!story) return std::unexpected(story.error());
  auto judgement = tables.judgements.standing_on(id);
  if (!judgement)
    return failure(fmt::format("event {} has not been judged: there is nothing to undo", id));
  Judged judged;
  judged.judgement = *std::move(judgement);
  tables.judgements.take_back(judged.judgement.id, remark.at, remark.by);
  for (const std::int64_t covered : tables.judgements.covered(judged.judgement.id)) {
    const auto alike = tables.stories.find(covered);
    if (!alike) continue;
    settle(tables, *alike, judged, false, false);
    if (tables.judgements.standing_of(covered) == Standing::counted)
      (void)tables.outbox.owe_again(covered, remark.at);
    else
      (void)tables.outbox.withhold(covered);
  }
  transaction.commit();
  return judged;
}

std::int64_t add_hearsay(Database& database, const Hearsay& hearsay, const Remark& remark) {
  Report report;
  report.account = hearsay.account;
  report.names = hearsay.names;
  report.event = hearsay.event;
  report.confidence = 1;
  report.rule = seller_rule;
  report.evidence = hearsay.text;
  report.title = hearsay.text;
  report.url = hearsay.url;
  report.feed = seller_rule;  // a source of its own
  report.seen_at = remark.at;
  report.fingerprint = fingerprint(hearsay.text);
  report.alertable = false;

  auto transaction = database.begin();
  Tables tables(database);
  const auto taken = take_report(tables.stories, tables.judgements, report);
  const auto story = tables.stories.find(taken.story);
  if (story && story->standing != Standing::counted) {
    Judged judged;
    confirm(tables, *story, remark, false, judged);
  }
  transaction.commit();
  return taken.story;
}

}  // namespace tipoff
