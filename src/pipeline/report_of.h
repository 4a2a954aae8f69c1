// From a trigger in an article to the report that the stories are made of.
#pragma once

#include <optional>

#include "cluster/story.h"
#include "parse/article.h"
#include "pipeline/assembly.h"
#include "store/article_table.h"

namespace tipoff {

/// `text`: what was searched. Alertable, and seen when the article was first seen: the caller may
/// know better.
[[nodiscard]] Report report_of(const Trigger& trigger, const Account& account,
                               const StoredArticle& article, const NewsText& text);

/// The account whose own news search the feed is, if it is one.
[[nodiscard]] std::optional<AccountIndex> searched_account(const Assembly& assembly,
                                                           const Feed& feed);

}  // namespace tipoff
