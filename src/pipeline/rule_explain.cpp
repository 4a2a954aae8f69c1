// Rule explain: the detector's own hits are the truth; where it has none, the stop finder says why.
#include "pipeline/rule_explain.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "detect/plain_sentence.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string_view place_name(Place place) {
  return place == Place::title ? "title" : place == Place::lead ? "lead" : "body";
}

ReadSentence read_sentence(const NewsText& text, const Passage& passage,
                           std::span<const Mention> mentions, bool any_company) {
  ReadSentence sentence;
  const Span span = passage.span;
  PlainSentence plain;
  plain.assign(field_text(text, passage.field).substr(span.begin, span.end - span.begin));
  sentence.text = plain.text();
  sentence.place = passage.place;
  sentence.any_company = any_company;
  for (const Mention& mention : mentions) {
    if (mention.field != passage.field || mention.begin < span.begin || mention.end > span.end)
      continue;
    sentence.names.push_back({plain.plain({mention.begin - span.begin, mention.end - span.begin}),
                              mention.account, mention.ambiguous});
  }
  return sentence;
}

/// In the words of the field, which the detector read.
std::string certainty_of(const Hit& hit, const Rule& rule, std::string_view field) {
  if (!hit.certainty_words) return certainty_told(rule, hit.certainty, std::nullopt);
  const Span words = *hit.certainty_words;
  return certainty_told(rule, hit.certainty, field.substr(words.begin, words.end - words.begin));
}

std::optional<RuleVerdict> judge(const StopFinder& finder, std::size_t rule,
                                 const ReadSentence& sentence, std::vector<Hit> hits) {
  const auto found = finder.find(rule, sentence);
  if (!found) return std::nullopt;
  RuleVerdict verdict;
  verdict.rule = rule;
  verdict.words = sentence.text.substr(found->words.begin, found->words.end - found->words.begin);
  verdict.hits = std::move(hits);
  verdict.certainty = finder.certainty(rule, sentence.text, found->words);
  if (!verdict.hits.empty()) {
    std::vector<AccountIndex> parties;
    for (const Hit& hit : verdict.hits) parties.push_back(hit.account.value_or(0));
    if (!sentence.any_company) verdict.left_out = finder.left_out(rule, sentence, *found, parties);
    return verdict;
  }
  verdict.stopped_by = finder.reasons(rule, sentence, *found);
  if (verdict.stopped_by.empty()) verdict.stopped_by.emplace_back("no account takes part");
  return verdict;
}

using Key = std::pair<std::optional<AccountIndex>, std::string>;

struct Best {
  double points = 0;
  Place place = Place::title;
};

/// What rules of the same family tell of the same account.
bool goes_to_family(const Key& key, const std::string& family, const std::vector<Rule>& rules,
                    const std::vector<Trigger>& triggers, std::string& which) {
  for (const Trigger& trigger : triggers) {
    const auto teller = std::ranges::find(rules, trigger.rule, &Rule::id);
    if (trigger.account != key.first || trigger.event == key.second || family.empty() ||
        teller == rules.end() || teller->family != family)
      continue;
    which = trigger.event;
    return true;
  }
  return false;
}

std::vector<EventSum> sums(const std::vector<Hit>& hits, const std::vector<Rule>& rules,
                           const std::vector<Trigger>& triggers) {
  std::map<Key, std::map<int, Best>> by_event;
  for (const Hit& hit : hits) {
    auto& scores = by_event[{hit.account, rules[static_cast<std::size_t>(hit.rule)].event}];
    const auto [best, fresh] = scores.try_emplace(hit.rule, Best{hit.points, hit.place});
    if (!fresh && std::abs(hit.points) > std::abs(best->second.points))
      best->second = {hit.points, hit.place};
  }
  std::vector<EventSum> all;
  for (const auto& [key, scores] : by_event) {
    EventSum sum;
    sum.account = key.first;
    sum.event = key.second;
    for (const auto& [rule, best] : scores) {
      sum.points += best.points;
      sum.parts.push_back(fmt::format("{} {:+.2f} ({})", rules[static_cast<std::size_t>(rule)].id,
                                      best.points, place_name(best.place)));
    }
    const auto out = std::ranges::find_if(triggers, [&](const Trigger& trigger) {
      return trigger.account == key.first && trigger.event == key.second;
    });
    std::string other;
    const std::string& family = rules[static_cast<std::size_t>(scores.begin()->first)].family;
    if (out != triggers.end()) {
      sum.trigger = *out;
    } else if (goes_to_family(key, family, rules, triggers, other)) {
      sum.why_not =
          fmt::format("its points go to {}, the stronger of the family {}", other, family);
    } else {
      sum.why_not =
          fmt::format("too light: {:.2f} points, and {:.0f} make an event", sum.points, enough);
    }
    all.push_back(std::move(sum));
  }
  return all;
}

