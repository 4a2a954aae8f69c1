// Latin names: registry notes and brackets off, inverted names turned, general last words dropped.
#include "match/name_forms.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "match/chinese_name.h"
#include "match/common_words.h"
#include "match/legal_form.h"
#include "match/name_tail.h"
#include "text/fold.h"

namespace tipoff {
namespace {

const PhraseSet& leading_articles() {
  static const PhraseSet set{"the, pt, ao, pao, ooo, oao, zao, jsc, pjsc, ojsc, cjsc, uab, sia"};
  return set;
}

/// General last words that news leaves off.
const PhraseSet& droppable() {
  static const PhraseSet set{
      "holdings, holding, group, groupe, gruppe, gruppo, grupo, groep, international, "
      "technologies, technology, companies, enterprises, enterprise, "
      "industries, solutions, systems, worldwide, global, trust, properties trust, realty trust, "
      "partners, bancorp, bancshares, "
      "communications, laboratories, pharmaceuticals, therapeutics, technology solutions, "
      "information technologies, "
      "hldgs, intl, com,  technologys, services, products, brands, stores, networks, platforms, "
      "corporate, ai, io, of america, north america, usa, us, uk, india, canada, japan, europe, "
      "deutschland, germany, france, italia, espana, nederland, schweiz, benelux"};
  return set;
}

/// What a list abbreviates and news spells out, or the other way round.
constexpr std::pair<std::string_view, std::string_view> abbreviations[] = {
    {"international", "intl"}, {"manufacturing", "mfg"}, {"brothers", "bros"},   {"saint", "st"},
    {"mount", "mt"},           {"laboratories", "labs"}, {"associates", "assoc"}};

/// The word that stands for it elsewhere; zero for most words.
std::uint64_t abbreviated_or_spelled_out(std::uint64_t word) {
  static const std::unordered_map<std::uint64_t, std::uint64_t> other = [] {
    std::unordered_map<std::uint64_t, std::uint64_t> map;
    for (const auto& [whole, abbreviation] : abbreviations) {
      map.emplace(word_hash(whole), word_hash(abbreviation));
      map.emplace(word_hash(abbreviation), word_hash(whole));
    }
    return map;
  }();
  const auto found = other.find(word);
  return found == other.end() ? 0 : found->second;
}

bool in_capitals(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "Larkson", "Edwards": family names made from first names.
bool is_surname(std::string_view word) {
  if (word.size() >= 6 && (word.ends_with("son") || word.ends_with("sen"))) return true;
  return word.size() >= 5 && word.ends_with('s') &&
         given_names_set().contains(word_hash(word.substr(0, word.size() - 1)));
}

/// "müllbach" as "muellbach".
std::string with_umlauts_spelled_out(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = character_at(word, at);
    const std::string_view raw = word.substr(at, character.length);
    at += character.length;
    const char32_t code = character.code;
    out += spelled(raw);
    if (code == U'ä' || code == U'Ä' || code == U'ö' || code == U'Ö' || code == U'ü' ||
        code == U'Ü')
      out += 'e';
  }
  return spelled(out);
}

/// "Muellbach" as "mullbach", which is how "Müllbach" is folded. "Bauer" and "Quelle" have no
/// umlaut.
std::string with_umlauts_folded(std::string_view word) {
  const std::string letters = spelled(word);
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool mark =
        letters[i] == 'e' && i > 0 &&
        std::string_view("aou").find(letters[i - 1]) != std::string_view::npos &&
        (i < 2 || std::string_view("aeiouq").find(letters[i - 2]) == std::string_view::npos);
    if (!mark) out += letters[i];
  }
  return out;
}

class LatinForms {
 public:
  LatinForms(std::string_view whole, std::string_view main, std::string_view bracketed)
      : name_(main), tokens_(tokens_of(main)) {
    begin_ = tokens_.size() > 1 ? leading_articles().length_at(std::span(tokens_).first(1), 0) : 0;
    length_ = tokens_.size() - legal_form_length(tokens_);
    while (length_ + 1 < tokens_.size() && raw(length_).find(' ') != std::string_view::npos)
      ++length_;  // "A B" are initials
    while (length_ > begin_ + 1 && is_and(length_ - 1)) --length_;
    while (length_ > begin_ + 1 && is_and(begin_)) ++begin_;
    if (length_ <= begin_) begin_ = 0;
    add_whole(whole, bracketed);
  }

