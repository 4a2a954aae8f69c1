// Amounts in digits, words and characters.
#include "cluster/amount.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

std::optional<Amount> amount_of(const std::string& text) {
  return amount_at(words_of(text), text);
}

}  // namespace

TEST_CASE("A plain number is its thousandths", "[cluster]") {
  CHECK(amount_of("700 jobs") == Amount{700'000, false});
  CHECK(amount_of("14,000.25") == Amount{14'000'250, false});
  CHECK(amount_of("1.23456") == Amount{1'234, false});
}

TEST_CASE("A magnitude multiplies", "[cluster]") {
  CHECK(amount_of("1.2 Billion") == Amount{1'200'000'000'000, true});
  CHECK(amount_of("40m") == Amount{40'000'000'000, true});
  CHECK(amount_of("12亿元") == amount_of("1.2bn"));
  CHECK(amount_of("5千万") == amount_of("50 million"));
  CHECK(amount_of("2万亿") == amount_of("2 trillion"));
}

TEST_CASE("A word that is no magnitude ends the amount", "[cluster]") {
  CHECK(amount_of("40 euros million") == Amount{40'000, false});
  CHECK(amount_of("3 million thousand") == amount_of("3 million"));
}

TEST_CASE("What is no number, or too large a one, is no amount", "[cluster]") {
  CHECK_FALSE(amount_of("million"));
  CHECK_FALSE(amount_of(""));
  CHECK_FALSE(amount_of(std::string(40, '9')));
  CHECK_FALSE(amount_of("900000000000万亿"));
}

}  // namespace tipoff
