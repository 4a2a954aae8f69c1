// The words of dates, as tables.
#include "text/date_words.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

namespace tipoff {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct Month {
  std::string_view beginning;
  unsigned number;
};

// Beginnings tell most languages' names apart; a longer one stands before a shorter.
constexpr auto months = std::to_array<Month>({
    {"januar", 1}, {"jan", 1},   {"gen", 1},  {"ene", 1},   {"ιαν", 1},  {"янв", 1},  {"feb", 2},
    {"fev", 2},    {"φεβ", 2},   {"фев", 2},  {"marzo", 3}, {"mar", 3},  {"mrt", 3},  {"maerz", 3},
    {"μαρ", 3},    {"μαω", 3},   {"мар", 3},  {"apr", 4},   {"avr", 4},  {"abr", 4},  {"απρ", 4},
    {"апр", 4},    {"may", 5},   {"mai", 5},  {"mag", 5},   {"maj", 5},  {"mauj", 5}, {"mei", 5},
    {"μαι", 5},    {"μαιος", 5}, {"мая", 5},  {"маи", 5},   {"jun", 6},  {"juin", 6}, {"giu", 6},
    {"ιουν", 6},   {"ιον", 6},   {"июн", 6},  {"jul", 7},   {"juil", 7}, {"lug", 7},  {"ιουλ", 7},
    {"ιολ", 7},    {"июл", 7},   {"aug", 8},  {"aou", 8},   {"ago", 8},  {"αυγ", 8},  {"авг", 8},
    {"sep", 9},    {"szep", 9},  {"set", 9},  {"σεπ", 9},   {"сен", 9},  {"oct", 10}, {"okt", 10},
    {"ott", 10},   {"out", 10},  {"οκτ", 10}, {"окт", 10},  {"nov", 11}, {"νοε", 11}, {"ноя", 11},
    {"dec", 12},   {"dez", 12},  {"dic", 12}, {"δεκ", 12},  {"дек", 12},
});

constexpr auto weekdays = std::to_array<std::string_view>({
    "mon",       "tue",      "wed",      "thu",        "fri",      "sat",     "sun",  // English
    "mo",        "di",       "mi",       "do",         "fr",       "sa",      "so",   // German
    "montag",    "dienstag", "mittwoch", "donnerstag", "freitag",  "samstag", "sonntag",
    "sonnabend", "monday",   "tuesday",  "wednesday",  "thursday", "friday",  "saturday",
    "sunday",    "tues",     "thur",     "thurs",      "weds",     "lun",     "lundi",
    "mardi",     "mer",      "mercredi", "jeu",        "jeudi",    "ven",     "vendredi",
    "sam",       "samedi",   "dim",      "dimanche",  // French
    "lunes",     "martes",   "mie",      "miercoles",  "jue",      "jueves",  "vie",
    "viernes",   "sab",      "sabado",   "dom",        "domingo",  // Spanish
    "gio",       "lunedi",   "martedi",  "mercoledi",  "giovedi",  "venerdi", "sabato",
    "domenica",  "κυρ",      "δευ",      "τρι",        "τετ",      "πεμ",     "παρ",
    "σαβ",                                                                           // Greek
    "пн",        "вт",       "ср",       "чт",         "пт",       "сб",      "вс",  // Russian
});

struct Zone {
  std::string_view name;
  int minutes;
};

constexpr auto zones = std::to_array<Zone>({
    {"gmt", 0},     {"utc", 0},    {"ut", 0},     {"z", 0},      {"wet", 0},    {"et", -300},
    {"est", -300},  {"edt", -240}, {"ct", -360},  {"cst", -360}, {"cdt", -300}, {"mt", -420},
    {"mst", -420},  {"mdt", -360}, {"pt", -480},  {"pst", -480}, {"pdt", -420}, {"akst", -540},
    {"akdt", -480}, {"hst", -600}, {"ast", -240}, {"adt", -180}, {"nst", -210}, {"ndt", -150},
    {"brt", -180},  {"art", -180}, {"clt", -240}, {"bst", 60},   {"west", 60},  {"cet", 60},
    {"met", 60},    {"mez", 60},   {"cest", 120}, {"mest", 120}, {"mesz", 120}, {"eet", 120},
    {"eest", 180},  {"sast", 120}, {"cat", 120},  {"wat", 60},   {"eat", 180},  {"msk", 180},
    {"msd", 240},   {"trt", 180},  {"gst", 240},  {"pkt", 300},  {"ist", 330},  {"npt", 345},
    {"ict", 420},   {"wib", 420},  {"hkt", 480},  {"sgt", 480},  {"pht", 480},  {"myt", 480},
    {"awst", 480},  {"jst", 540},  {"kst", 540},  {"acst", 570}, {"acdt", 630}, {"aest", 600},
    {"aedt", 660},  {"nzst", 720}, {"nzdt", 780},
});

using Replacement = std::pair<std::string_view, std::string_view>;

// In this order: a weekday's name holds the sign for "day" or "month".
constexpr auto chinese_marks = std::to_array<Replacement>({
    {"星期一", " "},  {"星期二", " "},  {"星期三", " "},  {"星期四", " "},  {"星期五", " "},
    {"星期六", " "},  {"星期日", " "},  {"星期天", " "},  {"周一", " "},    {"周二", " "},
    {"周三", " "},    {"周四", " "},    {"周五", " "},    {"周六", " "},    {"周日", " "},
    {"上午", " am "}, {"下午", " pm "}, {"早上", " am "}, {"凌晨", " am "}, {"晚上", " pm "},
    {"年", "-"},      {"月", "-"},      {"日", " "},      {"号", " "},      {"時", ":"},
    {"时", ":"},      {"点", ":"},      {"分", ":"},      {"秒", " "},
});

constexpr auto korean_marks = std::to_array<Replacement>({
    {"월요일", " "},
    {"화요일", " "},
    {"수요일", " "},
    {"목요일", " "},
    {"금요일", " "},
    {"토요일", " "},
    {"일요일", " "},
    {"오전", " am "},
    {"오후", " pm "},
    {"년", "-"},
    {"월", "-"},
    {"일", " "},
    {"시", ":"},
    {"분", ":"},
    {"초", " "},
});

std::string folded(std::string_view text) {
  utf8proc_uint8_t* result = nullptr;
  constexpr int options =
      UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
  // NOLINTNEXTLINE: the library's bytes are unsigned
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &result,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (length < 0) return std::string(text);
  return {owner.get(), owner.get() + length};
}

template <class Marks>
bool replace_marks(std::string& text, const Marks& marks) {
  bool found = false;
  for (const auto& [mark, meaning] : marks) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), meaning);
      found = true;
      const auto behind = at + meaning.size();
      if (meaning == "-" || meaning == ":")  // "2004년 05월" is one date
        while (behind < text.size() && text[behind] == ' ') text.erase(behind, 1);
    }
  }
  return found;
}

// Most words of a table differ in their first byte.
bool is_same(std::string_view word, std::string_view listed) {
  return word.size() == listed.size() && word[0] == listed[0] && word == listed;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

}  // namespace

std::optional<unsigned> month_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (const Month& month : months)
    if (word[0] == month.beginning[0] && word.starts_with(month.beginning)) return month.number;
  return std::nullopt;
}

bool is_weekday(std::string_view word) {
  if (word.empty()) return false;
  for (const std::string_view weekday : weekdays)
    if (is_same(word, weekday)) return true;
  return false;
}

std::optional<minutes> zone_offset(std::string_view word) {
  if (word.starts_with("etc/")) word.remove_prefix(4);
  if (word.empty()) return std::nullopt;
  for (const Zone& zone : zones)
    if (is_same(word, zone.name)) return minutes{zone.minutes};
  return std::nullopt;
}

PlainDate plain_date(std::string_view text) {
  PlainDate date;
  if (is_ascii(text)) {
    date.text = text;
    for (char& c : date.text)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return date;
  }
  date.text = folded(text);
  if (replace_marks(date.text, korean_marks)) date.zone = hours{9};
  if (replace_marks(date.text, chinese_marks)) date.zone = hours{8};
  return date;
}

}  // namespace tipoff
