// JUnit XML, in the form that Jenkins, GitLab and others read.
#include "pipeline/junit.h"

#include <algorithm>
#include <vector>

#include "emit/markup.h"
#include "text/format.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

/// XML 1.0 has no place for most control characters, not even escaped.
std::string safe(std::string_view text) {
  return escape_html(clean_text(text));
}

std::string test_case(const RuleTrial& trial) {
  std::string out = fmt::format(
      "    <testcase classname=\"{}\" name=\"{}: {}\" file=\"{}\" line=\"{}\"", safe(trial.kind),
      safe(trial.name), safe(trial.text), safe(trial.file), trial.line);
  if (trial.holds()) return out + "/>\n";
  out += fmt::format(">\n      <failure message=\"{}\">", safe(trial.why));
  for (const std::string& line : trial.diff) out += '\n' + safe(line);
  return out + "\n      </failure>\n    </testcase>\n";
}

struct Suite {
  std::string file;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::string cases;
};

}  // namespace

std::string to_junit(std::span<const RuleTrial> trials) {
  std::vector<Suite> suites;
  std::size_t failures = 0;
  for (const RuleTrial& trial : trials) {
    auto suite = std::ranges::find(suites, trial.file, &Suite::file);
    if (suite == suites.end()) suite = suites.insert(suite, Suite{trial.file, 0, 0, {}});
    ++suite->tests;
    suite->cases += test_case(trial);
    if (trial.holds()) continue;
    ++suite->failures;
    ++failures;
  }
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tipoff rule test\" "
      "tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
      trials.size(), failures);
  for (const Suite& suite : suites) {
    out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
                       safe(suite.file), suite.tests, suite.failures);
    out += suite.cases + "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace tipoff
