#include "pipeline/log.h"

#include <cstdlib>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "text/format.h"

namespace tipoff {
namespace {

bool needs_quotes(std::string_view value) {
  return value.empty() || value.find_first_of(" \t\n\r\"=\\") != std::string_view::npos;
}

void append_value(std::string& line, std::string_view value) {
  if (!needs_quotes(value)) {
    line += value;
    return;
  }
  line += '"';
  for (const char c : value) {
    if (c == '\n') {
      line += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') line += '\\';
    line += c == '\r' || c == '\t' ? ' ' : c;
  }
  line += '"';
}

int journald_priority(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 3;
    case Severity::warning:
      return 4;
    case Severity::info:
      return 6;
    case Severity::debug:
      return 7;
  }
  return 6;
}

spdlog::level::level_enum spdlog_level(Severity severity) {
  switch (severity) {
    case Severity::error:
      return spdlog::level::err;
    case Severity::warning:
      return spdlog::level::warn;
    case Severity::info:
      return spdlog::level::info;
    case Severity::debug:
      return spdlog::level::debug;
  }
  return spdlog::level::info;
}

bool under_journald() {
  return std::getenv("JOURNAL_STREAM") != nullptr;
}

}  // namespace

void open_log(bool verbose) {
  auto logger =
      std::make_shared<spdlog::logger>("tipoff", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern(under_journald() ? "%v" : "%Y-%m-%dT%H:%M:%S%z %^%l%$ %v");
  logger->set_level(verbose ? spdlog::level::debug : spdlog::level::info);
  logger->flush_on(spdlog::level::debug);
  spdlog::set_default_logger(std::move(logger));
}

void silence_log() {
  spdlog::set_level(spdlog::level::off);
}

std::string log_line(std::string_view event, std::initializer_list<LogField> fields) {
  std::string line(event);
  for (const auto& [key, value] : fields) {
    line += ' ';
    line += key;
    line += '=';
    append_value(line, value);
  }
  return line;
}

void log(Severity severity, std::string_view event, std::initializer_list<LogField> fields) {
  auto line = log_line(event, fields);
  if (under_journald()) line = fmt::format("<{}>{}", journald_priority(severity), line);
  spdlog::default_logger_raw()->log(spdlog_level(severity),
                                    spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace tipoff
