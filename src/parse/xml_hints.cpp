// RSS 2.0 (ttl in minutes, hours 0 to 23 in GMT, 24 in old feeds) and RSS 1.0's syndication module.
#include "parse/xml_hints.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "parse/xml_names.h"

namespace tipoff {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr int longest_ttl = 60 * 24 * 365;  // minutes
constexpr int most_frequency = 60 * 24;

std::optional<int> number(const std::string& text, int most) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || value < 0 || value > most) return std::nullopt;
  return value;
}

seconds period_of(const std::string& word) {
  struct Period {
    std::string_view word;
    hours length;
  };
  constexpr std::array periods{Period{"hourly", hours{1}}, Period{"daily", hours{24}},
                               Period{"weekly", hours{24 * 7}}, Period{"monthly", hours{24 * 30}},
                               Period{"yearly", hours{24 * 365}}};
  for (const auto& [known, length] : periods)
    if (same_name(known, word)) return length;
  return seconds{0};
}

std::optional<unsigned> weekday_of(const std::string& word) {
  constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                  "thursday", "friday", "saturday"};
  const auto found =
      std::ranges::find_if(names, [&](std::string_view name) { return same_name(name, word); });
  if (found == names.end()) return std::nullopt;
  return static_cast<unsigned>(found - names.begin());
}

}  // namespace

void HintReader::take(const XmlElement& element) {
  const std::string& name = element.name();
  if (name == "ttl") {
    ttl_ = std::chrono::minutes{number(element.text(), longest_ttl).value_or(0)};
  } else if (name == "updateperiod") {
    period_ = period_of(element.text());
  } else if (name == "updatefrequency") {
    frequency_ = std::max(number(element.text(), most_frequency).value_or(1), 1);
  } else if (name == "skiphours") {
    for (const XmlElement& hour : element.children())
      if (const auto value = number(hour.text(), 24)) skips_.skip_hours |= 1U << (*value % 24);
  } else if (name == "skipdays") {
    for (const XmlElement& day : element.children())
      if (const auto weekday = weekday_of(day.text()))
        skips_.skip_days = static_cast<std::uint8_t>(skips_.skip_days | (1U << *weekday));
  }
}

UpdateHints HintReader::taken() const {
  UpdateHints hints = skips_;
  hints.floor = std::max(ttl_, period_ / frequency_);
  return hints;
}

}  // namespace tipoff
