// TomlTable: a table of a TOML file, read key by key; what is wrong becomes a complaint with its
// file, line and key.
#pragma once

#include <toml++/toml.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/complaint.h"

namespace tipoff {

struct TomlEntry;

/// Each reader returns empty where the key is absent or its value of the wrong type (then with a
/// complaint), so that all that is wrong is found in one go. A key that was read counts as valid:
/// `refuse_others()`, called last, complains of all the others. Key paths count from 1: the second
/// [[alert]] is alert[2]. The table and the complaints must outlive it.
class TomlTable {
 public:
  /// `path` is the key path of the table, empty for the whole file.
  TomlTable(const toml::table& table, std::string path, std::string file, Complaints& complaints)
      : table_(&table), path_(std::move(path)), file_(std::move(file)), complaints_(&complaints) {}

  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::optional<bool> flag(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key, std::int64_t lowest,
                                                  std::int64_t highest);
  [[nodiscard]] std::optional<double> number(std::string_view key, double lowest, double highest);
  [[nodiscard]] std::optional<std::chrono::milliseconds> duration(
      std::string_view key, std::chrono::milliseconds shortest);

  /// A list of strings, or one string alone. An empty string is a complaint and left out.
  [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key);
  /// As texts(), of durations.
  [[nodiscard]] std::optional<std::vector<std::chrono::milliseconds>> durations(
      std::string_view key, std::chrono::milliseconds shortest);
  [[nodiscard]] std::optional<TomlTable> table(std::string_view key);
  /// As table(), and an empty one where it is absent or no table.
  [[nodiscard]] TomlTable table_or_empty(std::string_view key);
  /// [[key]]: none where the key is absent.
  [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);
  /// A list whose entries are strings or tables.
  [[nodiscard]] std::vector<TomlEntry> entries(std::string_view key);

  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
  /// All keys, in the order of their lines.
  [[nodiscard]] std::vector<std::string> keys() const;
  /// "alert[2].url"; the table's own path for an empty key.
  [[nodiscard]] std::string path_of(std::string_view key) const;
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Where the key stands; where the table begins if it does not. 0 where that is unknown.
  [[nodiscard]] int line_of(std::string_view key) const;
  [[nodiscard]] std::string file_of(std::string_view key) const;

  /// The key is valid, though nothing reads it.
  void allow(std::string_view key);
  void complain(std::string_view key, std::string message) const {
    add(key, std::move(message), false);
  }
  void warn(std::string_view key, std::string message) const { add(key, std::move(message), true); }

  /// A complaint for each key that nothing has read, with the nearest valid one.
  void refuse_others() const;

 private:
  const toml::node* node(std::string_view key);
  void add(std::string_view key, std::string message, bool warning) const;
  void complain_type(std::string_view key, std::string_view wanted) const;
  [[nodiscard]] const toml::source_region* region_of(std::string_view key) const;
  [[nodiscard]] TomlTable below(const toml::table& table, std::string path) const;

  const toml::table* table_;
  std::string path_;
  std::string file_;
  Complaints* complaints_;
  std::vector<std::string> read_;
};

/// Either the one or the other.
struct TomlEntry {
  std::string text;
  std::optional<TomlTable> table;
};

}  // namespace tipoff
