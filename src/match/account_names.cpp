// Collects the forms of all accounts, groups equal ones, and fills the index.
#include "match/account_names.h"

#include <algorithm>

#include "match/legal_form.h"

namespace tipoff {
namespace {

std::vector<std::uint64_t> hashes_of(std::string_view phrase) {
  std::vector<std::uint64_t> hashes;
  for (const Token& token : tokens_of(phrase)) hashes.push_back(token.hash);
  return hashes;
}

/// "NYSE: ABC", "ABC.N", "600000.SH", "$ABC": the symbol alone.
std::string_view symbol_of(std::string_view ticker) {
  if (const std::size_t colon = ticker.find(':'); colon != std::string_view::npos)
    ticker.remove_prefix(colon + 1);
  while (!ticker.empty() && (ticker.front() == ' ' || ticker.front() == '$'))
    ticker.remove_prefix(1);
  const std::size_t dot = ticker.rfind('.');
  if (dot != std::string_view::npos && dot > 0 && (dot >= 4 || ticker.size() - dot >= 3))
    ticker = ticker.substr(0, dot);
  if (const std::size_t blank = ticker.find(' '); blank != std::string_view::npos)
    ticker = ticker.substr(0, blank);
  return ticker;
}

/// "https://www.altmoor.example/about" is "altmoor.example".
std::string_view host_of(std::string_view website) {
  if (const std::size_t scheme = website.find("://"); scheme != std::string_view::npos)
    website.remove_prefix(scheme + 3);
  website = website.substr(0, website.find_first_of("/?#:"));
  if (website.starts_with("www.")) website.remove_prefix(4);
  return website;
}

}  // namespace

AccountNames::AccountNames(std::span<const Account> accounts) {
  drafts_.reserve(accounts.size() * 3);
  words_.reserve(accounts.size() * 8);
  for (std::size_t i = 0; i < accounts.size(); ++i)
    add_account(static_cast<AccountIndex>(i), accounts[i]);
  finish();
}

void AccountNames::add_account(AccountIndex index, const Account& account) {
  add_name(index, account, account.name, false);
  for (const std::string& alias : account.aliases) add_name(index, account, alias, true);
  for (const std::string& ticker : account.tickers) add_ticker(index, ticker);
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
    add_draft(form.words(), {index, kind, form.risky || (form.surname && !alias), form.upper, false,
                             form.camel, false, form.legal});
  }
  if (!forms.empty() && forms.front().risky) note_risk(index, account, name);
}

void AccountNames::note_risk(AccountIndex index, const Account& account, const std::string& name) {
  if (!account.context.empty()) return;
  const std::string advice = "\"" + without_legal_form(name) +
                             "\" is also a common word: give context words of which one stands in "
                             "its news, or its ticker or website.";
  risky_names_.push_back({index, name, advice});
}

void AccountNames::add_ticker(AccountIndex index, std::string_view ticker) {
  NameEntry entry;
  entry.account = index;
  entry.ticker = true;
  add_draft(hashes_of(symbol_of(ticker)), entry);
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

void AccountNames::finish() {
  const auto key = [](const Draft& d) {
    return std::tuple(d.hash, d.entry.account, d.entry.ticker, d.entry.kind, d.entry.risky);
  };
  std::sort(drafts_.begin(), drafts_.end(),
            [&](const Draft& a, const Draft& b) { return key(a) < key(b); });
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
      starts_.push_back(static_cast<std::uint32_t>(entries_.size()));
      index_.add(std::span(words_).subspan(draft.words, draft.count),
                 static_cast<std::uint32_t>(starts_.size() - 1), is_symbol(i));
    }
    const bool repeated = !first && drafts_[i - 1].entry.account == draft.entry.account &&
                          drafts_[i - 1].entry.ticker == draft.entry.ticker;
    if (!repeated) entries_.push_back(draft.entry);
    if (draft.entry.kind == FormKind::alias) entries_.back().vouched = true;
  }
  starts_.push_back(static_cast<std::uint32_t>(entries_.size()));
  entries_.shrink_to_fit();
  starts_.shrink_to_fit();
  drafts_ = {};
  words_ = {};
  index_.finish();
}

std::span<const NameEntry> AccountNames::entries(std::uint32_t value) const {
  return std::span(entries_).subspan(starts_[value], starts_[value + 1] - starts_[value]);
}

const WatchWords* AccountNames::watch_words(AccountIndex account) const {
  const auto found = watch_words_.find(account);
  return found == watch_words_.end() ? nullptr : &found->second;
}

std::size_t AccountNames::bytes() const {
  return index_.bytes() + entries_.capacity() * sizeof(NameEntry) +
         starts_.capacity() * sizeof(std::uint32_t);
}

}  // namespace tipoff
