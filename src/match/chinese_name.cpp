// Takes Chinese names apart by the word lists of chinese_words.h and builds the short forms.
#include "match/chinese_name.h"

#include <algorithm>

#include "match/chinese_words.h"
#include "match/common_words.h"
#include "match/legal_form.h"
#include "text/fold.h"

namespace tipoff {
namespace {

const PhraseSet& regions() {
  static const PhraseSet set{chinese_regions};
  return set;
}

const PhraseSet& region_ends() {
  static const PhraseSet set{chinese_region_ends};
  return set;
}

const PhraseSet& trades() {
  static const PhraseSet set{chinese_trades};
  return set;
}

/// Stretch of tokens.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The hashes of fixed words that short forms add.
struct Ending {
  explicit Ending(std::string_view text) : tokens(tokens_of(text)) {}
  Tokens tokens;
};

/// Tokens that stand in no brackets: "樾宸科技（上海）有限公司" without its region.
Tokens outside_brackets(std::string_view name, std::span<const Token> tokens) {
  Tokens kept;
  std::size_t at = 0;
  int depth = 0;
  for (const Token& token : tokens) {
    for (; at < token.begin; ++at) {
      const std::string_view rest = name.substr(at);
      if (rest.starts_with('(') || rest.starts_with("（")) ++depth;
      if (rest.starts_with(')') || rest.starts_with("）")) --depth;
    }
    at = token.end;
    if (depth <= 0) kept.push_back(token);
  }
  return kept;
}

class ShortForms {
 public:
  ShortForms(std::string_view name, std::span<const Token> tokens)
      : name_(name), tokens_(outside_brackets(name, tokens)) {
    static const PhraseSet group{"集团"};
    static const PhraseSet shares{"股份"};
    static const PhraseSet holding{"控股"};
    const bool led = drop_leading_form();
    length_ = tokens_.size() - legal_form_length(tokens_);
    registered_ = led || length_ < tokens_.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i > 1 && group.length_at(tokens, i) > 0) has_group_ = true;
      if (i > 1 && shares.length_at(tokens, i) > 0) has_shares_ = true;
      if (i > 1 && holding.length_at(tokens, i) > 0) has_holding_ = true;
    }
    take_apart();
  }

  std::vector<NameForm> all() {
    add({{0, length_}}, FormKind::given);
    if (has_group_ && !ends_in_group()) add({{0, length_}}, FormKind::given, &group_);
    add_bare_forms();
    add_trade_forms(brand_);
    if (brand_.size() >= 4) add_trade_forms({brand_.begin, brand_.begin + 2});
    if (brand_.size() >= 4 && registered_) add_trade_forms({brand_.begin + 2, brand_.begin + 4});
    if (brand_.size() >= 5 && registered_) add_beginnings();
    if (registered_) add_region_forms();
    return std::move(forms_);
  }

