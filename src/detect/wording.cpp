// Wording: the shared word lists of a language, compiled.
#include "detect/wording.h"

#include <algorithm>
#include <array>

#include "detect/pattern.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

/// A name is judged by so many bytes on either side.
constexpr std::size_t neighbourhood = 60;

Result<AnyOf> compile_list(const std::vector<std::string>& list, const Language& language,
                           std::string_view shape) {
  std::vector<std::string> patterns;
  for (const std::string& pattern : list) {
    auto expanded = expand(pattern, language, NameForm::company);
    if (!expanded) return std::unexpected(expanded.error());
    patterns.push_back(std::move(*expanded));
  }
  return AnyOf::compile(patterns, shape);
}

std::string_view before(std::string_view sentence, std::size_t at) {
  std::size_t begin = at > neighbourhood ? at - neighbourhood : 0;
  while (begin < at && continues_character(sentence[begin])) ++begin;
  return sentence.substr(begin, at - begin);
}

std::string_view behind(std::string_view sentence, std::size_t at) {
  std::size_t end = std::min(sentence.size(), at + neighbourhood);
  while (end > at && end < sentence.size() && continues_character(sentence[end])) --end;
  return sentence.substr(at, end - at);
}

/// Behind "(600000.SH)" and the like, if a name is followed by one, or stands in one itself.
std::size_t behind_brackets(std::string_view sentence, std::size_t at) {
  constexpr std::size_t longest = 40;
  constexpr std::size_t longest_suffix = 5;  // ".SH)"
  const std::size_t shut = sentence.substr(at, longest_suffix).find_first_of("<>() ");
  if (shut != std::string_view::npos && (sentence[at + shut] == '>' || sentence[at + shut] == ')'))
    return at + shut + 1;
  std::size_t open = at;
  while (open < sentence.size() && sentence[open] == ' ') ++open;
  for (const auto& [opening, closing] : {std::pair(std::string_view("("), std::string_view(")")),
                                         std::pair(std::string_view("（"), std::string_view("）")),
                                         std::pair(std::string_view("<"), std::string_view(">"))}) {
    if (!sentence.substr(open).starts_with(opening)) continue;
    const std::size_t close = sentence.substr(open, longest).find(closing);
    if (close != std::string_view::npos) return open + close + closing.size();
  }
  return at;
}

constexpr std::array commas = {std::string_view(", "), std::string_view("，"),
                               std::string_view(";"),  std::string_view("；"),
                               std::string_view("："), std::string_view(": ")};

/// Beside commas, what parts one statement from the next.
constexpr std::array joints = {std::string_view(" and "),   std::string_view(" but "),
                               std::string_view(" as "),    std::string_view(" while "),
                               std::string_view(" after "), std::string_view(" before ")};

/// The stretch around the words that no mark parts from them.
Span stretch_of(std::string_view sentence, Span words, std::span<const std::string_view> marks) {
  Span stretch{0, sentence.size()};
  for (const std::string_view mark : marks) {
    const std::size_t before = sentence.substr(0, words.begin).rfind(mark);
    if (before != std::string_view::npos)
      stretch.begin = std::max(stretch.begin, before + mark.size());
    stretch.end = std::min(stretch.end, sentence.find(mark, words.end));
  }
  return stretch;
}

/// The clause that holds the words: from comma to comma.
std::string_view clause_of(std::string_view sentence, Span words) {
  const Span clause = stretch_of(sentence, words, commas);
  return sentence.substr(clause.begin, clause.end - clause.begin);
}

/// From comma or "and" to the next.
Span statement_of(std::string_view sentence, Span words) {
  const Span clause = stretch_of(sentence, words, commas);
  const Span statement = stretch_of(sentence, words, joints);
  return {std::max(clause.begin, statement.begin), std::min(clause.end, statement.end)};
}

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

/// The quotation around the words; the whole sentence where they stand in none. A short one only
/// stresses them.
Span quotation_of(std::string_view sentence, Span words) {
  constexpr std::size_t shortest = 40;
  for (const auto& [open, close] : {std::pair(std::string_view("“"), std::string_view("”")),
                                    std::pair(std::string_view("\""), std::string_view("\""))}) {
    std::size_t at = 0;
    while ((at = sentence.find(open, at)) < words.begin) {
      const std::size_t end = sentence.find(close, at + open.size());
      if (end == std::string_view::npos) break;
      if (end >= words.end && end - at >= shortest) return {at, end};
      at = end + close.size();
    }
  }
  return {0, sentence.size()};
}

/// Whether what stands at `found` is said of the event at `words`.
bool is_said_of(std::string_view sentence, Span found, Span words, std::span<const Span> others) {
  const Span statement = statement_of(sentence, found);
  if (overlap(statement, words)) return true;
  return std::ranges::none_of(others, [&](const Span& other) { return overlap(statement, other); });
}

/// Whether what stands at `found` is quoted, and the words are not.
bool is_mere_talk(std::string_view sentence, Span found, Span words) {
  return !overlap(quotation_of(sentence, found), words);
}

