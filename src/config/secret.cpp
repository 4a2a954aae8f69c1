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

/// What a secret that is not there means.
void miss(const TomlTable& table, const std::string& key, std::string message, Secrets use) {
  if (use == Secrets::needed)
    table.complain(key, std::move(message));
  else
    table.warn(key, std::move(message));
}

/// The credential of that name, else the file, which a relative path finds from `base` on.
std::filesystem::path place_of(const std::string& file, const std::filesystem::path& base) {
  const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
  if (credentials == nullptr || *credentials == '\0') return base / file;
  const std::filesystem::path credential = std::filesystem::path(credentials) / file;
  std::error_code error;
  return std::filesystem::exists(credential, error) ? credential : base / file;
}

std::vector<std::string> from_file(const TomlTable& table, const std::string& key,
                                   const std::filesystem::path& file, Secrets use) {
  const auto text = read_file(file, largest_file);
  if (!text) {
    miss(table, key, file.string() + " " + text.error().message, use);
    return {};
  }
  auto lines = lines_of(*text);
  if (lines.empty()) table.complain(key, file.string() + " is empty");
  return lines;
}

std::vector<std::string> from_environment(const TomlTable& table, const std::string& key,
                                          const std::string& name, Secrets use) {
  const char* value = std::getenv(name.c_str());
  auto lines = lines_of(value == nullptr ? "" : value);
  if (lines.empty()) miss(table, key, "the environment variable " + name + " is not set", use);
  return lines;
}

}  // namespace

std::vector<std::string> read_secrets(TomlTable& table, std::string_view key,
                                      const std::filesystem::path& base, Secrets use) {
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
  if (file) return from_file(table, file_key, place_of(*file, base), use);
  if (variable) return from_environment(table, environment_key, *variable, use);
  return secrets;
}

std::string read_secret(TomlTable& table, std::string_view key, const std::filesystem::path& base,
                        Secrets use) {
  const auto secrets = read_secrets(table, key, base, use);
  if (secrets.size() > 1) table.complain(key, "there can be only one");
  return secrets.empty() ? "" : secrets.front();
}

std::string written_key(const TomlTable& table, std::string_view key) {
  for (const char* ending : {"_file", "_env"}) {
    const std::string other = std::string(key) + ending;
    if (table.has(other)) return other;
  }
  return std::string(key);
}

}  // namespace tipoff
