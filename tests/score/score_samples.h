// Accounts, stories and a profile for the tests of score and rank.
#pragma once

#include <string>

#include "score/account_score.h"

namespace tipoff::samples {

using std::chrono::days;
using std::chrono::seconds;

/// 2026-03-02T08:00:00Z
inline const Time monday =
    std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8};

inline Target target(std::string name, std::optional<int> importance = std::nullopt,
                     std::vector<std::string> also = {}) {
  return {.name = std::move(name),
          .also = std::move(also),
          .importance = importance,
          .strong_competitor = false};
}

/// A seller who sells to makers and shippers in two countries, and to two kinds of buyer.
inline Profile profile() {
  Profile profile;
  profile.industries = {target("Manufacturing"), target("Logistics", 1, {"Spedition", "物流"})};
  profile.titles = {target("COO"), target("Head of Supply Chain", 2)};
  profile.regions = {target("Germany"), target("Switzerland", 1)};
  profile.regions[1].strong_competitor = true;
  profile.importance = {.industry = 2, .title = 1, .region = 1, .trigger = 2};
  return profile;
}

inline Contact contact(std::string name, std::string title) {
  return {.name = std::move(name), .title = std::move(title), .phone = "", .email = ""};
}

/// Meets every target of profile().
inline Account account(std::string name = "Brunnwerk AG") {
  Account account;
  account.id = name;
  account.name = std::move(name);
  account.industries = {"Manufacturing"};
  account.regions = {"Germany"};
  account.contacts = {contact("Jana Holt", "COO")};
  return account;
}

inline Story story(std::string event = "merger", Time happened_at = monday) {
  Story story;
  story.id = 5;
  story.account = "Brunnwerk AG";
  story.event = std::move(event);
  story.happened_at = happened_at;
  story.seen_at = happened_at;
  story.rule = story.event + ".en.agrees";
  story.evidence = "Brunnwerk and Talhof to merge";
  story.title = "Brunnwerk and Talhof to merge in autumn";
  story.url = "https://www.wire.example/2026/brunnwerk";
  return story;
}

inline const ScorePart& part(const AccountScore& score, Criterion criterion) {
  return score.parts.at(static_cast<std::size_t>(criterion));
}

}  // namespace tipoff::samples
