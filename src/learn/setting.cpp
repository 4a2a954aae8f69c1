// Writes what changed in a scorecard as TOML.
#include "learn/setting.h"

#include <algorithm>
#include <chrono>

#include "text/format.h"

namespace tipoff {
namespace {

/// A basic string of TOML 1.0.
std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string list_of(const std::vector<std::string>& texts) {
  return fmt::format("[{}]", fmt::join(texts, ", "));
}

std::string names_of(const std::vector<std::string>& names) {
  std::vector<std::string> texts;
  for (const std::string& name : names) texts.push_back(toml_string(name));
  return list_of(texts);
}

std::string toml_of(const Target& target) {
  std::vector<std::string> fields{"name = " + toml_string(target.name)};
  if (target.importance) fields.push_back(fmt::format("importance = {}", *target.importance));
  if (!target.also.empty()) fields.push_back("also = " + names_of(target.also));
  if (target.strong_competitor) fields.emplace_back("competitor = \"strong\"");
  return fields.size() == 1 ? toml_string(target.name)
                            : fmt::format("{{ {} }}", fmt::join(fields, ", "));
}

std::string toml_of(const std::vector<Target>& targets) {
  std::vector<std::string> texts;
  for (const Target& target : targets) texts.push_back(toml_of(target));
  return list_of(texts);
}

/// In the largest unit that leaves a whole number.
std::string toml_of(std::chrono::seconds window) {
  const auto count = window.count();
  if (count % 86400 == 0) return fmt::format("\"{}d\"", count / 86400);
  if (count % 3600 == 0) return fmt::format("\"{}h\"", count / 3600);
  if (count % 60 == 0) return fmt::format("\"{}m\"", count / 60);
  return fmt::format("\"{}s\"", count);
}

class Difference {
 public:
  void compare(std::string key, const std::string& from, const std::string& to) {
    if (from != to) changes_.push_back({.key = std::move(key), .from = from, .to = to});
  }

  void compare_importances(const Importance& before, const Importance& after) {
    const auto one = [this](const char* name, int from, int to) {
      compare(fmt::format("profile.importance.{}", name), std::to_string(from), std::to_string(to));
    };
    one("industry", before.industry, after.industry);
    one("title", before.title, after.title);
    one("region", before.region, after.region);
    one("trigger", before.trigger, after.trigger);
  }

  void compare_triggers(const Profile& before, const Profile& after) {
    for (const auto& [type, to] : after.triggers) {
      const auto from = before.triggers.find(type);
      const bool known = from != before.triggers.end();
      compare(fmt::format("triggers.{}.weight", type),
              known ? std::to_string(from->second.weight) : "", std::to_string(to.weight));
      if (known || to.window != default_window)
        compare(fmt::format("triggers.{}.window", type), known ? toml_of(from->second.window) : "",
                toml_of(to.window));
    }
  }

  std::vector<SettingChange> changes() && { return std::move(changes_); }

 private:
  std::vector<SettingChange> changes_;
};

}  // namespace

std::vector<SettingChange> settings_between(const Scoring& before, const Scoring& after) {
  Difference difference;
  const Profile& from = before.profile;
  const Profile& to = after.profile;
  difference.compare("profile.industries", toml_of(from.industries), toml_of(to.industries));
  difference.compare("profile.titles", toml_of(from.titles), toml_of(to.titles));
  difference.compare("profile.regions", toml_of(from.regions), toml_of(to.regions));
  difference.compare_importances(from.importance, to.importance);
  difference.compare_triggers(from, to);
  difference.compare("rules.retired", names_of(before.retired_rules),
                     names_of(after.retired_rules));
  return std::move(difference).changes();
}

}  // namespace tipoff
