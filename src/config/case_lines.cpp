// Cases as JSON lines.
#include "config/case_lines.h"

#include "result.h"
#include "text/json.h"

namespace tipoff {
namespace {

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<ExpectedEvent> read_expected(const Json& object) {
  if (!object.is_object()) return failure("\"expect\" must be a list of objects");
  ExpectedEvent expected;
  expected.account = text_at(object, "account");
  expected.event = text_at(object, "event");
  if (expected.event.empty()) return failure("an expectation without \"event\"");
  if (const auto others = object.find("or"); others != object.end() && others->is_array()) {
    for (const Json& other : *others)
      if (other.is_string()) expected.or_else.push_back(other.get<std::string>());
  }
  if (const auto role = object.find("role"); role != object.end()) {
    expected.role = role_named(text_at(object, "role"));
    expected.no_role = role->is_null() || text_at(object, "role") == "none";
    if (!expected.role && !expected.no_role) return failure(dump(*role) + " is no role");
  }
  if (const auto certainty = object.find("certainty"); certainty != object.end()) {
    expected.certainty = certainty_named(text_at(object, "certainty"));
    if (!expected.certainty) return failure(dump(*certainty) + " is no certainty");
  }
  return expected;
}

Result<void> read_also(const Json& object, RuleCase& read) {
  const auto also = object.find("also");
  if (also == object.end()) return {};
  for (const Json& pair : *also) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string())
      return failure("\"also\" must be a list of [\"account\", \"event\"]");
    read.also.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
  }
  return {};
}

Result<RuleCase> read_case(std::string_view line) {
  const auto object = parse_json(line);
  if (!object || !object->is_object()) return failure("not a JSON object");
  const auto expect = object->find("expect");
  if (expect == object->end() || !expect->is_array())
    return failure("\"expect\" is missing: a list of all that must come out, [] for nothing");
  RuleCase read;
  if (const auto id = object->find("id"); id != object->end())
    read.id = id->is_string() ? id->get<std::string>() : dump(*id);
  read.text = {text_at(*object, "title"), text_at(*object, "body"), text_at(*object, "lang")};
  if (read.text.title.empty() && read.text.body.empty()) return failure("neither title nor body");
  for (const Json& each : *expect) {
    auto expected = read_expected(each);
    if (!expected) return std::unexpected(expected.error());
    read.expect.push_back(std::move(*expected));
  }
  if (auto done = read_also(*object, read); !done) return std::unexpected(done.error());
  return read;
}

}  // namespace

void parse_case_lines(std::string_view text, const std::string& file, CaseReading& reading) {
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto read = read_case(line);
    if (!read) {
      reading.complaints.push_back({file, number, "", read.error().message, false});
      continue;
    }
    read->file = file;
    read->line = number;
    if (read->id.empty()) read->id = "case " + std::to_string(number);
    reading.cases.push_back(std::move(*read));
  }
}

}  // namespace tipoff
