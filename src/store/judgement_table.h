// JudgementTable: what people said of events, and which events that covers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "store/database.h"

namespace tipoff {

enum class Verdict { confirmed, wrong };

struct Judgement {
  std::int64_t id = 0;
  std::int64_t story = 0;  // the one that was judged
  std::string account;     // this and the next two: as the story stood then
  std::string rule;
  Time happened_at{};
  Verdict verdict = Verdict::wrong;
  std::string reason;
  Time made_at{};
  std::string made_by;
  std::optional<Time> undone_at;
  std::string undone_by;

  bool operator==(const Judgement&) const = default;
};

/// How far apart two events of one rule on one account may lie and still be alike.
inline constexpr std::chrono::days likeness_span{30};

/// The rule of events that a person told: no two of them are alike.
inline constexpr const char* seller_rule = "seller";

class JudgementTable {
 public:
  explicit JudgementTable(Database& database) : connection_(database.connection()) {}

  /// Its id and `undone_*` are ignored: the new id comes back. Covers nothing yet, not even its
  /// story.
  [[nodiscard]] std::int64_t add(const Judgement& judgement);
  void cover(std::int64_t judgement, std::int64_t story);
  void take_back(std::int64_t judgement, Time at, const std::string& by);  // history keeps it

  /// Every judgement that covers the story, oldest first, those taken back too.
  [[nodiscard]] std::vector<Judgement> of(std::int64_t story) const;
  /// The newest one that covers it and was not taken back.
  [[nodiscard]] std::optional<Judgement> standing_on(std::int64_t story) const;
  [[nodiscard]] std::vector<std::int64_t> covered(std::int64_t judgement) const;  // by id
  [[nodiscard]] bool was_judged(std::int64_t story) const;

  /// The newest judgement in force that says "wrong" of an event like this one: same rule, same
  /// account, within 30 days.
  [[nodiscard]] std::optional<std::int64_t> wrong_like(const Story& story) const;

  /// What the judgements make of the story; without any, its reports: one that is not ambiguous
  /// makes it count.
  [[nodiscard]] Standing standing_of(std::int64_t story) const;

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
