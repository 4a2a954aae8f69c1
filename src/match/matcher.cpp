// Matcher: the account list indexed, and each article read against it.
#include "match/matcher.h"

#include "match/account_names.h"
#include "match/article_names.h"

namespace tipoff {

struct Matcher::Index {
  explicit Index(std::span<const Account> accounts) : names(accounts) {}
  AccountNames names;
};

Matcher::Matcher(std::span<const Account> accounts)
    : index_(std::make_unique<const Index>(accounts)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::vector<Mention> Matcher::find(const NewsText& text,
                                   std::optional<AccountIndex> searched_for) const {
  const bool in_title = index_->names.may_stand_in(text.title);
  const bool in_body = index_->names.may_stand_in(text.body);
  if (!in_title && !in_body) return {};
  return ArticleNames(index_->names, text, searched_for).mentions(in_title, in_body);
}

std::vector<RiskyName> Matcher::risky_names() const {
  return index_->names.risky_names();
}

std::size_t Matcher::bytes() const {
  return index_->names.bytes();
}

}  // namespace tipoff
