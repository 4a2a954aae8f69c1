// Looks words up.
#include "alert/words.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "text/date.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

using Filling = std::vector<std::string>;

constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array weekdays = {Wording{"Mon", "星期一"}, Wording{"Tue", "星期二"},
                                 Wording{"Wed", "星期三"}, Wording{"Thu", "星期四"},
                                 Wording{"Fri", "星期五"}, Wording{"Sat", "星期六"},
                                 Wording{"Sun", "星期日"}};

/// What fills the "{}" of `pattern` so that it reads as `text`; nothing where it cannot.
std::optional<Filling> filling_of(std::string_view pattern, std::string_view text) {
  Filling filling;
  for (;;) {
    const auto gap = pattern.find("{}");
    if (!text.starts_with(pattern.substr(0, gap))) return std::nullopt;
    if (gap == pattern.npos) break;
    text.remove_prefix(gap);
    pattern.remove_prefix(gap + 2);
    const auto fixed = pattern.substr(0, pattern.find("{}"));
    const auto end = fixed.empty() ? text.size() : text.find(fixed);
    if (end == text.npos) return std::nullopt;
    filling.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (text != pattern) return std::nullopt;
  return filling;
}

std::string filled(std::string_view pattern, const Filling& filling) {
  std::string text;
  for (const std::string& value : filling) {
    const auto gap = pattern.find("{}");
    text.append(pattern.substr(0, gap)).append(value);
    pattern.remove_prefix(gap + 2);
  }
  return text.append(pattern);
}

std::string day_text(MessageLanguage language, std::chrono::year_month_day day) {
  const int year{day.year()};
  const unsigned month{day.month()};
  const unsigned date{day.day()};
  return language == MessageLanguage::chinese
             ? fmt::format("{}年{}月{}日", year, month, date)
             : fmt::format("{} {} {}", date, months.at(month - 1), year);
}

/// "2026-03-02 09:00 CET", taken apart.
struct LocalMoment {
  std::chrono::year_month_day day;
  std::string clock;  // "09:00 CET"
};

LocalMoment local_moment(Time time, const std::string& zone) {
  const std::string text = zone.empty() ? format_local(time) : format_local(time, zone);
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::stoi(text.substr(at, size));
  };
  return {.day = std::chrono::year{number(0, 4)} / number(5, 2) / number(8, 2),
          .clock = text.substr(11)};
}

}  // namespace

std::string spoken(MessageLanguage language, std::string_view name) {
  if (language == MessageLanguage::chinese)
    for (const Wording& known : names)
      if (known.english == name) return std::string(known.chinese);
  std::string words = clean_text(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string retold(MessageLanguage language, std::string_view sentence) {
  if (language == MessageLanguage::english) return std::string(sentence);
  for (const Wording& known : retold_sentences) {
    auto filling = filling_of(known.english, sentence);
    if (!filling) continue;
    for (std::string& value : *filling) value = spoken(language, value);
    return filled(known.chinese, *filling);
  }
  return std::string(sentence);
}

std::string day_words(MessageLanguage language, Time time) {
  return day_text(language, std::chrono::floor<std::chrono::days>(time));
}

std::string moment_words(MessageLanguage language, Time time, const std::string& zone) {
  const auto [day, clock] = local_moment(time, zone);
  return day_text(language, day) + (language == MessageLanguage::chinese ? " " : ", ") + clock;
}

std::string weekday_words(MessageLanguage language, Time time, const std::string& zone) {
  const auto day = local_moment(time, zone).day;
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  const Wording& word = weekdays.at(weekday.iso_encoding() - 1);
  return language == MessageLanguage::chinese
             ? day_text(language, day) + " " + std::string(word.chinese)
             : std::string(word.english) + " " + day_text(language, day);
}

}  // namespace tipoff