  std::vector<NameForm> all() {
    if (tokens_.empty()) return std::move(forms_);
    const bool one_letter = length_ == begin_ + 1 && raw(begin_).size() == 1;
    if (!one_letter || length_ == tokens_.size())
      add(bracketed_ ? FormKind::derived : FormKind::given, begin_, length_);
    if (one_letter && length_ < tokens_.size()) add(FormKind::given, begin_, length_ + 1);
    if (length_ == 1 + begin_ && tokens_.size() > length_ && !forms_.empty() && forms_.back().risky)
      add(FormKind::given, begin_, length_ + 1);
    turn(length_);
    shorten();
    join_hyphens();
    leave_out_and();
    join_apostrophe();
    swap_abbreviations();
    drop_leading_group();
    split_capitals();
    respell_umlauts();
    return std::move(forms_);
  }

 private:
  [[nodiscard]] std::string_view raw(std::size_t i) const {
    return name_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  [[nodiscard]] bool is_and(std::size_t i) const {
    static const std::uint64_t conjunction = word_hash("and");
    return tokens_[i].hash == conjunction;
  }

  /// The name with what stands in its brackets: "Nordvale Optics (India)"; or before it: "Larkin
  /// (Edith)".
  void add_whole(std::string_view whole, std::string_view bracketed) {
    const auto inside = tokens_of(bracketed);
    if (inside.empty() || tokens_.empty()) return;
    const bool initials = bracketed.size() <= 6 && inside.size() == 1 &&
                          bracketed.find_first_of(". ") != std::string_view::npos;
    if (initials || given_names_set().length_at(inside, 0) == inside.size()) {
      NameForm form;
      for (const Token& token : inside) form.append(token.hash);
      for (std::size_t i = begin_; i < length_; ++i) form.append(tokens_[i].hash);
      push(form, FormKind::turned);
    }
    static const PhraseSet article{"the, class a, class b, class c, new"};
    if (article.length_at(inside, 0) == inside.size()) return;
    bracketed_ = true;
    const auto all = tokens_of(whole);
    NameForm form;
    for (std::size_t i = 0; i + legal_form_length(all) < all.size(); ++i) form.append(all[i].hash);
    push(form, FormKind::given);
  }

  void add(FormKind kind, std::size_t begin, std::size_t end) {
    NameForm form;
    for (std::size_t i = begin; i < end; ++i) form.append(tokens_[i].hash);
    if (end == begin + 1) {
      const std::string_view word = raw(begin);
      const bool digits =
          std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
      form.risky = digits || word.size() <= 3 || is_common_word(spelled(word));
      form.surname = length_ == tokens_.size() && is_surname(spelled(word));
      form.camel =
          std::any_of(word.begin() + 1, word.end(), in_capitals) &&
          std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      form.upper =
          word.size() <= 5 && word.size() > 1 && std::all_of(word.begin(), word.end(), in_capitals);
    }
    push(form, kind);
  }

  /// A short form that would be a common word, an initial, or end in a small word: better not made.
  [[nodiscard]] bool says_nothing(const NameForm& form) const {
    static const PhraseSet small{"of, and, the, for, in, de, la, le, du, des, von, van, &"};
    if (form.count == 1 && form.risky && !bracketed_) return true;
    if (small.contains(form.hashes[form.count - 1u])) return true;
    const auto letter = [](std::uint64_t hash) { return letters_and_digits().contains(hash); };
    return std::all_of(form.hashes.begin(), form.hashes.begin() + form.count, letter);
  }

  [[nodiscard]] static const PhraseSet& letters_and_digits() {
    static const PhraseSet set{
        "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, 0, 1, 2, 3, "
        "4, 5, 6, 7, 8, 9, and"};
    return set;
  }

  void push(NameForm form, FormKind kind) {
    if (form.count == 0 || (kind >= FormKind::derived && says_nothing(form))) return;
    form.kind = kind;
    if (length_ < tokens_.size()) {
      form.legal = legal_family(tokens_[length_].hash);
      form.form = legal_form_code(tokens_[length_].hash);
    }
    const auto same = [&](const NameForm& other) { return other.hash() == form.hash(); };
    if (std::none_of(forms_.begin(), forms_.end(), same)) forms_.push_back(form);
  }

  /// A first name or initials, as they stand in the middle of an inverted name.
  [[nodiscard]] bool is_personal(std::size_t i) const {
    if (given_names_set().contains(tokens_[i].hash)) return true;
    const std::string_view word = raw(i);
    const bool spaced = word.find_first_of(". ") != std::string_view::npos;
    return (word.size() == 1 && in_capitals(word[0])) || (spaced && word.size() <= 6);
  }

  /// "Larkin A B Mills" is "A. B. Larkin Mills"; "Price T Larkin" is "T. Larkin Price".
  void turn(std::size_t end) {
    std::size_t personal = begin_ + 1;
    while (personal < end && is_personal(personal)) ++personal;
    if (personal == begin_ + 1 || raw(begin_).size() < 3 || is_personal(begin_)) return;
    turned(personal, end);
    if (personal < end) turned(personal + 1, end);
    if (raw(begin_ + 1).find(' ') != std::string_view::npos) turned(personal, personal);
  }

  void turned(std::size_t personal, std::size_t end) {
    NameForm form;
    for (std::size_t i = begin_ + 1; i < personal; ++i) form.append(tokens_[i].hash);
    form.append(tokens_[begin_].hash);
    for (std::size_t i = personal; i < end; ++i) form.append(tokens_[i].hash);
    push(form, FormKind::turned);
  }

  void shorten() {
    std::size_t end = length_;
    FormKind kind = FormKind::derived;
    while (end > begin_ + 1) {
      std::size_t dropped = droppable().length_before(std::span(tokens_).first(end), end);
      if (dropped == 0) dropped = legal_forms().length_before(std::span(tokens_).first(end), end);
      if (dropped == 0 || begin_ + dropped >= end) break;
      for (std::size_t i = end - dropped; i < end; ++i)
        if (!is_general_word(tokens_[i])) kind = FormKind::trimmed;
      end -= dropped;
      while (end > begin_ + 1 && is_and(end - 1)) --end;
      add(kind, begin_, end);
      turn(end);
    }
    for (std::size_t i = length_ - 1; i >= begin_ + 2; --i)
      if (is_and(i)) add(FormKind::derived, begin_, i);
  }

  /// "Larkin & Moss" is also "Larkin Moss".
  void leave_out_and() {
    NameForm form;
    for (std::size_t i = begin_; i < length_; ++i)
      if (!is_and(i)) form.append(tokens_[i].hash);
    if (form.count > 1) push(form, FormKind::derived);
  }

  /// "O Larkin" is "O'Larkin".
  void join_apostrophe() {
    if (length_ < begin_ + 2) return;
    const std::string_view first = raw(begin_);
    if (first != "O" && first != "D" && first != "L") return;
    NameForm form;
    form.append(word_hash(spelled(first) + spelled(raw(begin_ + 1))));
    for (std::size_t i = begin_ + 2; i < length_; ++i) form.append(tokens_[i].hash);
    push(form, FormKind::derived);
  }

  /// "Coral-Arden" is also written "Coralarden".
  void join_hyphens() {
    if (length_ != begin_ + 2 || tokens_[begin_].end + 1 != tokens_[begin_ + 1].begin) return;
    if (name_[tokens_[begin_].end] != '-') return;
    NameForm form;
    form.append(word_hash(spelled(raw(begin_)) + spelled(raw(begin_ + 1))));
    push(form, FormKind::derived);
  }

  /// "Altmoor Brothers" is also "Altmoor Bros".
  void swap_abbreviations() {
    NameForm form;
    bool swapped = false;
    for (std::size_t i = begin_; i < length_; ++i) {
      const std::uint64_t other = abbreviated_or_spelled_out(tokens_[i].hash);
      swapped = swapped || other != 0;
      form.append(other != 0 ? other : tokens_[i].hash);
    }
    if (swapped && form.count > 1) push(form, FormKind::derived);
  }

  /// "Groupe Altmoor" is also "Altmoor".
  void drop_leading_group() {
    static const PhraseSet group{"groupe, grupo, gruppo, gruppe"};
    if (length_ > begin_ + 1 && group.contains(tokens_[begin_].hash))
      add(FormKind::derived, begin_ + 1, length_);
  }

  /// "CoralArden" is also written "Coral Arden" and "Coral-Arden".
  void split_capitals() {
    if (length_ != begin_ + 1) return;
    const std::string_view word = raw(begin_);
    for (std::size_t i = 2; i + 3 <= word.size(); ++i) {
      const bool turns = in_capitals(word[i]) && word[i - 1] >= 'a' && word[i - 1] <= 'z';
      if (!turns) continue;
      const std::string first = spelled(word.substr(0, i));
      const std::string second = spelled(word.substr(i));
      if (is_common_word(first) && is_common_word(second)) return;
      NameForm form;
      form.append(word_hash(first));
      form.append(word_hash(second));
      push(form, FormKind::derived);
      return;
    }
  }

  /// "Müllbach" is also spelled "Muellbach"; and the other way round where the legal form is
  /// German.
  void respell_umlauts() {
    static const PhraseSet german{"ag, gmbh, ggmbh, kg, kgaa, ohg, ug, se, ev, eg"};
    const bool is_german =
        std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(length_), tokens_.end(),
                    [](const Token& token) { return german.contains(token.hash); });
    push_respelled(with_umlauts_spelled_out);
    if (is_german) push_respelled(with_umlauts_folded);
  }

