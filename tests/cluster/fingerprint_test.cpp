// Near texts have near fingerprints.
#include "cluster/fingerprint.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

const std::string report =
    "Quarzwerk AG said on Monday it had agreed to buy the Swedish pump maker Lindholm for 40 "
    "million euros in cash. "
    "The deal gives the Hamburg company three plants near Uppsala and about 700 employees, and is "
    "expected to close in "
    "the autumn once the regulators of both countries have had their say. Chief executive Ilse "
    "Brand called the purchase "
    "the last piece of a plan that began four years ago with the sale of the glass division.";
const std::string other =
    "The harbour of Tidehaven will close its northern basin for eleven weeks while divers repair "
    "the sluice that was "
    "damaged in the January storm. Ferries to the islands leave from the old fish market until "
    "then, and fishermen are "
    "offered free moorings up the river. The council puts the costs at six million and hopes that "
    "the insurers pay.";
const std::string chinese =
    "樾宸投资股份有限公司周一宣布，拟以现金四十亿元收购蓝湖医药百分之五十一的股权。交易完成后，蓝湖"
    "医药将成为其控股子公司。"
    "公司董事长林舟表示，这是四年前出售玻璃业务以来最重要的一步，两家公司预计在秋天完成交割。";

}  // namespace

TEST_CASE("Case and punctuation leave a fingerprint as it is", "[cluster]") {
  std::string shouted = report;
  for (auto& letter : shouted)
    letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  CHECK(fingerprint(shouted) == fingerprint(report));
  CHECK(fingerprint("-- " + report + " --") == fingerprint(report));
}

TEST_CASE("Other credits leave a text near, in both scripts", "[cluster]") {
  CHECK(distance(fingerprint(report),
                 fingerprint("(Nordwire) " + report + " Editing by Tom Vale")) <= 12);
  CHECK(distance(fingerprint(chinese), fingerprint("潮闻社讯 " + chinese + "（编辑：程野）")) <=
        12);
}

TEST_CASE("Unrelated texts are far apart", "[cluster]") {
  CHECK(distance(fingerprint(report), fingerprint(other)) > 18);
  CHECK(distance(fingerprint(report), fingerprint(chinese)) > 18);
}

TEST_CASE("A text without words has no fingerprint, and is near to nothing", "[cluster]") {
  CHECK(fingerprint("") == 0);
  CHECK(fingerprint(" ... ") == 0);
  CHECK(fingerprint("merger") != 0);
  CHECK_FALSE(within(64, 0, 0));
  CHECK_FALSE(within(64, 0, 5));
  CHECK(within(1, 5, 4));
  CHECK_FALSE(within(1, 5, 2));
}

TEST_CASE("Distance counts the bits that differ", "[cluster]") {
  CHECK(distance(5, 5) == 0);
  CHECK(distance(0, 0xffffffffffffffff) == 64);
  CHECK(distance(0b1010, 0b0110) == 2);
}

TEST_CASE("A fingerprint stays what it is: it is stored", "[cluster]") {
  CHECK(fingerprint("Quarzwerk buys Lindholm") == 0xc6ffbfefd9636ff3);
  CHECK(fingerprint("樾宸投资收购蓝湖医药") == 0xfdb15e7d3ca2b0d5);
}

}  // namespace tipoff
