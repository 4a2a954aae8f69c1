#include "house.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

#include "house_rules.h"

namespace tipoff::house {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file = 400;

struct Source {
  fs::path file;       // from the root: "src/parse/html.cpp"
  std::string folder;  // "parse", "daemon", "" for src/ itself
};

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp";
}

std::vector<Source> sources_under(const fs::path& root, const std::string& top) {
  std::vector<Source> sources;
  if (!fs::exists(root / top)) return sources;
  for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    const auto file = fs::relative(entry.path(), root);
    const auto folder = fs::relative(entry.path().parent_path(), root / top).string();
    sources.push_back({.file = file,
                       .folder = top == "daemon" ? "daemon"
                                 : folder == "." ? ""
                                                 : folder});
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.file < b.file; });
  return sources;
}

std::vector<Source> product_sources(const fs::path& root) {
  auto sources = sources_under(root, "src");
  for (Source& source : sources_under(root, "daemon")) sources.push_back(std::move(source));
  return sources;
}

struct Include {
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes_of(const fs::path& file) {
  static const std::regex line_of_include(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
  std::vector<Include> includes;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (std::regex_search(line, match, line_of_include))
      includes.push_back({.target = match[2], .quoted = match[1] == "\""});
  }
  return includes;
}

std::ptrdiff_t floor_of(const std::string& folder) {
  const auto found = std::find(folders.begin(), folders.end(), folder == "daemon" ? "cli" : folder);
  return found == folders.end() ? -1 : found - folders.begin();
}

/// The folder that an include names; a name without a folder stands in daemon/ when the includer
/// does.
std::string folder_of_target(const std::string& target, const Source& from) {
  const auto folder = fs::path(target).parent_path().string();
  return folder.empty() && from.folder == "daemon" ? "daemon" : folder;
}

}  // namespace

Violations upward_includes(const fs::path& root) {
  Violations violations;
  for (const Source& source : product_sources(root)) {
    if (floor_of(source.folder) < 0)
      violations.push_back(source.file.string() + " stands in a folder that has no floor");
    for (const Include& include : includes_of(root / source.file)) {
      if (!include.quoted) continue;
      const auto target = floor_of(folder_of_target(include.target, source));
      if (target < 0 || target > floor_of(source.folder))
        violations.push_back(source.file.string() + " includes \"" + include.target +
                             "\", which stands above it");
    }
  }
  return violations;
}

Violations strayed_libraries(const fs::path& root) {
  Violations violations;
  for (const Source& source : product_sources(root)) {
    for (const Include& include : includes_of(root / source.file)) {
      for (const auto& [library, allowed] : homes) {
        if (include.quoted || include.target.rfind(library, 0) != 0) continue;
        if (std::find(allowed.begin(), allowed.end(), source.folder) == allowed.end())
          violations.push_back(source.file.string() + " includes <" + include.target +
                               ">, whose home is " + allowed.front() + "/");
      }
    }
  }
  return violations;
}

Violations long_files(const fs::path& root) {
  Violations violations;
  for (const char* top : {"src", "daemon", "tests"}) {
    for (const Source& source : sources_under(root, top)) {
      std::ifstream in(root / source.file);
      const auto lines =
          static_cast<std::size_t>(std::count(std::istreambuf_iterator<char>(in), {}, '\n'));
      if (lines > longest_file)
        violations.push_back(source.file.string() + " has " + std::to_string(lines) + " lines");
    }
  }
  return violations;
}

Violations untested_sources(const fs::path& root) {
  Violations violations;
  for (const Source& source : product_sources(root)) {
    if (source.file.extension() != ".cpp" || source.file.filename() == "main.cpp") continue;
    const auto test = root / "tests" / source.folder / (source.file.stem().string() + "_test.cpp");
    if (!fs::exists(test))
      violations.push_back(source.file.string() + " has no " + fs::relative(test, root).string());
  }
  return violations;
}

Violations unlistable_tests(const fs::path& root) {
  static const std::regex name_of_test(R"re(^TEST_CASE\("([^"]*)")re");
  Violations violations;
  for (const Source& source : sources_under(root, "tests")) {
    std::ifstream in(root / source.file);
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, name_of_test)) continue;
      const std::string name = match[1];
      if (name.find_first_of("[];") != std::string::npos || name.starts_with('-'))
        violations.push_back(source.file.string() + ": \"" + name +
                             "\" cannot stand in CMake's list of tests");
    }
  }
  return violations;
}

}  // namespace tipoff::house
