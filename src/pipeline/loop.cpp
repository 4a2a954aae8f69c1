#include "pipeline/loop.h"

#include <algorithm>

#include "net/signature.h"
#include "pipeline/log.h"
#include "text/format.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

constexpr auto calm = 50ms;             // publish waits for more to arrive, this long
constexpr auto longest_unrest = 200ms;  // but not longer than this
constexpr auto store_rest = 1s;         // between two tries after the store failed
constexpr auto longest_lock = 60s;      // a lock held longer than this is a failure
constexpr int most_store_failures = 3;
constexpr auto longest_gather = 20ms;          // answers are stored together: a commit is dear
constexpr std::size_t full_batch = 64;         // answers
constexpr std::size_t full_bytes = 2U << 20U;  // in their bodies

std::chrono::milliseconds until(std::chrono::steady_clock::time_point then) {
  return std::max(
      0ms, std::chrono::ceil<std::chrono::milliseconds>(then - std::chrono::steady_clock::now()));
}

}  // namespace

Loop::Loop(const Ground& ground, const Assembly& assembly)
    : ground_(ground),
      assembly_(assembly),
      ingest_(assembly, ground.database),
      poller_(ground.transport, assembly, ground.database, ground.clock.now()),
      publisher_(assembly, ground.database),
      deliveries_(ground.transport, ground.mail, ground.database, ground.instead),
      subscriber_(ground.transport, assembly, ground.database, poller_),
      pushes_(ground.database),
      pages_(ground.transport, assembly, ground.database) {
  publisher_.write_files();
  if (poller_.has_searches()) poller_.favour(publisher_.ranks());
  data_version_ = ground.database.data_version();
}

void Loop::turn(const std::vector<int>& descriptors, std::chrono::milliseconds longest) {
  const Time now = ground_.clock.now();
  poller_.start_due(now);
  pages_.start_due(now);
  start_deliveries(moment());
  ask_hubs(now);
  gather(descriptors, wait(longest));
  const Time after = ground_.clock.now();
  ingest(after);
  record_pages(after);
  record_deliveries();
  notice_other_writers();
  take_pushes(after);
  publish_when_calm(after);
}

void Loop::run_once(const std::vector<int>& descriptors, const std::function<bool()>& stop) {
  const Time begin = ground_.clock.now();
  poller_.only_due(begin);
  poller_.start_due(begin);
  while (!poller_.idle() && !stop()) {
    gather(descriptors, 1000ms);
    ingest(ground_.clock.now());
  }
  pages_.start_due(ground_.clock.now());  // one of each host: the others wait for the next time
  while (pages_.on_the_way() > 0 && !stop()) {
    if (!pages_.has_results()) wait_for_transfers(descriptors, 1000ms);
    record_pages(ground_.clock.now());
  }
  const Time now = ground_.clock.now();
  take_pushes(now);
  for (ask_hubs(now); subscriber_.on_the_way() > 0 && !stop(); ask_hubs(now))
    wait_for_transfers(descriptors, 1000ms);
  const auto is_due = [&] { return publisher_.is_due(now, true) || publisher_.holds_notices(); };
  bool published = false;
  for (int tries = 0; !published && is_due() && tries < most_store_failures && !stop(); ++tries)
    published = publish([&] { return publisher_.publish_all(now); });
  const Moment first = moment();  // a retry is due later
  start_deliveries(first);
  while ((deliveries_.on_the_way() > 0 || deliveries_.has_results()) && !stop()) {
    wait_for_transfers(descriptors, deliveries_.has_results() ? until(store_rest_until_) : 1000ms);
    record_deliveries();
    start_deliveries(first);  // those that stood behind a full channel
  }
}

/// Waits for an answer, and a moment longer for those that come right behind it.
void Loop::gather(const std::vector<int>& descriptors, std::chrono::milliseconds longest) {
  wait_for_transfers(descriptors, longest);
  const auto end = Steady::now() + longest_gather;
  while (!poller_.answers().empty() && poller_.answers().size() < full_batch &&
         poller_.bytes_arrived() < full_bytes && poller_.on_the_way() > 0 && Steady::now() < end) {
    poller_.start_due(ground_.clock.now());
    wait_for_transfers(descriptors, until(end));
  }
}

