// One rule file: TOML to rules and word lists, with a complaint for all that is not understood.
#include "config/rule_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <span>

#include "config/nearest.h"
#include "config/read_file.h"
#include "detect/event_type.h"
#include "text/format.h"

namespace tipoff {
namespace {

using namespace std::string_view_literals;

constexpr std::array file_keys = {"language"sv,  "rule"sv,       "words"sv, "certainty"sv,
                                  "silence"sv,   "strangers"sv,  "apart"sv, "company"sv,
                                  "family"sv,    "script"sv,     "aside"sv, "part"sv,
                                  "unrelated"sv, "boilerplate"sv};
constexpr std::array rule_keys = {"id"sv,     "event"sv,  "family"sv, "language"sv, "pattern"sv,
                                  "words"sv,  "unless"sv, "where"sv,  "weight"sv,   "role"sv,
                                  "before"sv, "inside"sv, "after"sv,  "within"sv,   "certainty"sv,
                                  "fires"sv,  "silent"sv};
constexpr std::array silence_keys = {"name"sv, "pattern"sv, "events"sv, "whole"sv};
constexpr std::array certainty_keys = {"rumoured"sv, "completed"sv, "denied"sv};
constexpr std::array stranger_keys = {"before"sv, "after"sv};

int line_of(const toml::node& node) {
  return static_cast<int>(node.source().begin.line);
}

/// Reads the keys of one table; every complaint gets file, line and key.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string place, const std::string& file,
              Complaints& complaints)
      : table_(table), place_(std::move(place)), file_(file), complaints_(complaints) {}

  [[nodiscard]] bool sound() const { return sound_; }

  void complain(std::string_view key, const toml::node& node, std::string message) {
    const std::string whole = place_.empty() || key.empty() ? fmt::format("{}{}", place_, key)
                                                            : fmt::format("{}.{}", place_, key);
    complaints_.push_back({file_, line_of(node), whole, std::move(message), false});
    sound_ = false;
  }

  void only(std::span<const std::string_view> valid) {
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(valid, key.str()) != valid.end()) continue;
      complain(key.str(), node, fmt::format("unknown key{}", suggestion(key.str(), valid)));
    }
  }

  [[nodiscard]] std::string text(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) complain(key, *node, "must be a text in quotes");
    return value.value_or("");
  }

  [[nodiscard]] std::optional<double> number(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->value<double>();
    if (!value) complain(key, *node, "must be a number");
    return value;
  }

  [[nodiscard]] bool yes(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return false;
    const auto value = node->value_exact<bool>();
    if (!value) complain(key, *node, "must be true or false");
    return value.value_or(false);
  }

  /// One text or a list of texts, each with its line.
  [[nodiscard]] std::vector<Example> texts_with_lines(std::string_view key) {
    std::vector<Example> out;
    const toml::node* node = table_.get(key);
    if (node == nullptr) return out;
    const auto take = [&](const toml::node& element) {
      const auto value = element.value_exact<std::string>();
      if (value) {
        out.push_back({*value, line_of(element)});
      } else {
        complain(key, element, "must be a text in quotes, or a list of them");
      }
    };
    if (const toml::array* list = node->as_array()) {
      for (const toml::node& element : *list) take(element);
    } else {
      take(*node);
    }
    return out;
  }

  [[nodiscard]] std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> out;
    for (Example& example : texts_with_lines(key)) out.push_back(std::move(example.text));
    return out;
  }

  [[nodiscard]] const toml::table& table() const { return table_; }

 private:
  const toml::table& table_;
  std::string place_;
  const std::string& file_;
  Complaints& complaints_;
  bool sound_ = true;
};

