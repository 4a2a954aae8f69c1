// Matcher: which of the listed accounts a news text names, and where.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/account.h"
#include "match/mention.h"
#include "parse/article.h"

namespace tipoff {

/// A name that is also a common word, or names two accounts: what an import tells its user.
struct RiskyName {
  AccountIndex account = 0;
  std::string name;
  std::string advice;  // one sentence: what would make it safe
};

/// Built once from an account list; then const, and safe to use from several threads.
class Matcher {
 public:
  explicit Matcher(std::span<const Account> accounts);
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  /// Mentions in order of field and position, the longest where names overlap; an account that the
  /// text's `exclude` words rule out is left out. `searched_for`: the account whose own news search
  /// brought this article.
  [[nodiscard]] std::vector<Mention> find(
      const NewsText& text, std::optional<AccountIndex> searched_for = std::nullopt) const;

  [[nodiscard]] std::vector<RiskyName> risky_names() const;

  /// Memory that the index takes, account texts not counted.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Index;
  std::unique_ptr<const Index> index_;
};

}  // namespace tipoff
