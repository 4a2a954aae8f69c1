// The lists of common_words_list.h as sets.
#include "match/common_words.h"

#include "match/common_words_list.h"

namespace tipoff {

const PhraseSet& common_english() {
  static const PhraseSet set{common_english_words};
  return set;
}

const PhraseSet& given_names_set() {
  static const PhraseSet set{given_names};
  return set;
}

const PhraseSet& people_and_places_set() {
  static const PhraseSet set{people_and_places};
  return set;
}

const PhraseSet& common_chinese() {
  static const PhraseSet set{common_chinese_words};
  return set;
}

bool is_common_word(std::string_view word) {
  const std::uint64_t hash = word_hash(word);
  if (common_english().contains(hash) || given_names_set().contains(hash) ||
      people_and_places_set().contains(hash))
    return true;
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing", "r", "er", "ly", "al", "ic",
                                        "y", "ish", "ful", "less", "ness", "ment", "ion"}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (common_english().contains(word_hash(stem))) return true;
    const bool doubled = stem.size() > 3 && stem.back() == stem[stem.size() - 2];
    if (doubled && common_english().contains(word_hash(stem.substr(0, stem.size() - 1))))
      return true;
    if (ending.size() > 1 && common_english().contains(word_hash(std::string(stem) + "e")))
      return true;
  }
  return false;
}

}  // namespace tipoff
