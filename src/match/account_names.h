// AccountNames: every name, ticker, website and watch word of an account list, indexed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/account.h"
#include "match/matcher.h"
#include "match/name_forms.h"
#include "match/name_index.h"
#include "match/token.h"

namespace tipoff {

/// What an indexed sequence of words says of one account.
struct NameEntry {
  static constexpr AccountIndex no_account = 0xFFFFFFFFU;

  AccountIndex account = no_account;  // none: a word to watch for
  FormKind kind = FormKind::given;
  bool risky = false;
  bool upper = false;  // in capitals; of a ticker: it spells its account's name
  bool ticker = false;
  bool camel = false;       // has capitals within, so that common words are not written like it
  bool vouched = false;     // the list gives it as another name, perhaps besides the registered one
  std::uint8_t legal = 0;   // family of the legal form that the list gives; 0: none
  std::uint8_t form = 0;    // legal_form_code() of it
  std::uint8_t market = 0;  // of a ticker: market_of() it
  bool last = false;        // of those that share the sequence
  std::uint16_t head = 0;   // of a ticker: head_of() its account's name
};

/// Words that speak for an account or rule an article out, as phrase hashes.
struct WatchWords {
  std::vector<std::uint64_t> context;
  std::vector<std::uint64_t> websites;
  std::vector<std::uint64_t> exclude;
};

class AccountNames {
 public:
  explicit AccountNames(std::span<const Account> accounts);

  /// Values of the hits are for entries().
  [[nodiscard]] const NameIndex& index() const { return index_; }

  /// Whether anything that is looked for may stand in the text: false is certain. Then words in
  /// small letters are names of none.
  [[nodiscard]] bool may_stand_in(std::string_view text) const {
    return index_.may_stand_in(text, !has_watch_words());
  }

  /// The accounts that share a sequence, surest first.
  [[nodiscard]] std::span<const NameEntry> entries(std::uint32_t value) const {
    std::size_t count = 1;
    while (!entries_[value + count - 1].last) ++count;
    return std::span(entries_).subspan(value, count);
  }
  /// Sends for the entries, which are soon asked for.
  void fetch(std::uint32_t value) const { __builtin_prefetch(&entries_[value]); }

  /// Null where the list says nothing.
  [[nodiscard]] const WatchWords* watch_words(AccountIndex account) const;
  [[nodiscard]] bool has_watch_words() const { return !watch_words_.empty(); }
  [[nodiscard]] bool has_ticker(AccountIndex account) const { return has_ticker_[account]; }
  /// tail_of() all its names.
  [[nodiscard]] std::uint64_t tail(AccountIndex account) const { return tails_[account]; }

  [[nodiscard]] const std::vector<RiskyName>& risky_names() const { return risky_names_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Draft {
    std::uint64_t hash = 0;
    std::uint32_t words = 0;  // where its words begin in words_
    std::uint32_t count = 0;
    NameEntry entry;
  };

  void add_account(AccountIndex index, const Account& account);
  void add_name(AccountIndex index, const Account& account, const std::string& name, bool alias);
  void add_ticker(AccountIndex index, const Account& account, std::string_view ticker);
  void add_website(AccountIndex index, std::string_view website);
  std::uint64_t add_watch_word(std::string_view phrase);
  void add_draft(std::span<const std::uint64_t> words, NameEntry entry);
  void note_risk(AccountIndex index, const Account& account, const std::string& name);
  void note_shared(std::span<const Account> accounts);
  void finish(std::span<const Account> accounts);

  std::vector<Draft> drafts_;         // while building
  std::vector<std::uint64_t> words_;  // while building
  NameIndex index_;
  std::vector<NameEntry> entries_;  // by value
  std::unordered_map<AccountIndex, WatchWords> watch_words_;
  std::vector<RiskyName> risky_names_;
  std::vector<bool> has_ticker_;      // by account
  std::vector<std::uint64_t> tails_;  // by account
};

}  // namespace tipoff