std::string account_name(std::optional<AccountIndex> account, std::span<const std::string> names) {
  return account && *account < names.size() ? names[*account] : std::string();
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

std::string told(const RuleVerdict& verdict, const std::vector<Rule>& rules,
                 std::span<const std::string> names) {
  const Rule& rule = rules[verdict.rule];
  std::string out =
      fmt::format("  {} {}: \"{}\"\n", verdict.hits.empty() ? '-' : '+', rule.id, verdict.words);
  for (const Hit& hit : verdict.hits) {
    const std::string name = account_name(hit.account, names);
    out += fmt::format("      {}{}{} points", name, name.empty() ? "" : ": ",
                       fmt::format("{:+.2f}", hit.points));
    if (hit.points > 0) {
      if (hit.role) out += fmt::format(", {}", name_of(*hit.role));
      out += ", " + verdict.certainty;
    }
    out += hit.ambiguous ? ", the name is ambiguous\n" : "\n";
  }
  for (const std::string& reason : verdict.left_out) out += "      left out: " + reason + '\n';
  for (const std::string& reason : verdict.stopped_by) out += "      stopped: " + reason + '\n';
  return out;
}

std::string told(const EventSum& sum, std::span<const std::string> names) {
  const std::string name = account_name(sum.account, names);
  std::string out = fmt::format("  {}{}", name, name.empty() ? "" : ": ");
  if (sum.trigger) {
    out += sum.event;
    if (sum.trigger->role) out += fmt::format(" {}", name_of(*sum.trigger->role));
    out += fmt::format(" {}, confidence {:.2f}", name_of(sum.trigger->certainty),
                       sum.trigger->confidence);
    if (sum.trigger->ambiguous) out += ", waits for review: the name is ambiguous";
  } else {
    out += fmt::format("no {}: {}", sum.event, sum.why_not);
  }
  return out + "\n      " + joined(sum.parts, ", ") + '\n';
}

}  // namespace

Explanation explain(const Detector& detector, const StopFinder& finder, const NewsText& text,
                    std::span<const Mention> mentions, bool any_company) {
  const auto all = passages(text);
  const auto hits = detector.hits(text, all, mentions, any_company);
  Explanation explanation;
  for (std::size_t i = 0; i < all.size(); ++i) {
    SentenceVerdict verdict{read_sentence(text, all[i], mentions, any_company), {}};
    for (std::size_t rule = 0; rule < detector.rules().size(); ++rule) {
      std::vector<Hit> own;
      std::ranges::copy_if(hits, std::back_inserter(own), [&](const Hit& hit) {
        return hit.passage == i && hit.rule == static_cast<int>(rule);
      });
      auto judged = judge(finder, rule, verdict.sentence, std::move(own));
      if (!judged) continue;
      if (!judged->hits.empty())
        judged->certainty =
            certainty_of(judged->hits[0], detector.rules()[rule], field_text(text, all[i].field));
      verdict.rules.push_back(std::move(*judged));
    }
    explanation.sentences.push_back(std::move(verdict));
  }
  explanation.events = sums(hits, detector.rules(), add_up(hits, detector.rules(), all, text));
  return explanation;
}

std::string to_text(const Explanation& explanation, const std::vector<Rule>& rules,
                    std::span<const std::string> names) {
  std::string out;
  for (const SentenceVerdict& verdict : explanation.sentences) {
    const ReadSentence& sentence = verdict.sentence;
    out += fmt::format("{}: {}\n", place_name(sentence.place), sentence.text);
    for (const NamePlace& name : sentence.names) {
      out += fmt::format("  names {}{}: \"{}\"\n", account_name(name.account, names),
                         name.ambiguous ? " (ambiguous)" : "",
                         sentence.text.substr(name.span.begin, name.span.end - name.span.begin));
    }
    if (verdict.rules.empty()) out += "  no rule finds its words here\n";
    for (const RuleVerdict& rule : verdict.rules) out += told(rule, rules, names);
  }
  out += explanation.events.empty() ? "Events: none\n" : "Events:\n";
  for (const EventSum& sum : explanation.events) out += told(sum, names);
  return out;
}

}  // namespace tipoff
