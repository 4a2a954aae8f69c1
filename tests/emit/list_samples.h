// A call list for the tests of emit.
#pragma once

#include "rank/call_list.h"
#include "rank/why_now.h"
#include "score/score_samples.h"

namespace tipoff::samples {

inline CallListEntry entry(int rank, const std::string& name) {
  CallListEntry entry;
  entry.rank = rank;
  entry.id = "id-" + name;
  entry.name = name;
  Account own = account(name);
  own.id = entry.id;
  Story news = story();
  news.account = entry.id;
  news.role = Role::acquirer;
  news.sources = 3;
  entry.score = score(own, std::vector{news}, profile(), monday);
  for (Story& event : entry.score.events) event.fingerprints.clear();
  entry.why_now = tipoff::why_now(entry.score);
  entry.contact = {.name = "Jana Holt",
                   .title = "COO",
                   .phone = "+49 30 5550-17",
                   .email = "holt@brunnwerk.example"};
  entry.owner = "anna";
  return entry;
}

/// Two ranked accounts, the second without an event, and one that is off the list.
inline CallList call_list() {
  CallList list;
  list.version = 12;
  list.generated_at = monday;
  list.entries = {entry(1, "Brunnwerk AG"), entry(2, "和顺机械股份有限公司")};
  CallListEntry& quiet = list.entries[1];
  quiet.score.events.clear();
  quiet.score.next_change.reset();
  quiet.why_now.clear();
  quiet.contact = {};
  quiet.change = Movement::down;
  quiet.extra = {{"segment", "B"}, {"note", "call before noon, please"}};

  CallListEntry off;
  off.id = "eiche";
  off.name = "Eiche & Sohn";
  off.owner = "ben";
  off.score.disqualified =
      Disqualification{Criterion::region, "region France matches no target (Germany)"};
  list.disqualified = {off};
  return list;
}

/// One entry whose every text from a feed is `text`.
inline CallList list_telling(const std::string& text) {
  CallList list = call_list();
  list.entries.resize(1);
  CallListEntry& hostile = list.entries[0];
  hostile.why_now = text;
  Story& event = hostile.score.events[0];
  event.title = event.evidence = event.url = event.rule = text;
  for (ScorePart& part : hostile.score.parts) part.because = text;
  return list;
}

}  // namespace tipoff::samples
