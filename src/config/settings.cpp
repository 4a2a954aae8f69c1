// Reads tipoff.toml and tipoff.d, and hands each section to its reader.
#include "config/settings.h"

#include <algorithm>
#include <tuple>

#include "config/settings_sections.h"
#include "config/toml_file.h"
#include "config/toml_table.h"

namespace tipoff {

namespace {

std::vector<std::filesystem::path> additions(const std::filesystem::path& base,
                                             Complaints& complaints) {
  const std::filesystem::path directory = base / "tipoff.d";
  std::vector<std::filesystem::path> files;
  std::error_code error;
  if (!std::filesystem::exists(directory, error) && !error) return files;
  for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::filesystem::path& file = entry->path();
    if (file.extension() == ".toml" && !file.filename().string().starts_with("."))
      files.push_back(file);
  }
  if (error)
    complaints.push_back({directory.string(), 0, "", "cannot be read: " + error.message(), false});
  std::ranges::sort(files);
  return files;
}

toml::table read_documents(const std::filesystem::path& file, Complaints& complaints) {
  toml::table all = read_toml(file, complaints).value_or(toml::table{});
  for (const auto& addition : additions(file.parent_path(), complaints)) {
    if (auto more = read_toml(addition, complaints)) merge_toml(all, *std::move(more));
  }
  return all;
}

std::filesystem::path read_path(TomlTable table, std::string_view key,
                                const std::filesystem::path& base, const char* otherwise) {
  const auto written = table.text(key);
  if (written && written->empty()) table.complain(key, "must not be empty");
  table.refuse_others();
  return base / (written && !written->empty() ? *written : otherwise);
}

void read_rule_section(TomlTable rules, const std::filesystem::path& base, Settings& settings) {
  for (const std::string& directory : rules.texts("dirs").value_or(std::vector<std::string>{})) {
    settings.rule_dirs.push_back(base / directory);
  }
  rules.refuse_others();
}

/// The main file first, then the others in the order in which they were read.
void sort_by_place(const std::string& main_file, Complaints& complaints) {
  std::ranges::stable_sort(complaints, [&](const Complaint& a, const Complaint& b) {
    return std::tuple(a.file != main_file, std::string_view(a.file), a.line) <
           std::tuple(b.file != main_file, std::string_view(b.file), b.line);
  });
}

}  // namespace

SettingsReading read_settings(const std::filesystem::path& file, Secrets secrets) {
  SettingsReading reading;
  Settings& settings = reading.settings;
  settings.file = file;
  if (std::error_code error; !std::filesystem::exists(file, error) && !error) {
    const std::string message =
        "no configuration: " + file.string() + " does not exist; write one or pass --config";
    reading.complaints.push_back({"", 0, "", message, false});
    return reading;
  }
  const std::filesystem::path base = file.parent_path();
  const toml::table document = read_documents(file, reading.complaints);
  TomlTable root(document, "", file.string(), reading.complaints);
  settings.store = read_path(root.table_or_empty("store"), "path", base, "tipoff.db");
  settings.accounts = read_path(root.table_or_empty("accounts"), "file", base, "accounts.csv");
  read_rule_section(root.table_or_empty("rules"), base, settings);
  read_feed_section(root.table_or_empty("feeds"), base, settings);
  read_fetch_section(root.table_or_empty("fetch"), base, settings.fetch);
  read_push_section(root.table_or_empty("push"), settings.push);
  read_web_section(root.table_or_empty("web"), settings);
  settings.profiles = read_profiles(root, reading.event_types);
  read_list_section(root.table_or_empty("list"), base, settings.profiles.size() > 1, settings);
  auto alerts = read_channels(root, {.base = base,
                                     .secrets = secrets,
                                     .profiles = settings.profiles,
                                     .event_types = reading.event_types});
  settings.channels = std::move(alerts.channels);
  settings.routes = read_routes(root, alerts.names, settings.profiles, reading.event_types);
  root.refuse_others();
  sort_by_place(file.string(), reading.complaints);
  return reading;
}

}  // namespace tipoff
