// The report with the contract's field names.
#include "learn/report_json.h"

#include <cmath>

#include "catch.h"
#include "learn/called_samples.h"

namespace tipoff {

using samples::asked;
using samples::call;
using samples::called;

TEST_CASE("The report has the contract's fields in their order", "[learn]") {
  auto account = called("a", {call(Outcome::won, 5)});
  account.industries = {"物流"};
  const auto other = called("b", {call(Outcome::meeting, 5)});
  const auto conversion = conversion_of(std::vector{account, other}, {}, {}, asked);
  const Json json = report_json(conversion, {});
  std::vector<std::string> fields;
  for (const auto& [field, value] : json.items()) fields.push_back(field);
  CHECK(fields == std::vector<std::string>{"accounts_called", "open", "won", "lost", "lapsed",
                                           "meetings", "proposals_made", "rate", "interval",
                                           "target", "verdict", "by", "proposals"});
  CHECK(json["accounts_called"] == 2);
  CHECK(json["open"] == 1);
  CHECK(json["won"] == 1);
  CHECK(json["rate"] == 1.0);
  CHECK(json["interval"].size() == 2);
  CHECK(json["target"] == 0.1);
  CHECK(json["verdict"] == "too_early");
  CHECK(json["proposals"] == Json::array());
  const Json first =
      parse_json(R"({"criterion":"industry","value":"物流","called":1,"open":0,"won":1,)"
                 R"("rate":1.0,"interval":[0.206549,1.0]})")
          .value();
  CHECK(json["by"][0]["value"] == first["value"]);
  CHECK(json["by"][0]["criterion"] == first["criterion"]);
  CHECK(json["by"][0]["called"] == first["called"]);
  CHECK(json["by"][0]["rate"] == first["rate"]);
  CHECK(std::abs(json["by"][0]["interval"][0].get<double>() - 0.206549) < 1e-5);
}

TEST_CASE("Proposals are numbered from one and tell the settings they would write", "[learn]") {
  Proposal proposal;
  proposal.change = "raise it";
  proposal.because = "it sells";
  proposal.effect = "more";
  proposal.settings = {{"triggers.merger.weight", "1", "2"}, {"triggers.ipo.weight", "", "1"}};
  const Json json = report_json({}, std::vector{proposal, proposal});
  CHECK(dump(json["proposals"][1]) ==
        R"({"number":2,"change":"raise it","because":"it sells","effect":"more",)"
        R"("settings":[{"key":"triggers.merger.weight","from":"1","to":"2"},)"
        R"({"key":"triggers.ipo.weight","from":null,"to":"1"}]})");
}

}  // namespace tipoff
