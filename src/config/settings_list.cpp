// [list]: the files in which the call list is kept.
#include <algorithm>
#include <array>

#include "config/settings_sections.h"

namespace tipoff {

namespace {

constexpr std::array<std::string_view, 6> extensions{".csv",  ".json", ".md",
                                                     ".html", ".txt",  ".atom"};
constexpr std::string_view seller_place = "{seller}";

/// The file that people write, or the store, which this list would take the place of.
bool is_taken(const std::filesystem::path& file, const Settings& settings) {
  std::vector<std::filesystem::path> taken = settings.opml;
  taken.insert(taken.end(), {settings.file, settings.store, settings.accounts});
  return std::ranges::any_of(taken, [&](const auto& other) {
    return other.lexically_normal() == file.lexically_normal();
  });
}

std::optional<std::string> file_fault(const std::filesystem::path& file, bool several_sellers,
                                      const Settings& settings) {
  if (std::ranges::find(extensions, file.extension().string()) == extensions.end()) {
    return "the ending tells the format: .csv, .json, .md, .html, .txt or .atom";
  }
  std::string name = file.string();
  const std::size_t place = name.find(seller_place);
  if (several_sellers && place == std::string::npos) {
    return "there are several sellers: write {seller} into the name, so that each has a file of "
           "their own";
  }
  if (place != std::string::npos) name.erase(place, seller_place.size());
  if (name.find_first_of("{}") != std::string::npos)
    return "only {seller}, once, may stand in braces";
  if (is_taken(file, settings)) return "this file is read by tipoff: the list would take its place";
  if (std::ranges::find(settings.list_files, file) != settings.list_files.end())
    return "is named twice";
  return std::nullopt;
}

}  // namespace

void read_list_section(TomlTable list, const std::filesystem::path& base, bool several_sellers,
                       Settings& settings) {
  for (const std::string& name : list.texts("files").value_or(std::vector<std::string>{})) {
    const std::filesystem::path file = base / name;
    const auto fault = file_fault(file, several_sellers, settings);
    if (!fault) {
      settings.list_files.push_back(file);
    } else {
      list.complain("files", "'" + name + "': " + *fault);
    }
  }
  if (const auto top = list.whole("top", 0, 100'000'000))
    settings.list_top = static_cast<std::size_t>(*top);
  if (const auto wait = list.duration("min_interval", std::chrono::milliseconds(0))) {
    settings.list_min_interval = std::chrono::ceil<std::chrono::seconds>(*wait);
  }
  list.refuse_others();
}

}  // namespace tipoff
