// Name tails: general words are left out, the others become bits.
#include "match/name_tail.h"

#include <algorithm>

#include "match/company_cue.h"
#include "match/legal_form.h"
#include "match/phrase_set.h"

namespace tipoff {
namespace {

/// Behind or within many a name, and told or left out at will.
const PhraseSet& loose_words() {
  static const PhraseSet set{
      "holdings, holding, hldgs, group, groupe, gruppe, gruppo, grupo, groep, international, intl, "
      "companies, corp, com, the, of, and, a, america, usa, us, uk, new, class, de, la"};
  return set;
}

/// Left out at will too, but where they are told they are of the name.
const PhraseSet& usual_words() {
  static const PhraseSet set{
      "enterprises, enterprise, industries, technologies, technology, technologys, worldwide, "
      "global, corporate, trust, partners"};
  return set;
}

/// What a company does, as its name says it: no verbs, and nothing that a headline says of it.
const PhraseSet& trade_words() {
  static const PhraseSet set{
      "systems, pumps, pharmaceuticals, pharma, therapeutics, communications, laboratories, labs, "
      "solutions, bancorp, bancshares, bankshares, bankcorp, financial, capital, energy, motors, "
      "chemicals, chemical, steel, foods, semiconductor, semiconductors, electronics, instruments, "
      "software, robotics, biosciences, biotech, healthcare, airlines, airways, petroleum, "
      "logistics, textiles, minerals, mining, resources, realty, properties, insurance, "
      "securities, ventures, media, entertainment, aerospace, automotive, shipping, packaging, "
      "infrastructure, telecom, utilities, engineering, devices, scientific, sciences, cement, "
      "paper, paints, tires"};
  return set;
}

/// "The American Larkin Bank": neither "The" nor "American".
const PhraseSet& plain_words() {
  static const PhraseSet set{
      "the, one, two, three, first, american, national, united, general, international, new, "
      "great, royal, bank, "
      "of, standard, north, northern, south, southern, west, western, east, eastern, central, "
      "pacific, atlantic, global, advanced, applied, digital, real, estate, financial, corp, "
      "corporation, inc, co, company, group, holdings, plc, ltd, limited, bancorp, bancshares, "
      "trust, fund, industries, systems"};
  return set;
}

/// Set where a tail has a word that tells what the company does.
constexpr std::uint64_t telling = 1ULL << 63U;

std::uint64_t bit_of(const Token& word) {
  return 1ULL << ((word.stem >> 23) % 63U);
}

bool is_legal(const Token& word) {
  return legal_forms().contains(word.stem);
}

/// Initials tell nothing: "Larkin A O Corp".
bool is_letter(const Token& word) {
  return word.end - word.begin == 1;
}

Tokens::const_iterator head_in(const Tokens& words) {
  return std::find_if(words.begin(), words.end(),
                      [](const Token& word) { return !plain_words().contains(word.hash); });
}

}  // namespace

std::uint16_t head_of(const Token& word) {
  return static_cast<std::uint16_t>(word.stem ^ (word.stem >> 29));
}

std::uint16_t head_of(std::string_view name) {
  const Tokens words = tokens_of(name);
  const auto head = head_in(words);
  return head == words.end() ? std::uint16_t{0} : head_of(*head);
}

bool is_general_word(const Token& word) {
  return loose_words().contains(word.stem) || usual_words().contains(word.stem) || is_legal(word);
}

std::uint64_t tail_of(std::string_view name) {
  const Tokens words = tokens_of(name);
  std::uint64_t bits = 0;
  const auto head = head_in(words);
  for (auto word = head; word != words.end(); ++word) {
    if (word == head || is_letter(*word) || is_legal(*word)) continue;
    if (loose_words().contains(word->stem)) continue;
    bits |= bit_of(*word);
    if (!is_general_word(*word)) bits |= telling;
  }
  return bits;
}

bool fits_tail(const FieldReading& reading, std::size_t begin, std::size_t end,
               std::uint64_t tail) {
  if ((tail & telling) == 0) return true;
  bool others = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& word = reading.tokens()[i];
    if (loose_words().contains(word.stem) || is_legal(word)) continue;
    if ((tail & bit_of(word)) != 0) return true;
    others = true;
  }
  return !others && (begin == end || !is_legal(reading.tokens()[begin]));
}

bool goes_on_otherwise(const FieldReading& reading, std::size_t end, std::uint64_t tail) {
  const auto& tokens = reading.tokens();
  if ((tail & telling) == 0 || end >= tokens.size() || reading.gap_before(end) != " ") return false;
  const Token& word = tokens[end];
  return reading.is_capitalised(end) && trade_words().contains(word.stem) &&
         (tail & bit_of(word)) == 0;
}

bool is_other_firm(const FieldReading& reading, std::size_t end, std::uint64_t tail) {
  const auto& tokens = reading.tokens();
  return end + 1 < tokens.size() && reading.gap_before(end) == " " && reading.is_capitalised(end) &&
         trade_words().contains(tokens[end].stem) && (tail & bit_of(tokens[end])) == 0 &&
         legal_form_after(reading, end + 1) > 0;
}

std::size_t end_of_name_words(const FieldReading& reading, std::size_t end) {
  constexpr std::size_t most = 3;
  const auto& tokens = reading.tokens();
  std::size_t at = end;
  while (at < tokens.size() && at < end + most && reading.gap_before(at) == " " &&
         reading.is_capitalised(at) &&
         (is_general_word(tokens[at]) || trade_words().contains(tokens[at].stem)))
    ++at;
  return at;
}

}  // namespace tipoff
