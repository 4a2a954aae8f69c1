// How fast feeds become clean articles, from bytes to text, against pugixml alone over the same
// bytes in the same process.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "parse/feed_parser.h"

namespace tipoff::bench {
namespace {

constexpr const char* usage = R"(usage: bench_parse [--times N] DIRECTORY..
Reads every file of the directories: each way N times (9), of which the least processor time counts.
  all      bytes to clean articles, every document that is a feed
  whole    the same, of the documents that pugixml reads to their end as they are; the ratio is over these
  pugixml  a tree of those, with its default options, and nothing done with it
)";

/// Of the processor, not of the wall clock: other programs may be running. The process has one
/// thread.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Documents {
  std::vector<std::string> bytes;

  [[nodiscard]] double megabytes() const {
    std::size_t sum = 0;
    for (const std::string& document : bytes) sum += document.size();
    return static_cast<double>(sum) / 1e6;
  }
};

Documents read_all(const std::vector<std::filesystem::path>& directories) {
  std::vector<std::filesystem::path> files;
  for (const auto& directory : directories)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
      if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Documents documents;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    documents.bytes.emplace_back(std::istreambuf_iterator<char>(in),
                                 std::istreambuf_iterator<char>());
  }
  return documents;
}

bool is_tree(const std::string& bytes) {
  pugi::xml_document tree;
  return bool{tree.load_buffer(bytes.data(), bytes.size())};
}

std::size_t articles_of(const Documents& documents) {
  std::size_t articles = 0;
  for (const std::string& bytes : documents.bytes)
    if (const auto feed = parse_feed(bytes, {})) articles += feed->entries.size();
  return articles;
}

std::size_t trees_of(const Documents& documents) {
  std::size_t trees = 0;
  for (const std::string& bytes : documents.bytes) trees += is_tree(bytes) ? 1 : 0;
  return trees;
}

template <class Work>
double least_seconds(int times, const Work& work) {
  double least = 1e9;
  for (int i = 0; i < times; ++i) {
    const std::clock_t start = std::clock();
    work();
    least = std::min(least, seconds_since(start));
  }
  return least;
}

int run(const std::vector<std::filesystem::path>& directories, int times) {
  Documents all = read_all(directories);
  std::erase_if(all.bytes, [](const std::string& bytes) { return !parse_feed(bytes, {}); });
  Documents whole;
  std::copy_if(all.bytes.begin(), all.bytes.end(), std::back_inserter(whole.bytes), is_tree);
  if (whole.bytes.empty()) {
    std::cerr << "no feed was found\n";
    return 1;
  }
  std::size_t articles = 0;
  const double all_rate =
      all.megabytes() / least_seconds(times, [&] { articles = articles_of(all); });
  const double rate = whole.megabytes() / least_seconds(times, [&] { (void)articles_of(whole); });
  const double raw_rate = whole.megabytes() / least_seconds(times, [&] { (void)trees_of(whole); });
  std::printf("all      %6.1f MB/s  %zu feeds, %.1f MB, %zu articles\n", all_rate, all.bytes.size(),
              all.megabytes(), articles);
  std::printf("whole    %6.1f MB/s  %zu feeds, %.1f MB\n", rate, whole.bytes.size(),
              whole.megabytes());
  std::printf("pugixml  %6.1f MB/s  1/%.2f\n", raw_rate, raw_rate / rate);
  return 0;
}

}  // namespace
}  // namespace tipoff::bench

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  int times = 9;
  if (arguments.size() > 1 && arguments[0] == "--times") {
    times = std::max(1, std::atoi(arguments[1].c_str()));
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.empty() || arguments[0].starts_with("-")) {
    std::cerr << tipoff::bench::usage;
    return 2;
  }
  return tipoff::bench::run({arguments.begin(), arguments.end()}, times);
}
