// Writes the lines about an account.
#include "alert/account_rows.h"

#include "alert/links.h"
#include "alert/safe_text.h"
#include "alert/words.h"
#include "score/event_words.h"

namespace tipoff {
namespace {

/// The live event that scores, where there is one.
std::string best_event(const AccountScore& score, MessageLanguage language) {
  const Story& best = score.events.front();
  const std::string event = spoken(language, best.event);
  const std::string certainty = spoken(language, name_of(best.certainty));
  const std::string day = day_words(language, best.happened_at);
  const std::string what = best.role ? say(language, "{} {} {} as {}", event, certainty, day,
                                           spoken(language, name_of(*best.role)))
                                     : say(language, "{} {} {}", event, certainty, day);
  const std::string headline = sentence(headline_of(best));
  return sentence((headline.empty() ? what : say(language, "{}: “{}”", what, headline)) +
                  source_in_brackets(best));
}

/// The reason in English is the profile's; for the trigger it is made of the event.
std::string reason_of(const ScorePart& part, const AccountScore& score, MessageLanguage language) {
  const bool is_event = part.criterion == Criterion::trigger && !score.events.empty();
  if (language != MessageLanguage::english && is_event) return best_event(score, language);
  return retold(language, sentence(part.because));
}

}  // namespace

std::string sentence(std::string_view text) {
  constexpr std::size_t longest_sentence = 600;  // bytes
  return safe_line(text, longest_sentence);
}

std::string score_in_short(const AccountScore& score) {
  return std::to_string(score.score) + "/" + std::to_string(score.max_score);
}

std::string standing_words(const CallListEntry& entry, MessageLanguage language) {
  const AccountScore& score = entry.score;
  if (entry.rank <= 0) return say(language, "{} of {}", score.score, score.max_score);
  return say(language, "{} of {}, number {} on the call list", score.score, score.max_score,
             entry.rank);
}

std::string why_now_words(const CallListEntry& entry, MessageLanguage language) {
  if (language == MessageLanguage::english || entry.score.events.empty())
    return sentence(entry.why_now);
  return best_event(entry.score, language);
}

std::vector<BriefRow> contact_rows(const CallListEntry& entry, MessageLanguage language) {
  const Contact& contact = entry.contact;
  std::vector<BriefRow> rows;
  const std::string call = say(language, "Call");
  if (contact.name.empty() && contact.title.empty()) {
    rows.push_back(
        {call, say(language, "no contact is known yet: find one, and add it to the account file"),
         ""});
  } else {
    std::string who = sentence(contact.name);
    if (!who.empty() && !contact.title.empty()) who += ", ";
    rows.push_back({call, who + sentence(contact.title), ""});
  }
  if (!contact.phone.empty())
    rows.push_back({say(language, "Phone"), sentence(contact.phone), phone_link(contact.phone)});
  if (!contact.email.empty())
    rows.push_back({say(language, "E-mail"), sentence(contact.email), mail_link(contact.email)});
  return rows;
}

std::vector<BriefRow> score_rows(const AccountScore& score, MessageLanguage language) {
  std::vector<BriefRow> rows;
  for (const ScorePart& part : score.parts)
    rows.push_back({say(language, "{} {} of {}", spoken(language, name_of(part.criterion)),
                        part.points, part.of),
                    reason_of(part, score, language), ""});
  return rows;
}

}  // namespace tipoff
