// Samples a text, and compares two samples.
#include "cluster/sketch.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <span>

#include "cluster/general_words.h"

namespace tipoff {
namespace {

constexpr std::size_t most_words = 4000;
constexpr std::size_t lead_words = 66;
constexpr std::size_t body_sample = 96;
constexpr std::size_t number_sample = 24;
constexpr std::size_t fewest_words = 14;  // a shorter body tells nothing
constexpr std::size_t brief_body = 42;

constexpr std::size_t body_keys = 8;
constexpr std::size_t lead_keys = 4;
constexpr std::size_t headline_words = 5;  // of which each pair is a key
constexpr std::size_t fewest_whole = 4;    // words of a headline in which a single one tells

constexpr std::size_t fewest_compared = 6;
constexpr double alike_body = 0.6;    // of the shorter text's shingles
constexpr double copied_body = 0.85;  // the same words, whatever the headline says
constexpr double copied_brief = 0.98;
constexpr double alike_lead = 0.65;
constexpr double other_body = 0.2;       // below it, alike headlines mean nothing
constexpr std::size_t most_parted = 2;   // in any text
constexpr std::size_t form_parted = 20;  // times as many go on alike
constexpr std::size_t fewest_numbers = 3;
constexpr double same_numbers = 0.5;
constexpr double same_headline = 0.55;  // of the words of both

/// A Chinese character says as much as half a word.
bool is_brief(std::span<const Word> body) {
  const auto characters =
      static_cast<std::size_t>(std::ranges::count(body, Word::Kind::character, &Word::kind));
  return body.size() - characters + characters / 2 < brief_body;
}

std::vector<std::uint64_t> shared(const std::vector<std::uint64_t>& a,
                                  const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

bool has(const std::vector<std::uint64_t>& sorted, std::uint64_t hash) {
  return std::ranges::binary_search(sorted, hash);
}

/// Each begins with somebody whom the other does not name.
bool other_subject(const Telling& a, const Telling& b) {
  return a.first_name != 0 && b.first_name != 0 && !has(a.words, b.first_name) &&
         !has(b.words, a.first_name);
}

/// Both name somebody whom the other does not, and they have hardly a name in common: a form filled
/// in twice.
bool other_names(const Telling& a, const Telling& b) {
  if (other_subject(a, b)) return true;
  const auto common = shared_count(a.names, b.names);
  const auto of_a = a.names.size() - shared_count(a.names, b.words);
  const auto of_b = b.names.size() - shared_count(b.names, a.words);
  return std::min(of_a, of_b) > 0 && common <= 2 * std::min(of_a, of_b);
}

bool other_numbers(const Telling& a, const Telling& b) {
  return !a.numbers.empty() && !b.numbers.empty() && shared_count(a.numbers, b.numbers) == 0;
}

/// Share of the words of both headlines that both have; 0 for those that speak of different names
/// or numbers.
double headline_likeness(const Telling& a, const Telling& b) {
  const auto common = shared_count(a.words, b.words);
  if (common < 3 || other_names(a, b) || other_numbers(a, b)) return 0;
  return static_cast<double>(common) /
         static_cast<double>(a.words.size() + b.words.size() - common);
}

/// A form filled in twice: other numbers, or in too many places what both have goes on otherwise.
/// In copies it does so only where a piece was put in or left out.
bool is_form(const Agreement& bodies, const Agreement& numbers) {
  if (numbers.compared >= fewest_numbers && numbers.containment() < same_numbers) return true;
  return bodies.parted > most_parted && bodies.parted * form_parted > bodies.followed;
}

/// A brief text, or one that was worked over, may be a form that differs in a name or number only;
/// and below most of a text may stand the same notice.
bool same_body(const Sketch& a, const Sketch& b, double contained) {
  const bool brief = a.brief || b.brief;
  if (contained < alike_body) return false;
  if (!other_names(a.headline, b.headline))
    return contained >= copied_brief || !brief || !other_numbers(a.headline, b.headline);
  return contained >= (brief ? copied_brief : copied_body) &&
         agreement_of(a.lead, b.lead).containment() >= alike_lead;
}

/// The body has a name of its headline that the other headline has not.
bool tells_of_another(const Sketch& sketch, const Telling& headline) {
  return shared_count(sketch.borne_out, headline.words) < sketch.borne_out.size();
}

std::uint32_t key_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

void add_smallest(const Shingles& shingles, std::size_t most, std::vector<std::uint32_t>& keys) {
  for (const auto hash : shingles.hashes | std::views::take(most)) keys.push_back(key_of(hash));
}

void add_headline(const Telling& headline, std::vector<std::uint32_t>& keys) {
  std::vector<std::uint64_t> telling;
  for (const auto word : headline.words) {
    if (telling.size() < headline_words && !is_general_word(word)) telling.push_back(word);
  }
  if (telling.size() == 1 && headline.words.size() >= fewest_whole)
    keys.push_back(key_of(telling[0]));
  for (std::size_t at = 0; at < telling.size(); ++at) {
    for (std::size_t other = at + 1; other < telling.size(); ++other)
      keys.push_back(key_of(hash_together(telling[at], telling[other])));
  }
}

}  // namespace

Sketch sketch_of(const NewsText& text) {
  Sketch sketch;
  const auto body = words_of(text.body, most_words);
  if (body.size() >= fewest_words) {
    const auto lead = std::span(body).first(std::min(body.size(), lead_words));
    sketch.brief = is_brief(body);
    sketch.body = shingles_of(body, text.body, body_sample);
    sketch.lead = shingles_of(lead, text.body, lead_words);
    sketch.numbers = numbers_of(body, number_sample);
  }
  // A flash has no headline: it is one.
  const OwnWords nobody({}, {});
  sketch.headline = telling_of(text.title.empty() ? text.body : text.title, nobody);
  if (sketch.brief)
    sketch.borne_out = shared(sketch.headline.names, telling_of(text.body, nobody).words);
  return sketch;
}

std::vector<std::uint32_t> keys_of(const Sketch& sketch) {
  std::vector<std::uint32_t> keys;
  add_smallest(sketch.body, body_keys, keys);
  add_smallest(sketch.lead, lead_keys, keys);
  add_headline(sketch.headline, keys);
  return keys;
}

double resemblance(const Sketch& a, const Sketch& b) {
  auto bodies = agreement_of(a.body, b.body);
  // A few lines of a long text: their sample is too small, and how both begin must do.
  if (bodies.compared < fewest_compared) bodies = agreement_of(a.lead, b.lead);
  const bool both_have_bodies = !a.body.empty() && !b.body.empty();
  if (both_have_bodies && bodies.containment() < other_body) return 0;
  if (both_have_bodies && is_form(bodies, agreement_of(a.numbers, b.numbers))) return 0;
  if (same_body(a, b, bodies.containment())) return 1 + bodies.containment();
  const double headlines = headline_likeness(a.headline, b.headline);
  return headlines >= same_headline ? headlines : 0;
}

bool is_blurb(const Sketch& a, const Sketch& b) {
  return a.brief && b.brief && other_names(a.headline, b.headline) &&
         !tells_of_another(a, b.headline) && !tells_of_another(b, a.headline);
}

}  // namespace tipoff
