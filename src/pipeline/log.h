// The log: one line an event, with stable names and key=value fields, on standard error.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tipoff {

enum class Severity { debug, info, warning, error };

using LogField = std::pair<std::string_view, std::string>;

/// Under journald (JOURNAL_STREAM is set) a line begins with its priority, "<4>", and carries no
/// time of its own.
void open_log(bool verbose);

/// From now on nothing is written: for programs whose output is not to be disturbed.
void silence_log();

/// log(Severity::warning, "feed.failed", {{"feed", url}, {"reason", why}}) writes
/// `feed.failed feed=https://wire.example/rss reason="no answer within 30 s"`.
void log(Severity severity, std::string_view event, std::initializer_list<LogField> fields = {});

/// The line without time and priority: a value with blanks, quotes or control characters is quoted.
[[nodiscard]] std::string log_line(std::string_view event, std::initializer_list<LogField> fields);

}  // namespace tipoff