void Loop::wait_for_transfers(const std::vector<int>& descriptors,
                              std::chrono::milliseconds longest) {
  auto watched = descriptors;
  watched.push_back(ground_.mail.descriptor());
  ground_.transport.turn(longest, watched);
  ground_.mail.collect();
}

std::chrono::milliseconds Loop::wait(std::chrono::milliseconds longest) const {
  auto wait = longest;
  const auto sooner = [&](std::optional<Time> due) {
    if (due) wait = std::min(wait, ground_.clock.until(*due));
  };
  sooner(poller_.next_due());
  if (const auto change = publisher_.next_change())
    wait = std::min(wait, std::max(ground_.clock.until(*change), until(store_rest_until_)));
  const auto steady = Steady::now();
  if (const auto due = deliveries_.next_due(steady))
    wait = std::min(wait, std::chrono::ceil<std::chrono::milliseconds>(*due - steady));
  sooner(subscriber_.next_due());
  sooner(pages_.next_due());
  if (dirty_since_)
    wait = std::min(wait, until(std::min(last_arrival_ + calm, *dirty_since_ + longest_unrest)));
  if (list_waits_ && last_version_)
    wait = std::min(wait, until(*last_version_ + assembly_.settings.list_min_interval));
  if (!poller_.answers().empty() || deliveries_.has_results() || subscriber_.has_answers() ||
      pages_.has_results() || pushes_wait_)
    wait = std::min(wait, until(store_rest_until_));
  return wait;
}

void Loop::ingest(Time now) {
  const auto& answers = poller_.answers();
  if (answers.empty() || Steady::now() < store_rest_until_) return;
  std::vector<Ingested> ingested;
  const bool stored = attempt("ingest", [&] {
    auto transaction = ground_.database.begin();
    for (const FeedAnswer& answer : answers)
      ingested.push_back(ingest_.take(answer, chance(), now));
    poller_.remember_hosts(now);
    transaction.commit();
  });
  if (!stored) return;

  std::vector<FeedState> states;
  for (std::size_t i = 0; i < ingested.size(); ++i) {
    note(answers[i], ingested[i]);
    states.push_back(ingested[i].state);
  }
  poller_.taken(states, now);
  subscriber_.look_again();  // a document may have named a hub
}

/// Asks hubs for what is due, and records what they have answered.
void Loop::ask_hubs(Time now) {
  if (Steady::now() < store_rest_until_) return;
  (void)attempt("look after subscriptions", [&] {
    subscriber_.record(now);
    subscriber_.start_due(now);
  });
}

/// What hubs have sent, a batch a turn.
void Loop::take_pushes(Time now) {
  if (!pushes_wait_ || Steady::now() < store_rest_until_) return;
  std::vector<std::pair<std::string, Ingested>> taken;
  bool more = false;
  const bool stored = attempt("take in pushes", [&] {
    const auto pushes = pushes_.oldest({.documents = full_batch, .bytes = full_bytes});
    more = !pushes.empty();
    if (!more) return;
    auto transaction = ground_.database.begin();
    for (const StoredPush& push : pushes) {
      const auto feed = std::ranges::find(assembly_.feeds, push.feed, &Feed::url);
      if (feed == assembly_.feeds.end())
        pushes_.remove(push.id);
      else
        taken.emplace_back(push.feed, ingest_.take_push(*feed, push, now));
    }
    transaction.commit();
  });
  if (!stored) return;
  pushes_wait_ = more;
  if (taken.empty()) return;
  arrived();
  other_writer_ = false;  // it was a hub, not a person who waits
  for (const auto& [url, ingested] : taken) {
    ++totals_.pushed;
    count(url, ingested);
    if (ingested.kind == PollKind::failed)
      log(Severity::warning, "push.unreadable",
          {{"feed", url}, {"reason", ingested.state.failure}});
  }
}

void Loop::note(const FeedAnswer& answer, const Ingested& ingested) {
  ++totals_.polled;
  totals_.failed += ingested.kind == PollKind::failed || ingested.kind == PollKind::gone ? 1 : 0;
  totals_.unchanged += ingested.kind == PollKind::not_modified ? 1 : 0;
  if (!ingested.state.failure.empty())
    log(Severity::warning, "feed.failed",
        {{"feed", answer.feed->url},
         {"reason", ingested.state.failure},
         {"in_a_row", std::to_string(ingested.state.failures_in_a_row)}});
  count(answer.feed->url, ingested);
  arrived();
}

