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

bool is_common_word(std::uint64_t hash) {
  return common_english().contains(hash) || given_names_set().contains(hash) ||
         people_and_places_set().contains(hash);
}

}  // namespace tipoff
