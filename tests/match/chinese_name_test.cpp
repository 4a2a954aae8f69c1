// Chinese names: the short forms of a registered name.
#include "match/chinese_name.h"

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

bool may_be(std::string_view name, std::string_view words) {
  return form(chinese_forms(name, tokens_of(name)), words) != nullptr;
}

}  // namespace

TEST_CASE("A registered name is known by brand and line of business", "[match]") {
  const std::string_view name = "江苏樾宸精细化工股份有限公司";
  for (const char* words :
       {"江苏樾宸精细化工", "樾宸精细化工", "樾宸化工", "樾宸股份", "江苏樾宸", "樾宸"}) {
    CAPTURE(words);
    CHECK(may_be(name, words));
  }
  CHECK_FALSE(may_be(name, "樾宸证券"));
  CHECK_FALSE(may_be(name, "精细化工"));
}

TEST_CASE("Two lines of business are abbreviated by their first characters", "[match]") {
  CHECK(may_be("兰溪樾宸重型装备股份有限公司", "樾宸重装"));
  CHECK(may_be("樾宸石油化工股份有限公司", "樾宸石化"));
  CHECK(may_be("杭州樾宸微电子股份有限公司", "樾宸微"));
}

TEST_CASE("Insurers and rural banks are abbreviated as they are spoken of", "[match]") {
  CHECK(may_be("樾宸财产保险股份有限公司", "樾宸财险"));
  CHECK(may_be("樾宸财产保险股份有限公司", "樾宸产险"));
  CHECK(may_be("兰溪樾宸农村商业银行股份有限公司", "樾宸农商银行"));
}

TEST_CASE("A holding company is known as one", "[match]") {
  CHECK(may_be("樾宸控股集团有限公司", "樾宸控股"));
  CHECK_FALSE(may_be("樾宸集团有限公司", "樾宸控股"));
}

TEST_CASE("A legal form may lead the name", "[match]") {
  CHECK(may_be("株式会社樾宸製作所", "樾宸製作所"));
  CHECK(may_be("株式会社樾宸", "樾宸"));
}

TEST_CASE("What stands in brackets is left off", "[match]") {
  CHECK(may_be("樾宸科技（上海）有限公司", "樾宸科技"));
  CHECK(may_be("上海樾宸(集团)股份有限公司", "樾宸集团"));
}

TEST_CASE("A place with its business is a name, a place or a business alone is none", "[match]") {
  CHECK(may_be("南京银行股份有限公司", "南京银行"));
  CHECK_FALSE(may_be("南京银行股份有限公司", "南京"));
  CHECK_FALSE(may_be("南京银行股份有限公司", "银行"));
}

TEST_CASE("A brand of two characters is risky", "[match]") {
  const auto forms = chinese_forms("江苏樾宸科技有限公司", tokens_of("江苏樾宸科技有限公司"));
  REQUIRE(form(forms, "樾宸") != nullptr);
  CHECK(form(forms, "樾宸")->risky);
  CHECK_FALSE(form(forms, "樾宸科技")->risky);
}

TEST_CASE("A listed short name is known without its share class and its warning mark", "[match]") {
  CHECK(may_be("樾宸Ａ", "樾宸"));
  CHECK(may_be("*ST樾宸", "樾宸"));
}

TEST_CASE("Names are Chinese when half of them is ideographs", "[match]") {
  CHECK(is_chinese(tokens_of("TCQ樾宸")));
  CHECK_FALSE(is_chinese(tokens_of("Altmoor Mills Group 樾")));
  CHECK(chinese_extensions_set().contains(phrase_hash("证券")));
}
