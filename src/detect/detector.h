// Detector: which events a news text announces, for which account, in which role, how certain.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "detect/hit.h"
#include "detect/passage.h"
#include "detect/rule.h"
#include "detect/trigger.h"
#include "parse/article.h"
#include "result.h"

namespace tipoff {

/// Rules compiled. Const after compile, and safe to use from several threads.
class Detector {
 public:
  /// Fails on the first pattern that is no RE2, and names its rule.
  [[nodiscard]] static Result<Detector> compile(const RuleBook& book);

  Detector(Detector&&) noexcept;
  Detector& operator=(Detector&&) noexcept;
  ~Detector();

  /// At most one trigger for each account and event, in order of account and event: the surest. Of a
  /// long text the first 200 sentences that name an account are read (of detect_any: the first 200),
  /// so that no text takes long.
  [[nodiscard]] std::vector<Trigger> detect(const NewsText& text,
                                            std::span<const Mention> mentions) const;

  /// Every company counts: at most one trigger an event type, no account.
  [[nodiscard]] std::vector<Trigger> detect_any(const NewsText& text) const;

  /// What stands behind the triggers: every rule that spoke, in order of position. With
  /// `any_company` the mentions do not matter.
  [[nodiscard]] std::vector<Hit> hits(const NewsText& text, std::span<const Passage> passages,
                                      std::span<const Mention> mentions, bool any_company) const;

  [[nodiscard]] const std::vector<Rule>& rules() const;

 private:
  struct Compiled;
  explicit Detector(std::unique_ptr<const Compiled> compiled);

  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace tipoff