/// The first of a list's words that are said of the event.
std::optional<Span> said_of(const AnyOf& list, std::string_view sentence, Span words,
                            std::span<const Span> others) {
  constexpr int most_tried = 4;
  std::size_t from = 0;
  for (int i = 0; i < most_tried; ++i) {
    const auto found = list.first(sentence.substr(from));
    if (!found) return std::nullopt;
    const Span place{from + found->begin, from + found->end};
    if (is_said_of(sentence, place, words, others)) return place;
    if (place.end <= from) return std::nullopt;
    from = place.end;
  }
  return std::nullopt;
}

}  // namespace

Span without_possessive(std::string_view sentence, Span name) {
  const std::string_view text = sentence.substr(name.begin, name.end - name.begin);
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (text.ends_with(possessive)) return {name.begin, name.end - possessive.size()};
  }
  return name;
}

Result<Wording> Wording::compile(const Language& language) {
  Wording wording;
  const auto take = [&](AnyOf& into, const std::vector<std::string>& list,
                        std::string_view shape) -> Result<void> {
    auto compiled = compile_list(list, language, shape);
    if (!compiled)
      return std::unexpected(std::move(compiled.error()).in("language " + language.code));
    into = std::move(*compiled);
    return {};
  };
  wording.any_script_ = language.script.empty();
  Result<void> done = take(wording.script_, {language.script}, "%");
  if (done) done = take(wording.rumoured_, language.rumoured, "%");
  if (done) done = take(wording.completed_, language.completed, "%");
  if (done) done = take(wording.denied_, language.denied, "%");
  if (done) done = take(wording.stranger_before_, language.stranger_before, "%\\s*$");
  if (done) done = take(wording.stranger_after_, language.stranger_after, "^%");
  if (done) done = take(wording.apart_, language.apart, "%");
  if (done) done = take(wording.aside_, language.aside, "^%\\s*$");
  if (done) done = take(wording.boilerplate_, language.boilerplate, "%");
  if (done) done = take(wording.part_, language.part, "^%");
  if (done) done = take(wording.unrelated_before_, language.unrelated_before, "%\\s*$");
  if (done) done = take(wording.unrelated_after_, language.unrelated_after, "^%");
  for (const Silence& silence : language.silences) {
    if (!done) break;
    CompiledSilence compiled;
    done = take(compiled.pattern, silence.patterns, "%");
    compiled.whole = silence.whole;
    compiled.events = silence.events;
    wording.silences_.push_back(std::move(compiled));
  }
  if (!done) return std::unexpected(done.error());
  return wording;
}

CertaintyRead Wording::read_certainty(std::string_view sentence, Span words,
                                      std::span<const Span> others) const {
  if (const auto denied = said_of(denied_, sentence, words, others))
    return {Certainty::denied, denied};
  auto rumoured = said_of(rumoured_, sentence, words, others);
  if (rumoured && is_mere_talk(sentence, *rumoured, words)) rumoured.reset();
  const auto completed = said_of(completed_, sentence, words, others);
  if (rumoured && completed) {
    const std::string_view clause = clause_of(sentence, words);
    if (!rumoured_.matches(clause) && completed_.matches(clause))
      return {Certainty::completed, completed};
  }
  if (rumoured) return {Certainty::rumoured, rumoured};
  if (completed) return {Certainty::completed, completed};
  return {};
}

bool Wording::silences(std::string_view sentence, std::string_view event) const {
  return std::ranges::any_of(silences_, [&](const CompiledSilence& silence) {
    const bool concerned =
        silence.events.empty() || std::ranges::find(silence.events, event) != silence.events.end();
    return concerned && silence.pattern.matches(sentence);
  });
}

bool Wording::silences_text(std::string_view title, std::string_view event) const {
  return std::ranges::any_of(silences_, [&](const CompiledSilence& silence) {
    const bool concerned =
        silence.events.empty() || std::ranges::find(silence.events, event) != silence.events.end();
    return silence.whole && concerned && silence.pattern.matches(title);
  });
}

bool Wording::stranger(std::string_view sentence, Span name) const {
  if (stranger_before_.matches(before(sentence, name.begin)) ||
      stranger_after_.matches(behind(sentence, name.end)))
    return true;
  const std::size_t further = behind_brackets(sentence, name.end);
  return further != name.end && stranger_after_.matches(behind(sentence, further));
}

bool Wording::aside(std::string_view before) const {
  const std::size_t comma = before.rfind(',');
  const std::size_t wide = before.rfind("，");
  if (comma == std::string_view::npos) return wide != comma && aside_.matches(before.substr(wide));
  return aside_.matches(
      before.substr(wide == std::string_view::npos ? comma : std::max(comma, wide)));
}

bool Wording::part(std::string_view sentence, Span name) const {
  return part_.matches(behind(sentence, without_possessive(sentence, name).end));
}

bool Wording::unrelated(std::string_view sentence, Span name) const {
  return unrelated_before_.matches(before(sentence, name.begin)) ||
         unrelated_after_.matches(behind(sentence, name.end));
}

}  // namespace tipoff
