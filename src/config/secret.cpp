// Finds a secret in one of its three places.
#include "config/secret.h"

#include <algorithm>
#include <cstdlib>

#include "config/read_file.h"

namespace tipoff {

namespace {

constexpr std::size_t largest_file = 64U << 10;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> from_file(const TomlTable& table, const std::string& key,
                                   const std::filesystem::path& file) {
  const auto text = read_file(file, largest_file);
  if (!text)
    return table.complain(key, file.string() + " " + text.error().message),
           std::vector<std::string>{};
  auto lines = lines_of(*text);
  if (lines.empty()) table.complain(key, file.string() + " is empty");
  return lines;
}

std::vector<std::string> from_environment(const TomlTable& table, const std::string& key,
                                          const std::string& name) {
  const char* value = std::getenv(name.c_str());
  auto lines = lines_of(value == nullptr ? "" : value);
  if (lines.empty()) table.complain(key, "the environment variable " + name + " is not set");
  return lines;
}

}  // namespace

std::vector<std::string> read_secrets(TomlTable& table, std::string_view key,
                                      const std::filesystem::path& base) {
  const std::string file_key = std::string(key) + "_file";
  const std::string environment_key = std::string(key) + "_env";
  auto secrets = table.texts(key).value_or(std::vector<std::string>{});
  const auto file = table.text(file_key);
  const auto variable = table.text(environment_key);
  if (int{table.has(key)} + int{table.has(file_key)} + int{table.has(environment_key)} > 1) {
    table.complain(key, "is written in two places; keep one of " + std::string(key) + ", " +
                            file_key + " and " + environment_key);
    return secrets;
  }
  if (file) return from_file(table, file_key, base / *file);
  if (variable) return from_environment(table, environment_key, *variable);
  return secrets;
}

std::string read_secret(TomlTable& table, std::string_view key, const std::filesystem::path& base) {
  const auto secrets = read_secrets(table, key, base);
  if (secrets.size() > 1) table.complain(key, "there can be only one");
  return secrets.empty() ? "" : secrets.front();
}

}  // namespace tipoff
