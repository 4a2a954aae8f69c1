// Finds the shipped lists, and reads the attributes that only they have.
#include "config/shipped_feeds.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <system_error>

namespace tipoff {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    std::ranges::transform(word, word.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    words.push_back(word);
  }
  return words;
}

}  // namespace

std::filesystem::path shipped_feeds() {
  std::error_code error;
  const std::filesystem::path source = TIPOFF_SOURCE_FEEDS;
  if (std::filesystem::is_directory(source, error)) return source;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "tipoff" / "feeds";
}

std::vector<std::filesystem::path> opml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".opml") files.push_back(entry->path());
  std::ranges::sort(files);
  return files;
}

bool is_of_country(const OpmlFeed& feed, std::string_view country) {
  const auto countries = words_of(feed.other("countries"));
  return std::ranges::any_of(
      countries, [&](const std::string& named) { return named == "*" || named == country; });
}

bool needs_consent(const OpmlFeed& feed) {
  return feed.other("optIn") == "true";
}

std::vector<std::string> countries_of(const std::vector<OpmlFeed>& feeds) {
  std::set<std::string> countries;
  for (const OpmlFeed& feed : feeds)
    for (const std::string& country : words_of(feed.other("countries"))) countries.insert(country);
  countries.erase("*");
  return {countries.begin(), countries.end()};
}

}  // namespace tipoff
