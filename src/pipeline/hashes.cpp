#include "pipeline/hashes.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "text/hash.h"
#include "text/json.h"

namespace tipoff {
namespace {

Json as_json(const std::vector<Target>& targets) {
  Json list = Json::array();
  for (const Target& target : targets)
    list.push_back(
        {target.name, target.also, target.importance.value_or(-1), target.strong_competitor});
  return list;
}

Json as_json(const Profile& profile) {
  Json json;
  json["seller"] = profile.seller;
  json["owned_only"] = profile.owned_only;
  json["industries"] = as_json(profile.industries);
  json["titles"] = as_json(profile.titles);
  json["regions"] = as_json(profile.regions);
  const Importance& importance = profile.importance;
  json["importance"] = {importance.industry, importance.title, importance.region,
                        importance.trigger};
  json["sold_in"] = profile.sold_in;
  json["references"] = profile.references;
  for (const auto& [event, weight] : profile.triggers)
    json["triggers"][event] = {weight.weight, weight.window.count()};
  return json;
}

std::vector<std::filesystem::path> rule_files(const std::filesystem::path& dir) {
  std::vector<std::filesystem::path> files;
  std::error_code unreadable;  // the rules' reader has complained of it
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir, unreadable))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string profile_hash(const Profile& profile) {
  return hash_text(stable_hash(dump(as_json(profile))));
}

std::string rules_hash(std::span<const std::filesystem::path> dirs) {
  std::uint64_t hash = hash_seed;
  for (const auto& dir : dirs) {
    for (const auto& file : rule_files(dir)) {
      std::ifstream in(file, std::ios::binary);
      hash = stable_hash(std::string(std::istreambuf_iterator<char>(in), {}),
                         stable_hash(file.filename().string(), hash));
    }
  }
  return hash_text(hash);
}

}  // namespace tipoff