  void push_respelled(std::string (*respell)(std::string_view)) {
    NameForm form;
    std::string only;
    for (std::size_t i = begin_; i < length_; ++i) {
      only = respell(raw(i));
      form.append(word_hash(only));
    }
    if (form.count == 1 && is_common_word(only)) return;
    push(form, FormKind::derived);
  }

  std::string_view name_;
  Tokens tokens_;
  std::size_t begin_ = 0;
  std::size_t length_ = 0;  // without the legal form
  bool bracketed_ = false;  // the bracket may tell two companies apart
  std::vector<NameForm> forms_;
};

}  // namespace

std::uint64_t NameForm::hash() const {
  std::uint64_t sequence = count > 0 ? hashes[0] : 0;
  for (std::size_t i = 1; i < count; ++i) sequence = followed_by(sequence, hashes[i]);
  return sequence;
}

namespace {

std::vector<NameForm> forms_of_one(std::string_view whole) {
  const auto tokens = tokens_of(whole);
  if (is_chinese(tokens)) return chinese_forms(whole, tokens);
  const std::size_t open = whole.find('(');
  const std::size_t close = open == std::string_view::npos ? open : whole.find(')', open);
  if (close == std::string_view::npos || open == 0) return LatinForms(whole, whole, {}).all();
  std::string main(whole.substr(0, open));
  main += whole.substr(close + 1);
  return LatinForms(whole, main, whole.substr(open + 1, close - open - 1)).all();
}

/// Cuts the second of two names off the first: "Altmoor Inc d/b/a Moorco". Empty where there is
/// one.
std::string_view take_other_name(std::string_view& name) {
  for (const std::string_view mark :
       {" d/b/a ", " dba ", " DBA ", " f/k/a ", " fka ", " FKA ", " a/k/a ", " aka ", " AKA ",
        " t/a ", " trading as ", " formerly known as ", " formerly "}) {
    const std::size_t at = name.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view other = name.substr(at + mark.size());
    name = name.substr(0, at);
    return other;
  }
  return {};
}

}  // namespace

std::vector<NameForm> name_forms(std::string_view name) {
  name = without_register_notes(name);
  const std::string_view other = take_other_name(name);
  std::vector<NameForm> forms = forms_of_one(name);
  if (other.empty()) return forms;
  for (NameForm& form : forms_of_one(other)) {
    form.kind = std::max(form.kind, FormKind::alias);
    const auto same = [&](const NameForm& known) { return known.hash() == form.hash(); };
    if (std::none_of(forms.begin(), forms.end(), same)) forms.push_back(form);
  }
  return forms;
}

}  // namespace tipoff
