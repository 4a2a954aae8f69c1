// How a story's values stand in columns: role, certainty and standing as small numbers,
// fingerprints as bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "store/prepared.h"

namespace tipoff {

// These numbers stand on people's disks: a new value is appended, none is moved.
static_assert(static_cast<int>(Role::acquirer) == 0 && static_cast<int>(Role::target) == 1 &&
              static_cast<int>(Role::seller) == 2);
static_assert(static_cast<int>(Certainty::rumoured) == 0 &&
              static_cast<int>(Certainty::announced) == 1 &&
              static_cast<int>(Certainty::completed) == 2 &&
              static_cast<int>(Certainty::denied) == 3);
static_assert(static_cast<int>(Standing::counted) == 0 && static_cast<int>(Standing::review) == 1 &&
              static_cast<int>(Standing::wrong) == 2);

template <class Enum>
void bind_code(SQLite::Statement& statement, int place, Enum value) {
  statement.bind(place, static_cast<int>(value));
}

template <class Enum>
void bind_code(SQLite::Statement& statement, int place, const std::optional<Enum>& value) {
  if (value) {
    statement.bind(place, static_cast<int>(*value));
  } else {
    statement.bind(place);
  }
}

template <class Enum>
[[nodiscard]] Enum code_of(const SQLite::Column& column) {
  return static_cast<Enum>(column.getInt());
}

template <class Enum>
[[nodiscard]] std::optional<Enum> optional_code_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return code_of<Enum>(column);
}

/// What report_from() reads, and where from; a condition follows.
inline constexpr const char* report_columns =
    "SELECT story.account, article, feed.url, report.event, report.role, report.certainty,"
    "       report.confidence, report.rule, report.evidence, report.title, report.url,"
    "       published, report.seen_at, fingerprint, ambiguous, alertable, report.story"
    "  FROM report JOIN story ON story.id = story JOIN feed ON feed.id = feed ";
[[nodiscard]] Report report_from(SQLite::Statement& row);

/// Eight bytes each, the lowest first.
[[nodiscard]] std::string bytes_of(const std::vector<std::uint64_t>& fingerprints);
[[nodiscard]] std::vector<std::uint64_t> fingerprints_of(const SQLite::Column& column);

}  // namespace tipoff
