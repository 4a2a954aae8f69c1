// Collects the forms of all accounts, groups equal ones, and fills the index.
#include "match/account_names.h"

#include <algorithm>

#include "match/legal_form.h"
#include "match/name_tail.h"
#include "match/ticker.h"

namespace tipoff {
namespace {

std::vector<std::uint64_t> hashes_of(std::string_view phrase) {
  std::vector<std::uint64_t> hashes;
  for (const Token& token : tokens_of(phrase)) hashes.push_back(token.hash);
  return hashes;
}

/// Whether the words of the name begin with the symbol's letters, in order: "GE", "General
/// Electric".
bool spells(std::string_view symbol, std::string_view name) {
  bool begins = true;
  for (const char c : name) {
    if (begins && !symbol.empty() && c == symbol.front()) symbol.remove_prefix(1);
    begins = c == ' ';
  }
  return symbol.empty();
}

/// "https://www.altmoor.example/about" is "altmoor.example".
std::string_view host_of(std::string_view website) {
  if (const std::size_t scheme = website.find("://"); scheme != std::string_view::npos)
    website.remove_prefix(scheme + 3);
  website = website.substr(0, website.find_first_of("/?#:"));
  if (website.starts_with("www.")) website.remove_prefix(4);
  return website;
}

std::vector<std::string_view> names_of(const Account& account) {
  std::vector<std::string_view> names{account.name};
  names.insert(names.end(), account.aliases.begin(), account.aliases.end());
  return names;
}

/// The name of the account that is also one of the other's, but for the legal form.
std::string name_shared_with(const Account& account, const Account& other) {
  for (const std::string_view name : names_of(account))
    for (const std::string_view others : names_of(other))
      if (folded_name(without_legal_form(name)) == folded_name(without_legal_form(others)))
        return std::string(name);
  return "";
}

}  // namespace

AccountNames::AccountNames(std::span<const Account> accounts) {
  drafts_.reserve(accounts.size() * 3);
  tails_.reserve(accounts.size());
  words_.reserve(accounts.size() * 8);
  for (std::size_t i = 0; i < accounts.size(); ++i)
    add_account(static_cast<AccountIndex>(i), accounts[i]);
  finish(accounts);
}

void AccountNames::add_account(AccountIndex index, const Account& account) {
  add_name(index, account, account.name, false);
  for (const std::string& alias : account.aliases) add_name(index, account, alias, true);
  std::uint64_t tail = 0;
  for (const std::string_view name : names_of(account)) tail |= tail_of(name);
  tails_.push_back(tail);
  has_ticker_.push_back(!account.tickers.empty());
  for (const std::string& ticker : account.tickers) add_ticker(index, account, ticker);
  if (!account.website.empty()) add_website(index, account.website);
  for (const std::string& phrase : account.context)
    watch_words_[index].context.push_back(add_watch_word(phrase));
  for (const std::string& phrase : account.exclude)
    watch_words_[index].exclude.push_back(add_watch_word(phrase));
}

void AccountNames::add_name(AccountIndex index, const Account& account, const std::string& name,
                            bool alias) {
  const std::vector<NameForm> forms = name_forms(name);
  for (const NameForm& form : forms) {
    const FormKind kind = alias ? std::max(form.kind, FormKind::alias) : form.kind;
    NameEntry entry;
    entry.account = index;
    entry.kind = kind;
    entry.risky = form.risky || (form.surname && !alias);
    entry.upper = form.upper;
    entry.camel = form.camel;
    entry.legal = form.legal;
    entry.form = form.form;
    add_draft(form.words(), entry);
  }
  if (!forms.empty() && forms.front().risky) note_risk(index, account, name);
}

void AccountNames::note_risk(AccountIndex index, const Account& account, const std::string& name) {
  if (!account.context.empty()) return;
  std::string advice = "\"" + without_legal_form(name) +
                       "\" is also a common word: give context words of which one stands in "
                       "its news";
  if (account.tickers.empty() || account.website.empty()) {
    advice += ", or its ";
    advice += account.tickers.empty() ? "ticker" : "website";
    if (account.tickers.empty() && account.website.empty()) advice += " or website";
  }
  risky_names_.push_back({index, name, advice + "."});
}

/// Names under which another account is listed too; the drafts are sorted.
void AccountNames::note_shared(std::span<const Account> accounts) {
  const auto listed = [](const NameEntry& entry) {
    return entry.account != NameEntry::no_account && !entry.ticker &&
           (entry.kind == FormKind::given || entry.kind == FormKind::alias);
  };
  const auto note = [&](const Account& account, AccountIndex index, const Account& other) {
    const std::string name = name_shared_with(account, other);
    if (name.empty() || !account.context.empty()) return;
    risky_names_.push_back({index, name,
                            "\"" + name + "\" is a name of account " + other.id +
                                " too, and alone names neither: give context words of which one "
                                "stands in its news."});
  };
  AccountIndex noted = NameEntry::no_account;
  for (std::size_t i = 1; i < drafts_.size(); ++i) {
    const NameEntry& entry = drafts_[i].entry;
    const NameEntry& before = drafts_[i - 1].entry;
    const bool shared = drafts_[i].hash == drafts_[i - 1].hash && entry.account != before.account;
    if (!shared || !listed(entry) || !listed(before)) continue;
    const Account& one = accounts[before.account];
    const Account& other = accounts[entry.account];
    if (before.account != noted) note(one, before.account, other);
    note(other, entry.account, one);
    noted = entry.account;
  }
}

void AccountNames::add_ticker(AccountIndex index, const Account& account, std::string_view ticker) {
  NameEntry entry;
  entry.account = index;
  entry.ticker = true;
  entry.head = head_of(account.name);
  entry.market = market_of(ticker);
  const std::vector<NameForm> forms = name_forms(account.name);
  if (!forms.empty()) entry.legal = forms.front().legal;
  for (const std::string& symbol : symbols_of(ticker)) {
    entry.upper = spells(symbol, account.name);
    add_draft(hashes_of(symbol), entry);
  }
}

void AccountNames::add_website(AccountIndex index, std::string_view website) {
  const std::string_view host = host_of(website);
  if (host.find('.') != std::string_view::npos)
    watch_words_[index].websites.push_back(add_watch_word(host));
}

std::uint64_t AccountNames::add_watch_word(std::string_view phrase) {
  const std::vector<std::uint64_t> words = hashes_of(phrase);
  add_draft(words, {});
  NameForm form;
  for (const std::uint64_t word : words) form.append(word);
  return form.hash();
}

void AccountNames::add_draft(std::span<const std::uint64_t> words, NameEntry entry) {
  if (words.empty()) return;
  const std::size_t count = std::min(words.size(), NameIndex::longest);
  std::uint64_t hash = words[0];
  for (std::size_t i = 1; i < count; ++i) hash = followed_by(hash, words[i]);
  drafts_.push_back(
      {hash, static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(count), entry});
  words_.insert(words_.end(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
}

void AccountNames::finish(std::span<const Account> accounts) {
  const auto key = [](const Draft& d) {
    return std::tuple(d.hash, d.entry.account, d.entry.ticker, d.entry.kind, d.entry.risky,
                      d.words);
  };
  std::sort(drafts_.begin(), drafts_.end(),
            [&](const Draft& a, const Draft& b) { return key(a) < key(b); });
  note_shared(accounts);
  entries_.reserve(drafts_.size());
  const auto is_symbol = [&](std::size_t at) {
    const std::uint64_t hash = drafts_[at].hash;
    for (; at < drafts_.size() && drafts_[at].hash == hash; ++at)
      if (!drafts_[at].entry.ticker) return false;
    return true;
  };
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Draft& draft = drafts_[i];
    const bool first = i == 0 || drafts_[i - 1].hash != draft.hash;
    if (first) {
      if (!entries_.empty()) entries_.back().last = true;
      index_.add(std::span(words_).subspan(draft.words, draft.count),
                 static_cast<std::uint32_t>(entries_.size()), is_symbol(i));
    }
    const bool repeated = !first && drafts_[i - 1].entry.account == draft.entry.account &&
                          drafts_[i - 1].entry.ticker == draft.entry.ticker;
    if (!repeated) entries_.push_back(draft.entry);
    if (draft.entry.kind == FormKind::alias) entries_.back().vouched = true;
  }
  if (!entries_.empty()) entries_.back().last = true;
  entries_.shrink_to_fit();
  drafts_ = {};
  words_ = {};
  index_.finish();
}

const WatchWords* AccountNames::watch_words(AccountIndex account) const {
  const auto found = watch_words_.find(account);
  return found == watch_words_.end() ? nullptr : &found->second;
}

std::size_t AccountNames::bytes() const {
  return index_.bytes() + entries_.capacity() * sizeof(NameEntry) +
         tails_.capacity() * sizeof(std::uint64_t);
}

}  // namespace tipoff
