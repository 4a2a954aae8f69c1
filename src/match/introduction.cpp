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
                             {"《", "》"}, {"‘", "’"},   {"\"", "\""}};

/// What stands in the bracket that opens at the text's start, or nothing.
std::string_view bracketed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('.')) text.remove_prefix(1);
  const bool wide = text.starts_with("（");
  if (!wide && !text.starts_with('(')) return {};
  text.remove_prefix(wide ? std::string_view("（").size() : 1);
  const std::size_t close = std::min(text.find(')'), text.find("）"));
  return close == std::string_view::npos ? std::string_view{} : text.substr(0, close);
}

void take_quoted(std::string_view inside, std::vector<std::string_view>& names) {
  for (const Quotes& mark : quotes) {
    std::string_view rest = inside;
    for (std::size_t open = rest.find(mark.open); open != std::string_view::npos;
         open = rest.find(mark.open)) {
      rest.remove_prefix(open + mark.open.size());
      const std::size_t close = rest.find(mark.close);
      if (close == std::string_view::npos) break;
      if (close > 1 && close <= 60) names.push_back(rest.substr(0, close));
      rest.remove_prefix(close + mark.close.size());
    }
    if (!names.empty()) return;
  }
}

/// 以下简称：樾宸投资, without quotes.
void take_marked(std::string_view inside, std::vector<std::string_view>& names) {
  for (const std::string_view mark : {"简称", "下称", "hereinafter", "Hereinafter", "hereafter"}) {
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

const PhraseSet& back_references() {
  static const PhraseSet set{
      "company, the company, group, the group, bank, the bank, corporation, the corporation, 公司, "
      "本公司, 集团, 本集团, 该公司, 发行人, 上市公司, 标的公司"};
  return set;
}

}  // namespace

std::vector<std::string_view> introduced_names(std::string_view text, std::size_t end) {
  std::vector<std::string_view> names;
  const std::string_view inside = bracketed(text.substr(std::min(end, text.size()), reach));
  if (inside.empty()) return names;
  take_quoted(inside, names);
  if (names.empty()) take_marked(inside, names);
  return names;
}

void IntroducedNames::add_from(const FieldReading& reading, const Mention& mention) {
  constexpr std::size_t most_words = 24;
  for (const std::string_view name : introduced_names(reading.text(), mention.end)) {
    const Tokens words = tokens_of(name);
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