 private:
  /// Japanese names may begin with their legal form: 株式会社樾宸.
  bool drop_leading_form() {
    static const PhraseSet leading{"株式会社, 有限会社, 合同会社"};
    const std::size_t length = leading.length_at(tokens_, 0);
    if (length == 0 || length >= tokens_.size()) return false;
    tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(length));
    return true;
  }

  [[nodiscard]] bool ends_in_group() const {
    static const PhraseSet group{"集团"};
    return length_ >= 2 && group.length_at(tokens_, length_ - 2) > 0;
  }

  void take_apart() {
    std::size_t at = 0;
    for (int i = 0; i < 2; ++i) {
      const std::size_t region = regions().length_at(tokens_, at);
      if (region == 0 || at + region >= length_) break;
      region_ = {0, at + region};
      at += region;
      const std::size_t end = region_ends().length_at(tokens_, at);
      if (end != 0 && at + end < length_) at += end;
      if (!registered_) break;
    }
    core_ = {at, length_};
    std::size_t first_trade = length_;
    for (std::size_t i = core_.begin; i < length_; ++i) {
      const std::size_t trade = std::min(trades().length_at(tokens_, i), length_ - i);
      if (trade < 2) continue;
      const bool within_brand =
          trades_.empty() &&
          (i == core_.begin + 1 ? core_.size() > 3 : i == core_.begin && trade < core_.size());
      if (within_brand) continue;
      first_trade = std::min(first_trade, i);
      trades_.push_back({i, i + trade});
      i += trade - 1;
    }
    brand_ = {core_.begin, first_trade};
  }

  void add_bare_forms() {
    if (region_.size() > 0) add({core_}, FormKind::derived);
    add({brand_}, FormKind::derived);
    if (!registered_) {
      drop_edges();
    } else if (brand_.size() == 3 && brand_starts_new()) {
      add({{brand_.begin + 1, brand_.end}}, FormKind::derived, &technology_);
    }
  }

  /// A brand that goes on with words we do not know: its first three and four characters.
  void add_beginnings() {
    add({{brand_.begin, brand_.begin + 3}}, FormKind::derived);
    add({{brand_.begin, brand_.begin + 4}}, FormKind::derived);
  }

  [[nodiscard]] bool brand_starts_new() const {
    static const PhraseSet fresh{"新"};
    return fresh.length_at(tokens_, brand_.begin) > 0;
  }

  /// Listed short names: "万某Ａ" without its share class.
  void drop_edges() {
    if (length_ < 3) return;
    const Token& last = tokens_[length_ - 1];
    const bool letter =
        !last.ideograph && spelled(name_.substr(last.begin, last.end - last.begin)).size() == 1;
    if (letter) add({{0, length_ - 1}}, FormKind::given);
    const Token& first = tokens_[0];
    static const PhraseSet marks{"st, sst, s, pt, n, xd, xr, dr"};
    if (!first.ideograph && marks.contains(first.hash)) add({{1, length_}}, FormKind::given);
  }

  void add_trade_forms(Part brand) {
    if (brand.size() < 2) return;
    for (const Part& trade : trades_) {
      add({brand, trade}, FormKind::derived);
      if (trade.size() >= 3) add({brand, {trade.end - 2, trade.end}}, FormKind::derived);
      if (trade.size() >= 3) add({brand, {trade.begin, trade.begin + 2}}, FormKind::derived);
      if (micro().length_at(tokens_, trade.begin) > 0)
        add({brand, {trade.begin, trade.begin + 1}}, FormKind::derived);
      add_usual_abbreviations(brand, trade);
    }
    if (has_shares_) add({brand}, FormKind::derived, &shares_);
    if (has_group_) add({brand}, FormKind::derived, &group_);
    if (has_holding_) add({brand}, FormKind::derived, &holding_);
    if (!registered_) return;
    if (brand.size() == 2) add({brand}, FormKind::derived, &technology_);
    add_abbreviations(brand);
  }

  /// Trades whose short form is nobody's first or last characters.
  void add_usual_abbreviations(Part brand, Part trade) {
    static const PhraseSet property_insurance{"财产保险"};
    static const PhraseSet rural_bank{"农村商业银行"};
    if (property_insurance.length_at(tokens_, trade.begin) > 0) {
      add({brand}, FormKind::derived, &property_);
      add({brand, {trade.begin + 1, trade.begin + 2}, {trade.end - 1, trade.end}},
          FormKind::derived);
    }
    if (rural_bank.length_at(tokens_, trade.begin) > 0)
      add({brand,
           {trade.begin, trade.begin + 1},
           {trade.begin + 2, trade.begin + 3},
           {trade.end - 2, trade.end}},
          FormKind::derived);
  }

  /// 微电子, which a brand shortens to its first character.
  [[nodiscard]] static const PhraseSet& micro() {
    static const PhraseSet set{"微电子"};
    return set;
  }

  /// The first characters of two trades, or of the halves of a long one: 重型装备 is 重装, 石油化工
  /// is 石化.
  void add_abbreviations(Part brand) {
    std::size_t made = 0;
    const auto pair = [&](std::size_t first, std::size_t second) {
      if (++made <= 8) add({brand, {first, first + 1}, {second, second + 1}}, FormKind::derived);
    };
    for (std::size_t i = 0; i < trades_.size(); ++i) {
      if (trades_[i].size() >= 4) pair(trades_[i].begin, trades_[i].begin + 2);
      if (trades_[i].size() == 3) pair(trades_[i].begin, trades_[i].end - 1);
      for (std::size_t j = i + 1; j < trades_.size() && j < i + 3; ++j)
        pair(trades_[i].begin, trades_[j].begin);
    }
  }

  void add_region_forms() {
    if (region_.size() == 0) return;
    const Part region{region_.begin, std::min(region_.end, region_.begin + 4)};
    if (brand_.size() >= 1) add({region, brand_}, FormKind::derived);
    for (const Part& trade : trades_)
      if (brand_.size() <= 1) {
        add({region, brand_, trade}, FormKind::derived);
        add({region, brand_, {trade.begin, trade.begin + 2}}, FormKind::derived);
      }
    for (const Part& trade : trades_)
      if (brand_.size() >= 2) add({region, trade}, FormKind::derived, nullptr, true);
    if (has_shares_ && brand_.size() == 0) add({region}, FormKind::derived, &shares_);
  }

  void add(std::initializer_list<Part> parts, FormKind kind, const Ending* ending = nullptr,
           bool risky = false) {
    NameForm form;
    std::size_t ideographs = 0;
    std::size_t bytes = 0;
    const auto append = [&](const Token& token, bool ideograph) {
      form.append(token.hash);
      ideographs += ideograph ? 1 : 0;
      bytes += token.end - token.begin;
    };
    for (const Part& part : parts)
      for (std::size_t i = part.begin; i < part.end; ++i) append(tokens_[i], tokens_[i].ideograph);
    if (ending != nullptr)
      for (const Token& token : ending->tokens) append(token, true);
    form.kind = kind;
    if (form.count == 0 || bytes < 4 || is_mere_description(form)) return;
    form.risky = risky ||
                 (ideographs == form.count && ideographs <= 2 && (kind == FormKind::derived)) ||
                 common_chinese().contains(form.hash());
    const auto same = [&](const NameForm& other) { return other.hash() == form.hash(); };
    if (std::none_of(forms_.begin(), forms_.end(), same)) forms_.push_back(form);
  }

  [[nodiscard]] static bool is_mere_description(const NameForm& form) {
    return form.kind == FormKind::derived &&
           (trades().contains(form.hash()) || regions().contains(form.hash()));
  }

  std::string_view name_;
  Tokens tokens_;
  std::size_t length_ = 0;   // without the legal form
  bool registered_ = false;  // has a legal form
  bool has_group_ = false;
  bool has_shares_ = false;
  bool has_holding_ = false;
  Part region_;
  Part core_;
  Part brand_;
  std::vector<Part> trades_;
  std::vector<NameForm> forms_;
  const Ending group_{"集团"};
  const Ending shares_{"股份"};
  const Ending holding_{"控股"};
  const Ending property_{"财险"};
  const Ending technology_{"科技"};
};

}  // namespace

bool is_chinese(std::span<const Token> tokens) {
  const auto ideographs =
      std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.ideograph; });
  return ideographs > 0 && 2 * static_cast<std::size_t>(ideographs) >= tokens.size();
}

std::vector<NameForm> chinese_forms(std::string_view name, std::span<const Token> tokens) {
  return ShortForms(name, tokens).all();
}

const PhraseSet& chinese_extensions_set() {
  static const PhraseSet set{chinese_extensions};
  return set;
}

}  // namespace tipoff
