// ArticleNames: weighs the names found in one article until it is clear which accounts they mean.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "match/account_names.h"
#include "match/company_cue.h"
#include "match/field_reading.h"
#include "match/mention.h"
#include "parse/article.h"

namespace tipoff {

/// Lives as long as one article is read; names and text must outlive it.
class ArticleNames {
 public:
  ArticleNames(const AccountNames& names, const NewsText& text,
               std::optional<AccountIndex> searched_for);

  /// In order of field and position. `in_title`, `in_body`: whether names may stand there; see
  /// AccountNames::may_stand_in.
  [[nodiscard]] std::vector<Mention> mentions(bool in_title = true, bool in_body = true);

 private:
  static constexpr std::size_t most_bearers = 4;  // a name of more accounts than this says nothing

  /// A place that may name an account.
  struct Candidate {
    const FieldReading* reading = nullptr;
    TokenSpan span;
    std::uint32_t value = 0;             // for AccountNames::entries
    std::size_t characters = 0;          // ideographs
    std::size_t legal = 0;               // tokens of legal form behind it
    std::span<const NameEntry> bearers;  // the accounts that it may mean
    bool crowded = false;  // a capitalised word adjoins: perhaps part of a longer name
    bool certain = false;  // counts by itself
    bool by_cue = false;   // counts, though risky, by the words around it
    bool refuted = false;  // the article says that it is another company's
    bool kept = true;      // no longer one overlaps it

    [[nodiscard]] bool counts() const { return !refuted && (certain || by_cue); }
  };

  /// An account that counts somewhere in the article.
  struct Named {
    AccountIndex account = 0;
    bool by_cue = false;  // else beyond doubt

    auto operator<=>(const Named&) const = default;
  };

  void collect(const FieldReading& reading);
  void collect_hit(const FieldReading& reading, const NameHit& hit);
  [[nodiscard]] bool may_be(const Candidate& candidate, const NameEntry& entry) const;
  [[nodiscard]] bool is_plausible(const Candidate& candidate, const NameEntry& entry) const;
  [[nodiscard]] bool is_plausible_latin(const Candidate& candidate, const NameEntry& entry) const;
  void weigh(Candidate& candidate, const NameEntry& entry) const;
  [[nodiscard]] bool is_doubtful(const Candidate& candidate, const NameEntry& entry) const;
  [[nodiscard]] bool says_enough(const Candidate& candidate, const NameEntry& entry) const;
  void doubt_surnames();
  void keep_longest();
  [[nodiscard]] std::pmr::vector<std::uint32_t> longest_first();
  void trust_rows();
  void refute();
  [[nodiscard]] bool is_credible(const Candidate& candidate, const NameEntry& entry) const;
  void settle();
  void settle_doubtful(const Candidate& candidate);
  void settle_shared(const Candidate& candidate);
  [[nodiscard]] std::span<const NameEntry> bearers(const Candidate& candidate);
  [[nodiscard]] bool is_evident(AccountIndex account) const;
  [[nodiscard]] bool is_certain(AccountIndex account) const;
  [[nodiscard]] bool has_context(AccountIndex account) const;
  [[nodiscard]] bool needs_context(AccountIndex account) const;
  [[nodiscard]] bool is_excluded(AccountIndex account) const;
  void find_introduced();
  void add_mention(const Candidate& candidate, AccountIndex account, bool ambiguous);

  std::array<std::byte, std::size_t{96} * 1024> room_;  // enough for most articles
  std::pmr::monotonic_buffer_resource memory_{room_.data(), room_.size()};
  const AccountNames& names_;
  std::optional<AccountIndex> searched_for_;
  FieldReading title_;
  FieldReading body_;
  std::pmr::vector<Candidate> candidates_{&memory_};
  std::unordered_set<std::uint64_t> watched_;  // phrases to watch for that the article has
  std::pmr::vector<Named> named_{&memory_};    // sorted
  std::vector<Mention> mentions_;
};

}  // namespace tipoff