void append(std::vector<std::string>& to, std::vector<std::string> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void read_part(TableReader& reader, std::string_view key, Part& part) {
  const std::string value = reader.text(key);
  if (value.empty()) return;
  part.role = role_named(value);
  part.also = value == "also";
  part.counts = part.role || part.also || value == "self";
  if (!part.counts && value != "none") {
    reader.complain(key, *reader.table().get(key),
                    "must be \"self\", \"also\", \"none\", \"acquirer\", \"target\" or \"seller\"");
  }
}

void read_where(TableReader& reader, Rule& rule) {
  const auto places = reader.texts("where");
  if (places.empty()) return;
  rule.in_title = rule.in_lead = rule.in_body = false;
  for (const std::string& place : places) {
    if (place == "title") {
      rule.in_title = true;
    } else if (place == "lead") {
      rule.in_lead = true;
    } else if (place == "body") {
      rule.in_body = true;
    } else {
      reader.complain("where", *reader.table().get("where"),
                      fmt::format("\"{}\" is no place: title, lead, body", place));
    }
  }
}

/// One number, or three: title, lead, body.
void read_weight(TableReader& reader, Weight& weight) {
  const toml::node* node = reader.table().get("weight");
  if (node == nullptr) return;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    if (const auto title = reader.number("weight")) weight = Weight::from(*title);
    return;
  }
  const auto at = [&](std::size_t i) {
    return list->size() == 3 ? list->get(i)->value<double>() : std::nullopt;
  };
  if (at(0) && at(1) && at(2)) {
    weight = {*at(0), *at(1), *at(2)};
  } else {
    reader.complain("weight", *node, "must be a number, or three: [title, lead, body]");
  }
}

template <class Value>
void read_named(TableReader& reader, std::string_view key, std::optional<Value>& into,
                std::optional<Value> (*named)(std::string_view), std::string_view choices) {
  const std::string value = reader.text(key);
  if (value.empty()) return;
  into = named(value);
  if (!into)
    reader.complain(key, *reader.table().get(key), fmt::format("must be one of {}", choices));
}

void check_rule(TableReader& reader, const Rule& rule) {
  const toml::table& table = reader.table();
  if (rule.id.empty())
    reader.complain("id", table, "every rule needs an id, as id = \"acquisition.en.agrees\"");
  if (!is_event_type(rule.event)) {
    reader.complain(
        "event", table,
        "every rule needs an event: a word of a-z, 0-9 and _ that begins with a letter");
  }
  if (rule.patterns.empty() && rule.words.empty()) {
    reader.complain("pattern", table,
                    "a rule needs a pattern, or plain words, as words = [\"system upgrade\"]");
  }
  if (std::ranges::any_of(rule.words, [](const std::string& words) {
        return words.find_first_not_of(" -") == std::string::npos;
      })) {
    reader.complain("words", table, "empty words would find everything");
  }
}

/// What the rules of one file have in common.
struct FileDefaults {
  std::string file;
  std::string language;
  std::string family;
};

void read_rule(const toml::table& table, std::size_t index, const FileDefaults& defaults,
               RuleReading& reading) {
  const std::string& file = defaults.file;
  TableReader reader(table, fmt::format("rule[{}]", index), file, reading.complaints);
  reader.only(rule_keys);
  Rule rule;
  rule.id = reader.text("id");
  rule.event = reader.text("event");
  rule.language = table.contains("language") ? reader.text("language") : defaults.language;
  rule.family = table.contains("family") ? reader.text("family") : defaults.family;
  rule.patterns = reader.texts("pattern");
  rule.words = reader.texts("words");
  rule.unless = reader.texts("unless");
  read_weight(reader, rule.weight);
  rule.within = static_cast<std::size_t>(
      std::max(0.0, reader.number("within").value_or(static_cast<double>(rule.within))));
  read_where(reader, rule);
  read_named(reader, "role", rule.role, role_named, "acquirer, target, seller");
  read_named(reader, "certainty", rule.certainty, certainty_named,
             "rumoured, announced, completed, denied");
  read_part(reader, "before", rule.before);
  read_part(reader, "inside", rule.inside);
  read_part(reader, "after", rule.after);
  rule.fires = reader.texts_with_lines("fires");
  rule.silent = reader.texts_with_lines("silent");
  rule.file = file;
  rule.line = line_of(table);
  for (const Example& pattern : reader.texts_with_lines("pattern"))
    rule.pattern_lines.push_back(pattern.line);
  for (const Example& pattern : reader.texts_with_lines("unless"))
    rule.unless_lines.push_back(pattern.line);
  check_rule(reader, rule);
  if (reader.sound()) reading.book.rules.push_back(std::move(rule));
}

