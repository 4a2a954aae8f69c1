// Sentences: one pass over the bytes; what looks like an end is judged by the word before and the
// character after.
#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>

namespace tipoff {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

/// Words whose full stop rarely ends a sentence: titles, months, units.
constexpr std::array never_final = {
    std::string_view("mr"),     std::string_view("mrs"),  std::string_view("ms"),
    std::string_view("dr"),     std::string_view("st"),   std::string_view("vs"),
    std::string_view("no"),     std::string_view("jan"),  std::string_view("feb"),
    std::string_view("mar"),    std::string_view("apr"),  std::string_view("jun"),
    std::string_view("jul"),    std::string_view("aug"),  std::string_view("sep"),
    std::string_view("sept"),   std::string_view("oct"),  std::string_view("nov"),
    std::string_view("dec"),    std::string_view("prof"), std::string_view("gen"),
    std::string_view("gov"),    std::string_view("sen"),  std::string_view("rep"),
    std::string_view("approx"), std::string_view("ca"),   std::string_view("bzw"),
    std::string_view("dipl"),   std::string_view("nr"),   std::string_view("e.g"),
    std::string_view("i.e"),    std::string_view("z.b")};

/// Legal forms and countries: their full stop ends a sentence only before a word that opens one.
constexpr std::array seldom_final = {
    std::string_view("inc"), std::string_view("corp"), std::string_view("co"),
    std::string_view("ltd"), std::string_view("cos"),  std::string_view("bros"),
    std::string_view("plc"), std::string_view("llc"),  std::string_view("u.s"),
    std::string_view("u.k"), std::string_view("u.n"),  std::string_view("s.a"),
    std::string_view("n.v"), std::string_view("a.g"),  std::string_view("s.p.a"),
    std::string_view("mfg"), std::string_view("intl"), std::string_view("d.c"),
    std::string_view("e.u"), std::string_view("jr"),   std::string_view("a.m"),
    std::string_view("p.m"), std::string_view("etc")};

constexpr std::array openers = {
    std::string_view("the"),   std::string_view("it"),     std::string_view("its"),
    std::string_view("he"),    std::string_view("she"),    std::string_view("they"),
    std::string_view("we"),    std::string_view("in"),     std::string_view("this"),
    std::string_view("that"),  std::string_view("but"),    std::string_view("under"),
    std::string_view("both"),  std::string_view("a"),      std::string_view("an"),
    std::string_view("terms"), std::string_view("shares"), std::string_view("on"),
    std::string_view("at"),    std::string_view("for")};

std::string lowered(std::string_view word) {
  std::string out(word);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// The run of letters and inner full stops that ends before `end`, at most 12 bytes.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 12 && (is_letter(text[begin - 1]) || text[begin - 1] == '.'))
    --begin;
  return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < 12 && is_letter(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool listed(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, lowered(word)) != words.end();
}

/// Whether the full stop at `stop` ends a sentence whose next character that is no space stands at
/// `next`.
bool full_stop_ends(std::string_view text, std::size_t stop, std::size_t next) {
  if (next >= text.size()) return true;
  if (is_lower(text[next])) return false;
  const std::string_view word = word_before(text, stop);
  if (!word.empty() && is_upper(word.back()) &&
      (word.size() == 1 || word[word.size() - 2] == '.')) {
    return listed(seldom_final, word) && listed(openers, word_at(text, next));
  }
  if (listed(never_final, word)) return false;
  if (listed(seldom_final, word)) return listed(openers, word_at(text, next));
  return true;
}

std::size_t width(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool closes(std::string_view character) {
  constexpr std::array closers = {
      std::string_view("\""), std::string_view("'"),  std::string_view(")"),
      std::string_view("]"),  std::string_view("”"),  std::string_view("’"),
      std::string_view("」"), std::string_view("』"), std::string_view("）"),
      std::string_view("】"), std::string_view("》"), std::string_view("»")};
  return std::ranges::find(closers, character) != closers.end();
}

std::size_t past_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = std::min(width(text[at]), text.size() - at);
    if (!closes(text.substr(at, length))) break;
    at += length;
  }
  return at;
}

bool wide_end(std::string_view character) {
  return character == "。" || character == "！" || character == "？" || character == "；";
}

std::size_t past_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// Where the sentence that holds `at` ends, if it ends at `at`; else `at` itself. `next` is moved
/// to where looking goes on.
std::size_t end_here(std::string_view text, std::size_t at, std::size_t& next) {
  const char c = text[at];
  const std::size_t length = std::min(width(c), text.size() - at);
  next = at + length;
  if (c == '\n') {
    next = past_spaces(text, at);
    return next < text.size() && is_lower(text[next]) ? at : at + 1;
  }
  if (length == 3 && wide_end(text.substr(at, length))) return next = past_closers(text, next);
  if (c != '.' && c != '!' && c != '?') return at;
  const std::size_t closed = past_closers(text, at + 1);
  next = closed;
  if (closed < text.size() && !is_space(text[closed])) return at;
  const std::size_t follower = past_spaces(text, closed);
  if (c != '.') return follower < text.size() && is_lower(text[follower]) ? at : closed;
  return full_stop_ends(text, at, follower) ? closed : at;
}

void add_trimmed(std::string_view text, Span span, std::vector<Span>& out) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  if (span.begin < span.end) out.push_back(span);
}

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    const std::size_t end = end_here(text, at, next);
    if (end > at) {
      add_trimmed(text, {begin, end}, out);
      begin = end;
    }
    at = std::max(next, at + 1);
  }
  add_trimmed(text, {begin, text.size()}, out);
  return out;
}

}  // namespace tipoff
