// Words that tell no two events apart.
#include "cluster/general_words.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Words of every deal are general in any case, names are not", "[cluster]") {
  for (const auto* word : {"the", "ACQUIRES", "Million", "plc"})
    CHECK(is_general_word(words_of(word)[0].hash));
  for (const auto* word : {"Quarzwerk", "pump", "Uppsala"})
    CHECK_FALSE(is_general_word(words_of(word)[0].hash));
}

TEST_CASE("The longest general Chinese word counts", "[cluster]") {
  CHECK(general_characters(words_of("董事长林舟")) == 3);
  CHECK(general_characters(words_of("收购蓝湖")) == 2);
  CHECK(general_characters(words_of("将蓝湖")) == 1);
  CHECK(general_characters(words_of("蓝湖")) == 0);
  CHECK(general_characters({}) == 0);
  CHECK(general_characters(words_of("deal")) == 0);
}

}  // namespace tipoff
