// Name forms: how news may write a listed name.
#include "match/name_forms.h"

#include <algorithm>

#include "catch.h"

using namespace tipoff;

namespace {

const NameForm* form(const std::vector<NameForm>& forms, std::string_view words) {
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const NameForm& f) {
    return f.hash() == phrase_hash(words);
  });
  return found == forms.end() ? nullptr : &*found;
}

FormKind kind_in(std::string_view name, std::string_view words) {
  const auto forms = name_forms(name);
  const NameForm* found = form(forms, words);
  REQUIRE(found != nullptr);
  return found->kind;
}

bool may_be(std::string_view name, std::string_view words) {
  return form(name_forms(name), words) != nullptr;
}

}  // namespace

TEST_CASE("A name is known without its legal form and its article", "[match]") {
  CHECK(may_be("The Altmoor Mills Company, Inc.", "altmoor mills"));
  CHECK(may_be("Altmoor Mills (The)", "altmoor mills"));
  CHECK(may_be("PT Altmoor Mills Tbk", "altmoor mills"));
}

TEST_CASE("An inverted registry name is turned", "[match]") {
  CHECK(may_be("Larkin A B Corp", "A. B. Larkin"));
  CHECK(may_be("Larkin Edith Corp", "edith larkin"));
  CHECK(may_be("Price T Larkin Group Inc", "T. Larkin Price"));
  CHECK(may_be("Larkin (Edith)", "edith larkin"));
  CHECK(kind_in("Larkin A B Corp", "A. B. Larkin") == FormKind::turned);
  CHECK_FALSE(may_be("Altmoor Mills Corp", "mills altmoor"));
}

TEST_CASE("General last words may be left off", "[match]") {
  CHECK(may_be("Altmoor Technologies Holdings Inc", "altmoor"));
  CHECK(may_be("Altmoor Mills & Bakeries Inc", "altmoor mills"));
  CHECK(kind_in("Altmoor Group plc", "altmoor") == FormKind::derived);
  CHECK_FALSE(may_be("Altmoor Energy AG", "altmoor"));
  CHECK_FALSE(may_be("Bank of India Ltd", "bank of"));
}

TEST_CASE("No short form is made that is but a common word", "[match]") {
  CHECK_FALSE(may_be("Target Holdings Inc", "target"));
  CHECK(may_be("Target Corp", "target"));
}

TEST_CASE("Hyphens may join, an and may be missing, an apostrophe may be a blank", "[match]") {
  CHECK(may_be("Coral-Arden", "coralarden"));
  CHECK(may_be("Larkin & Moss", "larkin moss"));
  CHECK(may_be("O Larkin Bakeries Inc", "O'Larkin Bakeries"));
}

TEST_CASE("Common words, numbers and short names are risky, coined names are not", "[match]") {
  CHECK(name_forms("Target").front().risky);
  CHECK(name_forms("360").front().risky);
  CHECK(name_forms("Abq").front().risky);
  CHECK_FALSE(name_forms("Altmoor").front().risky);
  CHECK_FALSE(name_forms("Target Altmoor").front().risky);
}

TEST_CASE("A family name is risky only as long as nothing says that it is a company", "[match]") {
  CHECK(name_forms("Larkson").front().surname);
  CHECK_FALSE(name_forms("Larkson AB").front().surname);
}

TEST_CASE("How a name uses capitals is kept", "[match]") {
  CHECK(name_forms("QXZ Ltd").front().upper);
  CHECK_FALSE(name_forms("Qxz Ltd").front().upper);
  CHECK(name_forms("AltMoor").front().camel);
}

TEST_CASE("A name of blanks has no forms", "[match]") {
  CHECK(name_forms("").empty());
  CHECK(name_forms(" ,.").empty());
}

TEST_CASE("Capitals within a word may be where others part it", "[match]") {
  CHECK(may_be("CoralArden plc", "coral arden"));
  CHECK_FALSE(may_be("OpenGate plc", "open gate"));  // words of the language
}

TEST_CASE("Umlauts are also spelled out, and German names also without", "[match]") {
  CHECK(may_be("Müllbach AG", "muellbach"));
  CHECK(may_be("Müllbach AG", "mullbach"));
  CHECK(may_be("Muellbach GmbH", "müllbach"));
  CHECK_FALSE(may_be("Muellbach Inc", "müllbach"));
  CHECK_FALSE(may_be("Nauer AG", "naur"));
}

TEST_CASE("Initials in brackets stand before the name", "[match]") {
  CHECK(may_be("Larkin (A B) Corp", "A. B. Larkin"));
}

TEST_CASE("Abbreviations are spelled out, and the other way round", "[match]") {
  CHECK(may_be("Altmoor Brothers plc", "altmoor bros"));
  CHECK(may_be("St. Altmoor Mining Inc", "saint altmoor mining"));
  CHECK(may_be("Altmoor Int'l Mills Inc", "altmoor international mills"));
}

TEST_CASE("A country behind the name and a group before it are left off", "[match]") {
  CHECK(may_be("Altmoor Deutschland GmbH", "altmoor"));
  CHECK(may_be("Groupe Altmoor SA", "altmoor"));
}

TEST_CASE("A second name of the company counts as another name", "[match]") {
  CHECK(may_be("Altmoor Mills Inc d/b/a Moorco", "altmoor mills"));
  CHECK(kind_in("Altmoor Mills Inc d/b/a Moorco", "moorco") == FormKind::alias);
  CHECK(may_be("Altmoor Mills fka Moorco Ltd", "moorco"));
}

TEST_CASE("Marks and remarks are no part of a name", "[match]") {
  CHECK(may_be("Altmoor™ Inc", "altmoor"));
  CHECK(may_be("Altmoor® Inc", "altmoor"));
  CHECK(may_be("Altmoor plc [do not call]", "altmoor"));
  CHECK(may_be("Altmoor plc - UK", "altmoor"));
  CHECK_FALSE(may_be("Altmoor - Larkin", "altmoor"));
}
