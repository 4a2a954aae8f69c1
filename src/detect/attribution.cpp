// Attribution: walks from the match outwards to the nearest names.
#include "detect/attribution.h"

#include <algorithm>
#include <array>

namespace tipoff {
namespace {

/// "A and B", "A, B", "A和B": both take part. Anything else between two names parts them.
bool joined(std::string_view between) {
  constexpr std::array joints = {
      std::string_view("and"),   std::string_view(","),   std::string_view("&"),
      std::string_view("/"),     std::string_view("-"),   std::string_view("with"),
      std::string_view(", and"), std::string_view("und"), std::string_view("和"),
      std::string_view("与"),    std::string_view("及"),  std::string_view("、"),
      std::string_view("，"),    std::string_view("以及")};
  while (between.starts_with(' ')) between.remove_prefix(1);
  while (between.ends_with(' ')) between.remove_suffix(1);
  return std::ranges::find(joints, between) != joints.end();
}

std::string_view between(std::string_view sentence, std::size_t begin, std::size_t end) {
  return sentence.substr(begin, end > begin ? end - begin : 0);
}

/// "bought Arda from X": X sells, and is not bought.
bool stands_as_source(std::string_view sentence, Span name) {
  std::string_view before = sentence.substr(0, name.begin);
  if (before.ends_with('<')) before.remove_suffix(1);
  return before.ends_with(" from ") || before.ends_with(" from the ") || before.ends_with("从");
}

class Walk {
 public:
  Walk(const Rule& rule, std::string_view sentence, std::span<const NamePlace> names,
       const Wording& wording)
      : rule_(rule), sentence_(sentence), names_(names), wording_(wording) {}

  void before(std::size_t match) {
    for (std::size_t i = names_.size(); i-- > 0;) {
      const NamePlace& name = names_[i];
      if (name.span.end > match) continue;
      if (match - name.span.end > rule_.within) return;
      if (wording_.stranger(sentence_, name.span)) continue;
      const std::string_view gap = between(sentence_, name.span.end, match);
      if (gap.contains(',') && wording_.aside(sentence_.substr(0, name.span.begin))) continue;
      if (wording_.apart(gap)) return;
      add(name, rule_.before);
      for (; i > 0 && joined(between(sentence_, names_[i - 1].span.end, names_[i].span.begin));
           --i) {
        add(names_[i - 1], rule_.before);
      }
      return;
    }
  }

  void inside(Span match) {
    for (const NamePlace& name : names_) {
      if (name.span.begin < match.end && name.span.end > match.begin &&
          !wording_.stranger(sentence_, name.span)) {
        add(name, rule_.inside);
      }
    }
  }

  void after(std::size_t match) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const NamePlace& name = names_[i];
      if (name.span.begin < match) continue;
      if (name.span.begin - match > rule_.within) return;
      if (wording_.stranger(sentence_, name.span)) continue;
      const std::string_view gap = between(sentence_, match, name.span.begin);
      if (wording_.apart(gap) || wording_.aside(gap)) return;
      add(name, rule_.after);
      for (; i + 1 < names_.size() &&
             joined(between(sentence_, names_[i].span.end, names_[i + 1].span.begin));
           ++i) {
        add(names_[i + 1], rule_.after);
      }
      return;
    }
  }

  [[nodiscard]] std::vector<Party> found() && { return std::move(found_); }
  [[nodiscard]] bool nobody() const { return found_.empty(); }

 private:
  void add(const NamePlace& name, const Part& part) {
    if (part.role == Role::target &&
        (wording_.part(sentence_, name.span) || stands_as_source(sentence_, name.span)))
      return;
    const auto same = [&](const Party& party) { return party.account == name.account; };
    const auto known = std::ranges::find_if(found_, same);
    if (known != found_.end()) {
      known->ambiguous = known->ambiguous && name.ambiguous;
    } else {
      found_.push_back({name.account, name.ambiguous, part.role ? part.role : rule_.role});
    }
  }

  const Rule& rule_;
  std::string_view sentence_;
  std::span<const NamePlace> names_;
  const Wording& wording_;
  std::vector<Party> found_;
};

}  // namespace

std::vector<Party> parties(const Rule& rule, Span words, std::string_view sentence,
                           std::span<const NamePlace> names, const Wording& wording) {
  Walk walk(rule, sentence, names, wording);
  if (rule.inside.counts) walk.inside(words);
  const bool both_sides = rule.before.counts && rule.after.counts &&
                          (rule.after.also || rule.before.role != rule.after.role);
  if (rule.before.counts) walk.before(words.begin);
  if (rule.after.counts && (both_sides || walk.nobody())) walk.after(words.end);
  return std::move(walk).found();
}

}  // namespace tipoff
