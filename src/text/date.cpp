// Dates: one reader that takes a date's tokens in any order, instead of one grammar a format.
#include "text/date.h"

#include <date/date.h>

#include <string>

#include "text/date_words.h"

namespace tipoff {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t longest_date = 120;  // bytes: what is longer is prose

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

int full_year(int year) {
  return year < 70 ? 2000 + year : 1900 + year;
}

class DateReader {
 public:
  explicit DateReader(const PlainDate& date) : text_(date.text), zone_(date.zone) {}

  std::optional<Time> read() {
    while (at_ < text_.size())
      if (!read_token()) return std::nullopt;
    return moment_ ? moment_ : composed();
  }

 private:
  struct Number {
    int value = 0;
    std::size_t digits = 0;
  };

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  [[nodiscard]] std::size_t digits_ahead() const {
    std::size_t count = 0;
    while (is_digit(peek(count))) ++count;
    return count;
  }

  Number number(std::size_t most) {
    Number read;
    for (; read.digits < most && is_digit(peek()); ++read.digits)
      read.value = read.value * 10 + (text_[at_++] - '0');
    return read;
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (is_letter(peek()) || (peek() == '/' && at_ > begin && is_letter(peek(1)))) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool read_token() {
    const char c = peek();
    if (is_digit(c)) return read_digits();
    if (is_letter(c)) return read_word();
    if ((c == '+' || c == '-') && has_time_ && is_digit(peek(1))) return read_offset();
    if (c == '+') return false;
    if (c == '(' && has_zone_) return skip_remark();
    ++at_;
    return true;
  }

  bool skip_remark() {
    const auto end = text_.find(')', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    return true;
  }

  bool read_digits() {
    const std::size_t run = digits_ahead();
    const char next = peek(run);
    const bool french = next == 'h' && is_digit(peek(run + 1));  // "10h30"
    if ((next == ':' || french) && run <= 2) return read_time();
    if (run == 4 && !year_ && (next == '-' || next == '/' || next == '.')) return read_year_first();
    if (run <= 2 && !day_ && (next == '-' || next == '/' || next == '.')) return read_day_first();
    if (run <= 2) return read_short_number();
    if (run == 4 && !year_) {
      year_ = number(4).value;
      return true;
    }
    return !year_ && read_compact(run);
  }

  // 20031231, 2003365, 031231, 20031231101455, and seconds or milliseconds since 1970.
  bool read_compact(std::size_t run) {
    if (run == 10 || run == 13) {
      long long since = 0;
      for (std::size_t i = 0; i < run; ++i) since = since * 10 + (text_[at_++] - '0');
      moment_ = Time(seconds(run == 13 ? since / 1000 : since));
      constexpr Time latest = date::sys_days{date::year{2200} / 12 / 31} + days{1};
      return *moment_ < latest;
    }
    if (run != 6 && run != 7 && run != 8 && run != 14) return false;
    year_ = run == 6 ? full_year(number(2).value) : number(4).value;
    if (run == 7) {
      ordinal_ = number(3).value;
    } else {
      month_ = number(2).value;
      day_ = number(2).value;
    }
    return run != 14 || read_basic_time();
  }

  // 2003-12-31, 2003/12/31, 2003-012-31, 2003-12, 2003-365, 2003-W52-3, 2004-julius-13
  bool read_year_first() {
    year_ = number(4).value;
    const char separator = text_[at_++];
    if (peek() == 'w' && is_digit(peek(1))) return read_week();
    if (is_letter(peek())) {
      if (!take_month(word())) return false;
    } else {
      const Number next = number(4);
      if (next.digits == 4) return read_month_and_day(next.value);
      if (next.digits == 3 && peek() != separator) {
        ordinal_ = next.value;
        return true;
      }
      if (next.digits > 0) month_ = next.value;
    }
    if (peek() == separator && is_digit(peek(1))) {
      ++at_;
      day_ = number(2).value;
    }
    return true;
  }

  bool read_month_and_day(int value) {  // 2003-1231
    month_ = value / 100;
    day_ = value % 100;
    return true;
  }

  bool read_week() {
    ++at_;
    week_ = number(2).value;
    if (peek() == '-') ++at_;
    week_day_ = is_digit(peek()) ? number(1).value : 1;
    return true;
  }

  // 13-Feb-2012, 31.12.2003, 12/31/2003, and the ISO form 03-12-31
  bool read_day_first() {
    const int first = number(2).value;
    const char separator = text_[at_];
    if (is_letter(peek(1))) {
      day_ = first;
      ++at_;
      if (!take_month(word())) return false;
      if (peek() == separator) ++at_;
      return true;
    }
    if (!is_digit(peek(1))) {  // "13. Februar 2012"
      day_ = first;
      ++at_;
      return true;
    }
    ++at_;
    const int second = number(2).value;
    if (peek() != separator || !is_digit(peek(1))) return false;
    ++at_;
    const Number third = number(4);
    return place(separator, first, second, third);
  }

  bool place(char separator, int first, int second, Number third) {
    if (third.digits == 3) return false;
    const int last = third.digits == 4 ? third.value : full_year(third.value);
    if (separator == '-' && third.digits <= 2) {
      year_ = full_year(first);
      month_ = second;
      day_ = third.value;
      return true;
    }
    const bool month_first = separator == '/' && first <= 12;
    year_ = last;
    month_ = month_first ? first : second;
    day_ = month_first ? second : first;
    return true;
  }

  bool read_short_number() {
    const int value = number(2).value;
    if (!day_) {
      day_ = value;
      if (peek() != 't' || is_letter(peek(1))) skip_ordinal_ending();
    } else if (!year_) {
      year_ = full_year(value);
    } else {
      return false;
    }
    return true;
  }

  void skip_ordinal_ending() {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (text_.substr(at_).starts_with(ending) && !is_letter(peek(2))) at_ += 2;
  }

  bool read_time() {
    hour_ = number(2).value;
    ++at_;
    minute_ = number(2).value;
    if (peek() == ':') {
      ++at_;
      second_ = number(2).value;
    }
    return finish_time();
  }

  bool read_basic_time() {
    hour_ = number(2).value;
    minute_ = number(2).value;
    second_ = number(2).value;
    return finish_time();
  }

  bool finish_time() {
    has_time_ = true;
    if ((peek() == '.' || peek() == ',') && is_digit(peek(1))) {
      ++at_;
      while (is_digit(peek())) ++at_;
    }
    return true;
  }

  bool read_offset() {
    const int sign = text_[at_++] == '-' ? -1 : 1;
    const Number digits = number(4);
    int ahead = digits.value * 60;
    if (digits.digits > 2) ahead = digits.value / 100 * 60 + digits.value % 100;
    if (digits.digits <= 2 && peek() == ':') {
      ++at_;
      ahead += number(2).value;
    }
    zone_ = minutes(sign * ahead) + (has_zone_ ? zone_ : minutes{0});
    has_zone_ = true;
    return true;
  }

  bool take_month(std::string_view name) {
    const auto month = month_of(name);
    if (month) month_ = static_cast<int>(*month);
    return month.has_value();
  }

  bool read_word() {
    if (peek() == 't' && is_digit(peek(1)) && (year_ || day_)) {
      ++at_;
      const std::size_t run = digits_ahead();
      return peek(run) == ':' ? read_time() : read_basic_time();
    }
    const std::string_view name = word();
    if (name == "am" || name == "pm") {
      half_ = name[0];
      return true;
    }
    if ((name == "a" || name == "p") && text_.substr(at_).starts_with(".m")) {
      half_ = name[0];
      at_ += 2;
      return true;
    }
    if (is_weekday(name)) return true;
    if (const auto offset = zone_offset(name); offset && (has_time_ || year_)) {
      zone_ = *offset;
      has_zone_ = true;
      return true;
    }
    if (take_month(name)) return true;
    for (const std::string_view filler :
         {"at", "um", "uhr", "de", "den", "del", "of", "a", "m", "г"})
      if (name == filler) return true;
    // A weekday in a language that nobody listed stands first, before a comma.
    if (!day_ && !year_ && peek() == ',') return true;
    // A zone that nobody knows: the hour may be wrong, the day is not.
    return has_time_ && (name.size() <= 5 || name.find('/') != name.npos);
  }

  [[nodiscard]] std::optional<date::sys_days> composed_day() const {
    if (!year_ || *year_ < 1900 || *year_ > 2200) return std::nullopt;
    const date::year year{*year_};
    if (ordinal_) {
      if (*ordinal_ < 1 || *ordinal_ > 366) return std::nullopt;
      return date::sys_days{year / 1 / 1} + days{*ordinal_ - 1};
    }
    if (week_) {
      if (*week_ < 1 || *week_ > 53 || week_day_ < 1 || week_day_ > 7) return std::nullopt;
      // The week that holds 4 January is the first (ISO 8601); weeks begin on Monday.
      const date::sys_days fourth{year / 1 / 4};
      const auto behind_monday = date::weekday{fourth} - date::Monday;
      return fourth - behind_monday + days{7 * (*week_ - 1) + week_day_ - 1};
    }
    const int month = month_.value_or(1);
    const int day = day_.value_or(1);
    if (month < 1 || month > 12 || day < 1 || day > 31 || (day_ && !month_)) return std::nullopt;
    return date::sys_days{year / month / 1} + days{day - 1};
  }

  [[nodiscard]] std::optional<Time> composed() const {
    const auto day = composed_day();
    if (!day) return std::nullopt;
    int hour = hour_;
    if (half_ == 'p' && hour < 12) hour += 12;
    if (half_ == 'a' && hour == 12) hour = 0;
    return *day + hours{hour} + minutes{minute_} + seconds{second_} - zone_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<int> year_;
  std::optional<int> month_;
  std::optional<int> day_;
  std::optional<int> ordinal_;
  std::optional<int> week_;
  int week_day_ = 1;
  int hour_ = 0;
  int minute_ = 0;
  int second_ = 0;
  char half_ = '\0';  // of the day: 'a' or 'p'
  bool has_time_ = false;
  bool has_zone_ = false;
  minutes zone_;
  std::optional<Time> moment_;
};

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Time> parse_date(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > longest_date) return std::nullopt;
  return DateReader(plain_date(text)).read();
}

}  // namespace tipoff
