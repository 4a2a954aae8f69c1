// Exchange and country off, then the spellings of what is left.
#include "match/ticker.h"

#include <algorithm>
#include <array>

#include "match/byte_set.h"
#include "match/word_hash.h"

namespace tipoff {
namespace {

constexpr std::size_t mainland_digits = 6;  // Shanghai, Shenzhen, Beijing
constexpr std::size_t least_padded = 4;     // Hong Kong
constexpr std::size_t most_padded = 5;

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_mainland_prefix(std::string_view text) {
  constexpr std::array prefixes = {"SH", "SZ", "BJ", "sh", "sz", "bj"};
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return prefix == text; });
}

/// Without the exchange before it, and whatever follows a blank.
std::string_view without_exchange(std::string_view ticker) {
  if (const std::size_t colon = ticker.find(':'); colon != std::string_view::npos)
    ticker.remove_prefix(colon + 1);
  while (!ticker.empty() && (ticker.front() == ' ' || ticker.front() == '$'))
    ticker.remove_prefix(1);
  ticker = ticker.substr(0, ticker.find(' '));
  const bool prefixed = ticker.size() == mainland_digits + 2 &&
                        is_mainland_prefix(ticker.substr(0, 2)) && is_number(ticker.substr(2));
  return prefixed ? ticker.substr(2) : ticker;
}

/// "600999": the first digit tells the exchange.
std::string_view mainland_prefix(char first) {
  if (first == '6' || first == '9') return "SH";
  return first == '4' || first == '8' ? "BJ" : "SZ";
}

std::string with_prefix(std::string_view number) {
  std::string out(mainland_prefix(number[0]));
  out += number;
  return out;
}

void add(std::vector<std::string>& symbols, std::string symbol) {
  if (!symbol.empty() && std::find(symbols.begin(), symbols.end(), symbol) == symbols.end())
    symbols.push_back(std::move(symbol));
}

void add_number(std::vector<std::string>& symbols, std::string_view number) {
  add(symbols, std::string(number));
  if (number.size() == mainland_digits) add(symbols, with_prefix(number));
  if (number.size() > most_padded) return;
  std::string bare;
  for (const char digit : number)
    if (digit != '0' || !bare.empty()) bare += digit;
  add(symbols, bare);
  for (; !bare.empty() && bare.size() <= most_padded; bare.insert(bare.begin(), '0'))
    if (bare.size() >= least_padded) add(symbols, bare);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Of the brackets "）" and "】" the last bytes; some other characters end in them too.
constexpr ByteSet closing{")>]\x89\x91"};
/// Likewise of "（" and "【".
constexpr ByteSet opening{"(<[\x88\x90"};

/// Whether a colon stands between the byte and the word before it.
bool follows_colon(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin; i > 0; --i) {
    const auto byte = static_cast<unsigned char>(text[i - 1]);
    if (byte == ':' || (byte == 0x9A && text.substr(0, i).ends_with("："))) return true;
    if (is_ascii_letter(text[i - 1]) || (byte >= 0xE4 && byte <= 0xE9)) return false;
  }
  return false;
}

}  // namespace

bool may_stand_as_symbol(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t reach_before = 28;
  constexpr std::size_t reach_behind = 12;
  if (begin > 0 && text[begin - 1] == '$') return true;
  if (begin > 0 && text[begin - 1] == '.') return false;
  if (end - begin == mainland_digits + 2 || follows_colon(text, begin)) return true;
  if (end + 1 < text.size() && text[end] == '.' && text[end + 1] != ' ' &&
      !is_digit(text[end + 1]) && is_number(text.substr(begin, end - begin)))
    return true;
  const std::size_t first = begin > reach_before ? begin - reach_before : 0;
  return closing.any_in(text.substr(end, reach_behind)) &&
         opening.any_in(text.substr(first, begin - first));
}

std::vector<std::string> symbols_of(std::string_view ticker) {
  std::vector<std::string> symbols;
  const std::string_view symbol = without_exchange(ticker);
  const std::size_t dot = symbol.rfind('.');
  const bool suffixed = dot != std::string_view::npos && dot > 0 && dot + 1 < symbol.size();
  const std::string_view bare = suffixed ? symbol.substr(0, dot) : symbol;
  const bool letter = suffixed && dot + 2 == symbol.size();
  const bool share_class = letter && std::string_view("ABCabc").contains(symbol.back());
  if (is_number(bare)) {
    add_number(symbols, bare);
    return symbols;
  }
  if (letter) add(symbols, std::string(symbol));
  if (!share_class || bare.size() >= 4) add(symbols, std::string(bare));
  return symbols;
}

namespace {

/// Suffixes of Reuters and Yahoo symbols, a line a country; the first is american_market.
constexpr std::array<std::string_view, 38> markets = {
    " O OQ N PK OB ", " L IL ",        " TO V CN NE ",
    " AX ",           " NZ ",          " DE F BE DU HM MU HA ",
    " PA ",           " AS ",          " BR ",
    " MI ",           " MC ",          " LS ",
    " SW VX ",        " ST ",          " OL ",
    " CO ",           " HE ",          " BO NS ",
    " HK ",           " SS SH SZ BJ ", " T OS ",
    " KS KQ ",        " TW TWO ",      " SI ",
    " KL ",           " JK ",          " BK ",
    " PS ",           " SA ",          " MX ",
    " BA ",           " SN ",          " JO ",
    " TA ",           " IS ",          " ME ",
    " WA ",           " VI "};

}  // namespace

std::uint8_t market_of_suffix(std::string_view suffix) {
  constexpr std::size_t longest = 3;
  if (suffix.empty() || suffix.size() > longest) return 0;
  std::string whole = " ";
  whole += suffix;
  whole += ' ';
  for (std::size_t i = 0; i < markets.size(); ++i)
    if (markets[i].contains(whole)) return static_cast<std::uint8_t>(i + 1);
  return 0;
}

std::uint8_t market_of(std::string_view ticker) {
  const std::string_view symbol = without_exchange(ticker);
  const std::size_t dot = symbol.rfind('.');
  return dot == std::string_view::npos ? std::uint8_t{0} : market_of_suffix(symbol.substr(dot + 1));
}

}  // namespace tipoff
