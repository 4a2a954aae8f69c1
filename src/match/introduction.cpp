// Reads the bracket behind a name.
#include "match/introduction.h"

#include <algorithm>
#include <cstdint>

#include "match/phrase_set.h"

namespace tipoff {
namespace {

constexpr std::size_t reach = 160;

struct Quotes {
  std::string_view open;
  std::string_view close;
};

constexpr Quotes quotes[] = {{"“", "”"},   {"\"", "\""}, {"「", "」"}, {"『", "』"},
                             {"《", "》"}, {"‘", "’"},   {"'", "'"}};

/// Cuts the bracket that opens at the text's start off it; nothing where none does.
std::string_view take_bracket(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with('.')) text.remove_prefix(1);
  const bool wide = text.starts_with("（");
  if (!wide && !text.starts_with('(')) return {};
  text.remove_prefix(wide ? std::string_view("（").size() : 1);
  const std::size_t narrow_close = text.find(')');
  const std::size_t wide_close = text.find("）");
  const std::size_t close = std::min(narrow_close, wide_close);
  if (close == std::string_view::npos) return {};
  const std::string_view inside = text.substr(0, close);
  text.remove_prefix(close + (close == wide_close ? std::string_view("）").size() : 1));
  return inside;
}

/// "(owner of "Nordvale")" names something else.
bool tells_of_another(std::string_view inside) {
  for (const std::string_view words : {"owner of", "maker of", "operator of", "parent of",
                                       "unit of", "subsidiary of", "part of", "backed by"})
    if (inside.find(words) != std::string_view::npos) return true;
  return false;
}

void take_quoted(std::string_view inside, std::vector<std::string_view>& names) {
  for (const Quotes& mark : quotes) {
    std::string_view rest = inside;
    for (std::size_t open = rest.find(mark.open); open != std::string_view::npos;
         open = rest.find(mark.open)) {
      const bool apostrophe = mark.open == "'" && open > 0 && rest[open - 1] != ' ';
      rest.remove_prefix(open + mark.open.size());
      if (apostrophe) continue;
      const std::size_t close = rest.find(mark.close);
      if (close == std::string_view::npos) break;
      if (close > 1 && close <= 60) names.push_back(rest.substr(0, close));
      rest.remove_prefix(close + mark.close.size());
    }
    if (!names.empty()) return;
  }
}

constexpr std::string_view marks[] = {"简称",        "簡稱",        "下称",     "下稱",
                                      "hereinafter", "Hereinafter", "hereafter"};

/// What follows the word that introduces: 以下简称：樾宸投资, without quotes.
void take_marked(std::string_view inside, std::vector<std::string_view>& names) {
  for (const std::string_view mark : marks) {
    const std::size_t at = inside.find(mark);
    if (at == std::string_view::npos) continue;
    std::string_view name = inside.substr(at + mark.size());
    for (bool trimmed = true; trimmed;) {
      trimmed = false;
      for (const std::string_view filler : {"：", ":", " ", "为", "referred to as", "called"})
        if (name.starts_with(filler)) name.remove_prefix(filler.size()), trimmed = true;
    }
    name = name.substr(0, std::min({name.find("，"), name.find("、"), name.find(','),
                                    name.find("；"), name.size()}));
    if (name.size() > 1 && name.size() <= 60) names.push_back(name);
    return;
  }
}

/// Altmoor Mills, hereinafter "Altmoor", said: quotes are needed, for nothing else ends the name.
void take_unbracketed(std::string_view text, std::vector<std::string_view>& names) {
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view filler : {"，", ",", " ", "以下"})
      if (text.starts_with(filler)) text.remove_prefix(filler.size()), trimmed = true;
  }
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    constexpr std::size_t most = 90;
    text = text.substr(mark.size(), most);
    const std::size_t pause = std::min(text.find("。"), text.find(". "));
    return take_quoted(text.substr(0, pause), names);
  }
}

const PhraseSet& back_references() {
  static const PhraseSet set{
      "company, the company, group, the group, bank, the bank, corporation, the corporation, 公司, "
      "本公司, 集团, 本集团, 该公司, 发行人, 上市公司, 标的公司"};
  return set;
}

}  // namespace

std::vector<std::string_view> introduced_names(std::string_view text, std::size_t end) {
  constexpr int most_brackets = 3;
  std::vector<std::string_view> names;
  std::string_view rest = text.substr(std::min(end, text.size()), reach);
  for (int i = 0; i < most_brackets && names.empty(); ++i) {
    const std::string_view inside = take_bracket(rest);
    if (inside.empty()) break;
    if (tells_of_another(inside)) return {};
    take_quoted(inside, names);
    if (names.empty()) take_marked(inside, names);
  }
  if (names.empty()) take_unbracketed(rest, names);
  return names;
}

