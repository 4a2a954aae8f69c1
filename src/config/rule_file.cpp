// Rule files: all files are read first, so that a word list may stand in any of them; then each
// pattern is tried.
#include "config/rule_file.h"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>

#include "config/lent_lists.h"
#include "config/rule_reader.h"
#include "detect/pattern.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& dir,
                                              Complaints& complaints) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  std::filesystem::directory_iterator entry(dir, error);
  if (error) {
    complaints.push_back({dir.string(), 0, "", "cannot read the rules: " + error.message(), false});
    return files;
  }
  for (const auto& file : entry) {
    if (file.path().extension() == ".toml") files.push_back(file.path());
  }
  std::ranges::sort(files);
  return files;
}

void check_patterns(const Rule& rule, const Language& language, Complaints& complaints) {
  const auto check = [&](const std::vector<std::string>& patterns, const std::vector<int>& lines,
                         std::string_view key) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto fault = pattern_fault(patterns[i], language);
      if (fault)
        complaints.push_back(
            {rule.file, lines.at(i), fmt::format("{}.{}", rule.id, key), *fault, false});
    }
  };
  check(rule.patterns, rule.pattern_lines, "pattern");
  check(rule.unless, rule.unless_lines, "unless");
}

void check_ids(const RuleBook& book, Complaints& complaints) {
  std::set<std::string> ids;
  for (const Rule& rule : book.rules) {
    if (!ids.insert(rule.id).second) {
      complaints.push_back(
          {rule.file, rule.line, "rule.id",
           fmt::format("\"{}\" is the id of another rule too; ids tell rules apart", rule.id),
           false});
    }
  }
}

/// Which patterns keep the book from being compiled; asked only where one does, since trying each
/// by itself takes longer than compiling the book.
void check_patterns(const RuleBook& book, Complaints& complaints) {
  for (const Rule& rule : book.rules) {
    const auto language = book.languages.find(rule.language);
    check_patterns(rule, language == book.languages.end() ? Language{} : language->second,
                   complaints);
  }
}

void compile(const std::string& dir, RuleReading& reading) {
  auto detector = Detector::compile(reading.book);
  if (detector) {
    if (!any_error(reading.complaints)) reading.detector = std::move(*detector);
    return;
  }
  const std::size_t before = reading.complaints.size();
  check_patterns(reading.book, reading.complaints);
  if (reading.complaints.size() == before)
    reading.complaints.push_back({dir, 0, "", detector.error().message, false});
}

}  // namespace

RuleReading read_rules(std::span<const std::filesystem::path> dirs) {
  RuleReading reading;
  for (const std::filesystem::path& dir : dirs) {
    for (const std::filesystem::path& file : toml_files(dir, reading.complaints))
      read_rule_file(file, reading);
  }
  check_ids(reading.book, reading.complaints);
  lend_lists(reading.book);
  if (!dirs.empty()) compile(dirs.front().string(), reading);
  return reading;
}

std::filesystem::path shipped_rules() {
  std::error_code error;
  const std::filesystem::path source = TIPOFF_SOURCE_RULES;
  if (std::filesystem::is_directory(source, error)) return source;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "tipoff" / "rules";
}

}  // namespace tipoff
