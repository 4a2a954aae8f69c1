// Typed reading over toml++, with complaints.
#include "config/toml_table.h"

#include <algorithm>

#include "config/duration.h"
#include "config/nearest.h"
#include "text/format.h"

namespace tipoff {

namespace {

template <class Number>
std::string one_of_range(Number lowest, Number highest) {
  return fmt::format("must be from {} to {}", lowest, highest);
}

std::string numbered(std::string_view key, std::size_t index) {
  return std::string(key) + "[" + std::to_string(index + 1) + "]";
}

}  // namespace

const toml::node* TomlTable::node(std::string_view key) {
  allow(key);
  return table_->get(key);
}

void TomlTable::allow(std::string_view key) {
  if (std::ranges::find(read_, key) == read_.end()) read_.emplace_back(key);
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_string()) return complain_type(key, "a string in quotes"), std::nullopt;
  return found->as_string()->get();
}

std::optional<bool> TomlTable::flag(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_boolean())
    return complain_type(key, "true or false, without quotes"), std::nullopt;
  return found->as_boolean()->get();
}

std::optional<std::int64_t> TomlTable::whole(std::string_view key, std::int64_t lowest,
                                             std::int64_t highest) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_integer()) return complain_type(key, "a whole number"), std::nullopt;
  const std::int64_t value = found->as_integer()->get();
  if (value >= lowest && value <= highest) return value;
  complain(key, one_of_range(lowest, highest));
  return std::nullopt;
}

std::optional<double> TomlTable::number(std::string_view key, double lowest, double highest) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_number()) return complain_type(key, "a number"), std::nullopt;
  const double value = found->value<double>().value_or(lowest);
  if (value >= lowest && value <= highest) return value;
  complain(key, one_of_range(lowest, highest));
  return std::nullopt;
}

std::optional<std::chrono::milliseconds> TomlTable::duration(std::string_view key,
                                                             std::chrono::milliseconds shortest) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_string())
    return complain_type(key, "a duration in quotes, such as \"30m\""), std::nullopt;
  const auto read = parse_duration(found->as_string()->get());
  if (read && *read >= shortest) return *read;
  complain(key, read ? "must be at least " + duration_text(shortest) : read.error().message);
  return std::nullopt;
}

std::optional<std::vector<std::string>> TomlTable::texts(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  constexpr std::string_view wanted = "a list of strings, such as [\"one\", \"two\"]";
  if (!found->is_string() && !found->is_array()) return complain_type(key, wanted), std::nullopt;
  std::vector<std::string> values;
  const auto add_value = [&](const toml::node& each, std::string_view at) {
    if (!each.is_string()) return complain_type(at, "a string in quotes");
    if (each.as_string()->get().empty()) return complain(at, "must not be empty");
    values.push_back(each.as_string()->get());
  };
  if (found->is_string()) {
    add_value(*found, key);
    return values;
  }
  const toml::array& list = *found->as_array();
  for (std::size_t i = 0; i < list.size(); ++i) add_value(list[i], numbered(key, i));
  return values;
}

std::optional<std::vector<std::chrono::milliseconds>> TomlTable::durations(
    std::string_view key, std::chrono::milliseconds shortest) {
  const auto written = texts(key);
  if (!written) return std::nullopt;
  std::vector<std::chrono::milliseconds> values;
  for (std::size_t i = 0; i < written->size(); ++i) {
    const auto read = parse_duration((*written)[i]);
    if (read && *read >= shortest) {
      values.push_back(*read);
    } else {
      complain(numbered(key, i),
               read ? "must be at least " + duration_text(shortest) : read.error().message);
    }
  }
  return values;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (found->is_table()) return below(*found->as_table(), path_of(key));
  const std::string name = path_of(key);
  if (found->is_array_of_tables()) {
    complain(key, "there is only one: write [" + name + "], not [[" + name + "]]");
  } else {
    complain_type(key, "a table: [" + name + "] on a line of its own, or { .. }");
  }
  return std::nullopt;
}

TomlTable TomlTable::table_or_empty(std::string_view key) {
  static const toml::table empty;
  if (auto found = table(key)) return *std::move(found);
  return below(empty, path_of(key));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return {};
  const std::string wanted =
      "a list of tables: each begins with [[" + path_of(key) + "]], in double brackets";
  if (!found->is_array()) return complain_type(key, wanted), std::vector<TomlTable>{};
  std::vector<TomlTable> all;
  const toml::array& list = *found->as_array();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].is_table()) {
      all.push_back(below(*list[i].as_table(), path_of(numbered(key, i))));
    } else {
      complain_type(numbered(key, i), wanted);
    }
  }
  return all;
}

std::vector<TomlEntry> TomlTable::entries(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return {};
  if (!found->is_array())
    return complain_type(key, "a list, such as [\"one\", { name = \"two\" }]"),
           std::vector<TomlEntry>{};
  std::vector<TomlEntry> all;
  const toml::array& list = *found->as_array();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].is_string()) {
      all.push_back({list[i].as_string()->get(), std::nullopt});
    } else if (list[i].is_table()) {
      all.push_back({"", below(*list[i].as_table(), path_of(numbered(key, i)))});
    } else {
      complain_type(numbered(key, i), "a string in quotes, or a table { name = \"..\" }");
    }
  }
  return all;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::pair<int, std::string>> lines;
  for (const auto& [key, value] : *table_) lines.emplace_back(line_of(key.str()), key.str());
  std::ranges::stable_sort(lines, {}, &std::pair<int, std::string>::first);
  std::vector<std::string> names;
  names.reserve(lines.size());
  for (auto& line : lines) names.push_back(std::move(line.second));
  return names;
}

std::string TomlTable::path_of(std::string_view key) const {
  if (path_.empty()) return std::string(key);
  return key.empty() ? path_ : path_ + "." + std::string(key);
}

const toml::source_region* TomlTable::region_of(std::string_view key) const {
  const auto found = table_->find(key.substr(0, key.find('[')));
  if (found == table_->end()) return &table_->source();
  const toml::source_region& of_key = found->first.source();
  return of_key.begin.line > 0 ? &of_key : &found->second.source();
}

int TomlTable::line_of(std::string_view key) const {
  return static_cast<int>(region_of(key)->begin.line);
}

std::string TomlTable::file_of(std::string_view key) const {
  const auto& source = region_of(key)->path;
  return source ? *source : file_;
}

void TomlTable::refuse_others() const {
  std::vector<std::string_view> valid(read_.begin(), read_.end());
  for (const std::string& key : keys()) {
    if (std::ranges::find(read_, key) != read_.end()) continue;
    complain(key, "unknown key" + suggestion(key, valid));
  }
}

void TomlTable::add(std::string_view key, std::string message, bool warning) const {
  complaints_->push_back({file_of(key), line_of(key), path_of(key), std::move(message), warning});
}

void TomlTable::complain_type(std::string_view key, std::string_view wanted) const {
  complain(key, "must be " + std::string(wanted));
}

TomlTable TomlTable::below(const toml::table& table, std::string path) const {
  return {table, std::move(path), file_, *complaints_};
}

}  // namespace tipoff