std::string_view introduced_initials(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t most = 6;
  std::string_view rest = text.substr(std::min(end, text.size()), most + 4);
  const std::string_view letters = take_bracket(rest);
  if (letters.size() < 2 || letters.size() > most) return {};
  const std::string_view name = text.substr(begin, end - begin);
  std::size_t known = 0;
  for (std::size_t i = 0; i < name.size() && known < letters.size(); ++i) {
    const bool first = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-';
    if (first && name[i] >= 'A' && name[i] <= 'Z' && name[i] == letters[known])
      ++known;
    else if (first && known == 0)
      return {};
  }
  return known == letters.size() ? letters : std::string_view{};
}

void IntroducedNames::add_from(const FieldReading& reading, const Mention& mention) {
  constexpr std::size_t most_words = 24;
  auto names = introduced_names(reading.text(), mention.end);
  if (const auto initials = introduced_initials(reading.text(), mention.begin, mention.end);
      !initials.empty())
    names.push_back(initials);
  for (const std::string_view name : names) {
    const auto words = tokens_of(name);
    if (words.empty() || words.size() > most_words || (words.size() == 1 && name.size() < 2))
      continue;
    std::uint64_t hash = words[0].hash;
    for (std::size_t i = 1; i < words.size(); ++i) hash = followed_by(hash, words[i].hash);
    Bearer bearer;
    bearer.account = mention.account;
    bearer.field = mention.field;
    bearer.since = mention.end;
    bearer.back_reference = back_references().contains(hash);
    const auto [place, added] = accounts_.try_emplace(hash, bearer);
    if (!added && place->second.account != mention.account) place->second.shared = true;
    longest_ = std::max(longest_, words.size());
  }
}

const IntroducedNames::Bearer* IntroducedNames::bearer_at(const FieldReading& reading,
                                                          std::size_t token,
                                                          std::size_t& count) const {
  const auto& tokens = reading.tokens();
  const Bearer* found = nullptr;
  std::uint64_t before = 0;
  for (std::size_t length = 1; length <= longest_ && token + length <= tokens.size(); ++length) {
    const Token& last = tokens[token + length - 1];
    const auto entry = accounts_.find(length == 1 ? last.stem : followed_by(before, last.stem));
    before = length == 1 ? last.hash : followed_by(before, last.hash);
    if (entry == accounts_.end() || entry->second.shared) continue;
    const Bearer& bearer = entry->second;
    const bool out_of_reach = bearer.field != reading.field() || tokens[token].begin < bearer.since;
    const bool latin = static_cast<unsigned char>(reading.raw(token)[0]) < 0xE0;
    if (bearer.back_reference && out_of_reach) continue;
    if (latin && !reading.is_capitalised(token + length - 1)) continue;
    found = &bearer;
    count = length;
  }
  return found;
}

void IntroducedNames::mark(const FieldReading& reading, std::vector<Mention>& mentions) const {
  std::vector<std::uint8_t> taken(reading.text().size() + 1);  // 1: surely, 2: ambiguously
  for (const Mention& mention : mentions)
    if (mention.field == reading.field())
      std::fill(taken.begin() + static_cast<std::ptrdiff_t>(mention.begin),
                taken.begin() + static_cast<std::ptrdiff_t>(mention.end),
                std::uint8_t(mention.ambiguous ? 2 : 1));
  const auto& tokens = reading.tokens();
  std::vector<Mention> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t count = 0;
    const Bearer* bearer = taken[tokens[i].begin] == 1 ? nullptr : bearer_at(reading, i, count);
    if (bearer == nullptr) continue;
    const std::size_t begin = tokens[i].begin;
    const std::size_t end = tokens[i + count - 1].end;
    const auto from = taken.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = taken.begin() + static_cast<std::ptrdiff_t>(end);
    if (std::find(from, to, std::uint8_t{1}) != to) continue;
    std::fill(from, to, std::uint8_t{3});
    found.push_back({bearer->account, reading.field(), begin, end, false});
    i += count - 1;
  }
  std::erase_if(mentions, [&](const Mention& m) {
    return m.ambiguous && m.field == reading.field() && taken[m.begin] == 3;
  });
  mentions.insert(mentions.end(), found.begin(), found.end());
}

}  // namespace tipoff