/// The table under `key`, or nothing; a complaint if there is something else.
const toml::table* table_at(TableReader& reader, std::string_view key) {
  const toml::node* node = reader.table().get(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table()) reader.complain(key, *node, fmt::format("must be a table, as [{}]", key));
  return node->as_table();
}

void read_lists(TableReader& reader, const std::string& file, Complaints& complaints,
                Language& language) {
  if (const toml::table* table = table_at(reader, "words")) {
    TableReader lists(*table, "words", file, complaints);
    for (const auto& [name, list] : *table)
      append(language.words[std::string(name.str())], lists.texts(name.str()));
  }
  if (const toml::table* table = table_at(reader, "certainty")) {
    TableReader lists(*table, "certainty", file, complaints);
    lists.only(certainty_keys);
    append(language.rumoured, lists.texts("rumoured"));
    append(language.completed, lists.texts("completed"));
    append(language.denied, lists.texts("denied"));
  }
  if (const toml::table* table = table_at(reader, "strangers")) {
    TableReader lists(*table, "strangers", file, complaints);
    lists.only(stranger_keys);
    append(language.stranger_before, lists.texts("before"));
    append(language.stranger_after, lists.texts("after"));
  }
  if (const toml::table* table = table_at(reader, "unrelated")) {
    TableReader lists(*table, "unrelated", file, complaints);
    lists.only(stranger_keys);
    append(language.unrelated_before, lists.texts("before"));
    append(language.unrelated_after, lists.texts("after"));
  }
  append(language.apart, reader.texts("apart"));
  append(language.aside, reader.texts("aside"));
  append(language.part, reader.texts("part"));
  append(language.boilerplate, reader.texts("boilerplate"));
  if (const std::string script = reader.text("script"); !script.empty()) language.script = script;
  if (const std::string company = reader.text("company"); !company.empty())
    language.company = company;
}

/// The tables of [[key]]; a complaint if it is something else.
template <class Each>
void each_table(TableReader& reader, std::string_view key, Each each) {
  const toml::node* node = reader.table().get(key);
  if (node == nullptr) return;
  const toml::array* list = node->as_array();
  if (list == nullptr || !list->is_homogeneous<toml::table>()) {
    reader.complain(key, *node, fmt::format("must be written as [[{}]]", key));
    return;
  }
  std::size_t index = 0;
  for (const toml::node& element : *list) each(*element.as_table(), ++index);
}

void read_document(const toml::table& document, const std::string& file, RuleReading& reading) {
  TableReader reader(document, "", file, reading.complaints);
  reader.only(file_keys);
  const std::string code = reader.text("language");
  Language& language = reading.book.languages[code];
  language.code = code;
  const FileDefaults defaults{file, code, reader.text("family")};
  read_lists(reader, file, reading.complaints, language);
  each_table(reader, "silence", [&](const toml::table& table, std::size_t index) {
    TableReader entry(table, fmt::format("silence[{}]", index), file, reading.complaints);
    entry.only(silence_keys);
    language.silences.push_back({entry.text("name"), entry.texts("pattern"), entry.texts("events"),
                                 entry.yes("whole"), file, line_of(table)});
  });
  each_table(reader, "rule", [&](const toml::table& table, std::size_t index) {
    read_rule(table, index, defaults, reading);
  });
}

}  // namespace

void parse_rule_file(std::string_view text, const std::string& file, RuleReading& reading) {
  try {
    read_document(toml::parse(text, file), file, reading);
  } catch (const toml::parse_error& error) {
    reading.complaints.push_back({file, static_cast<int>(error.source().begin.line), "",
                                  std::string(error.description()), false});
  }
}

void read_rule_file(const std::filesystem::path& file, RuleReading& reading) {
  const auto text = read_file(file);
  if (!text) {
    reading.complaints.push_back({file.string(), 0, "", text.error().message, false});
    return;
  }
  parse_rule_file(*text, file.string(), reading);
}

}  // namespace tipoff