void Loop::count(const std::string& url, const Ingested& ingested) {
  totals_.articles += ingested.articles;
  totals_.mentions += ingested.mentions;
  for (const auto& [event, count] : ingested.events) totals_.events[event] += count;
  if (ingested.articles > 0)
    log(Severity::info, "feed.news",
        {{"feed", url},
         {"articles", std::to_string(ingested.articles)},
         {"mentions", std::to_string(ingested.mentions)}});
}

void Loop::arrived() {
  last_arrival_ = Steady::now();
  if (!dirty_since_) dirty_since_ = last_arrival_;
}

void Loop::notice_other_writers() {
  if (Steady::now() < store_rest_until_) return;
  (void)attempt("look for other writers", [&] {
    const auto version = ground_.database.data_version();
    if (version != data_version_) {
      other_writer_ = pushes_wait_ = true;
      deliveries_.look_again();
      subscriber_.look_again();
    }
    data_version_ = version;
  });
}

void Loop::publish_when_calm(Time now) {
  const auto moment = Steady::now();
  if (moment < store_rest_until_) return;
  const bool unrest =
      dirty_since_ && moment < std::min(last_arrival_ + calm, *dirty_since_ + longest_unrest);
  if (unrest) return;
  dirty_since_.reset();
  const bool list_may = !last_version_ || other_writer_ ||
                        moment >= *last_version_ + assembly_.settings.list_min_interval;
  if (publisher_.is_due(now, list_may))
    (void)publish([&] { return publisher_.publish(now, list_may); });
  else
    other_writer_ = false;
}

bool Loop::publish(const std::function<Published()>& work) {
  Published published;
  if (!attempt("publish", [&] { published = work(); })) return false;
  list_waits_ = publisher_.owes_list();
  other_writer_ = false;
  if (published.versions > 0) {
    totals_.versions += published.versions;
    last_version_ = Steady::now();
    if (poller_.has_searches()) poller_.favour(publisher_.ranks());
  }
  if (published.changes > 0 || published.versions > 0)
    log(Severity::info, "list.published",
        {{"changes", std::to_string(published.changes)},
         {"versions", std::to_string(published.versions)},
         {"alerts", std::to_string(published.owed)}});
  publisher_.write_files();
  return true;
}

void Loop::start_deliveries(const Moment& moment) {
  if (Steady::now() < store_rest_until_) return;
  (void)attempt("look for messages",
                [&] { deliveries_.start_due(assembly_.settings.channels, moment); });
}

void Loop::record_deliveries() {
  if (!deliveries_.has_results() || Steady::now() < store_rest_until_) return;
  (void)attempt("record deliveries", [&] { totals_.delivered += deliveries_.record(moment()); });
}

/// What a page told is published like what a feed brought.
void Loop::record_pages(Time now) {
  if (!pages_.has_results() || Steady::now() < store_rest_until_) return;
  int taken = 0;
  (void)attempt("record pages", [&] { taken = pages_.record(now); });
  if (taken == 0) return;
  log(Severity::info, "pages.read", {{"articles", std::to_string(taken)}});
  last_arrival_ = Steady::now();
  if (!dirty_since_) dirty_since_ = last_arrival_;
}

bool Loop::attempt(const char* what, const std::function<void()>& work) {
  try {
    work();
    troubles_.erase(what);
    return true;
  } catch (const SQLite::Exception& error) {
    const auto moment = Steady::now();
    Trouble& trouble = troubles_[what];
    const bool locked = is_lock(error);
    if (locked && !trouble.locked_since) trouble.locked_since = moment;
    const bool counts = !locked || moment - *trouble.locked_since > longest_lock;
    trouble.failures += counts ? 1 : 0;
    log(Severity::warning, "store.failed",
        {{"while", what},
         {"reason", error.what()},
         {"in_a_row", std::to_string(trouble.failures)}});
    if (trouble.failures >= most_store_failures)
      throw StoreFailed(fmt::format("the store failed {} times in a row, last to {}: {}",
                                    trouble.failures, what, error.what()));
    store_rest_until_ = moment + store_rest;
    return false;
  }
}

Moment Loop::moment() const {
  return {.now = ground_.clock.now(), .steady = Steady::now()};
}

std::string Loop::status() const {
  return fmt::format("{} feeds, {} failing, {} on the list", poller_.feeds(), poller_.failing(),
                     publisher_.listed());
}

}  // namespace tipoff
