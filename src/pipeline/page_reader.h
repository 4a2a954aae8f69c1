// PageReader: reads the page of an article whose feed has only a headline, as its host allows.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "fetch/host_gate.h"
#include "fetch/robots_txt.h"
#include "net/transport.h"
#include "pipeline/assembly.h"
#include "store/article_table.h"
#include "store/judgement_table.h"
#include "store/page_table.h"
#include "store/story_table.h"

namespace tipoff {

inline constexpr std::chrono::seconds page_pause{10};    // between two pages of one host, at least
inline constexpr std::chrono::hours robots_kept{24};     // RFC 9309, 2.4
inline constexpr std::size_t largest_answer = 3U << 20;  // bytes of a page, decompressed
inline constexpr int most_page_tries = 3;

/// One page of a host at a time, none that its robots.txt closes to us, `page_pause` or its
/// Crawl-delay between two. What is kept of a page is what is kept of any article: a beginning of
/// its text, and the evidence of its events.
class PageReader {
 public:
  PageReader(Transport& transport, const Assembly& assembly, Database& database);

  void start_due(Time now);
  [[nodiscard]] bool has_results() const { return !arrived_.empty(); }
  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_.size(); }
  [[nodiscard]] std::optional<Time> next_due() const { return next_; }

  /// Takes in what has arrived: one transaction. How many articles it was. Throws what the store
  /// throws; then the same answers are taken at the next call.
  int record(Time now);

 private:
  struct Known {
    RobotsTxt robots;
    Time until{};
  };
  struct Arrived {
    WantedPage page;
    Response response;
    bool closed = false;  // robots.txt does not let us
  };

  void start(const WantedPage& page, Time now);
  void ask_robots(const WantedPage& page, const std::string& url, Time now);
  void ask_page(const WantedPage& page, const RobotsTxt& robots, Time now);
  [[nodiscard]] Request request_for(const WantedPage& page, const std::string& url) const;
  void take(const Arrived& arrived, Time now);
  void read(const WantedPage& page, std::string text);
  void try_again(const WantedPage& page, const std::string& reason, Time now);

  Transport& transport_;
  const Assembly& assembly_;
  Database& database_;
  PageTable pages_;
  ArticleTable articles_;
  StoryTable stories_;
  JudgementTable judgements_;
  HostGate gate_{1};
  std::map<std::string, Known> robots_;  // by address of the robots.txt
  std::set<std::int64_t> on_the_way_;    // articles
  std::deque<Arrived> arrived_;
  std::optional<Time> next_;
};

/// A feed's entry that says next to nothing beyond its headline.
[[nodiscard]] bool is_headline_only(const NewsText& text);

}  // namespace tipoff
