// An example of a rule, read.
#include "detect/example.h"

#include "text/format.h"

namespace tipoff {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The field without its brackets, which become mentions.
std::string take_mentions(std::string_view marked, Field field, std::vector<Mention>& mentions) {
  std::string out;
  std::size_t begin = 0;
  for (const char c : marked) {
    if (c == '[') {
      begin = out.size();
    } else if (c == ']') {
      mentions.push_back({0, field, begin, out.size(), false});
    } else {
      out += c;
    }
  }
  return out;
}

Result<void> read_expectation(std::string_view words, ExampleReading& reading) {
  while (!words.empty()) {
    const std::size_t comma = std::min(words.find(','), words.size());
    const std::string_view word = trimmed(words.substr(0, comma));
    words.remove_prefix(std::min(comma + 1, words.size()));
    if (const auto role = role_named(word)) {
      reading.role = role;
    } else if (const auto certainty = certainty_named(word)) {
      reading.certainty = certainty;
    } else {
      return failure(fmt::format("\"{}\" behind => is neither a role nor a certainty", word));
    }
  }
  return {};
}

}  // namespace

Result<ExampleReading> read_example(std::string_view example) {
  ExampleReading reading;
  const std::size_t arrow = example.rfind("=>");
  if (arrow != std::string_view::npos) {
    if (auto read = read_expectation(example.substr(arrow + 2), reading); !read)
      return std::unexpected(read.error());
    example = example.substr(0, arrow);
  }
  const std::size_t bar = example.find("||");
  reading.text.title =
      take_mentions(trimmed(example.substr(0, bar)), Field::title, reading.mentions);
  if (bar != std::string_view::npos) {
    reading.text.body =
        take_mentions(trimmed(example.substr(bar + 2)), Field::body, reading.mentions);
  }
  return reading;
}

}  // namespace tipoff
