// Reports for the tests of stories.
#pragma once

#include <string>

#include "cluster/fingerprint.h"
#include "cluster/story.h"

namespace tipoff::fakes {

inline const Time monday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} +
                         std::chrono::hours{8}};

/// Of Quarzwerk AG, announced, published on `monday`; the headline is the evidence too.
inline Report report_of(const std::string& title, Time published = monday) {
  Report report;
  report.account = "q-1";
  report.names = {"Quarzwerk AG", "Quarzwerk", "樾宸投资"};
  report.event = "acquisition";
  report.confidence = 0.5;
  report.rule = "acquisition.en.buys";
  report.evidence = title;
  report.title = title;
  report.url = "https://a.example/1";
  report.feed = "https://a.example/rss";
  report.published = published;
  report.seen_at = published + std::chrono::minutes{10};
  report.fingerprint = fingerprint(title);
  return report;
}

}  // namespace tipoff::fakes
