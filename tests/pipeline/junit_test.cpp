// JUnit XML, as build servers read it.
#include "pipeline/junit.h"

#include "catch.h"

namespace {

tipoff::RuleTrial trial(std::string file, std::string why) {
  tipoff::RuleTrial made;
  made.name = "a.rule";
  made.kind = "fires";
  made.file = std::move(file);
  made.line = 7;
  made.text = "Ostrava & \"Söhne\" <ost>\x01";
  made.why = std::move(why);
  if (!made.why.empty()) made.diff = {"- acquisition", "+ nothing < at all"};
  return made;
}

}  // namespace

TEST_CASE("A suite for each file, a test case for each trial, a failure with its diff", "[junit]") {
  const std::vector trials = {trial("a.toml", ""), trial("b.toml", "does not fire"),
                              trial("a.toml", "")};
  const std::string xml = tipoff::to_junit(trials);
  CHECK_THAT(xml, Catch::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"));
  CHECK_THAT(xml, Catch::Contains("tests=\"3\" failures=\"1\""));
  CHECK_THAT(xml, Catch::Contains("<testsuite name=\"a.toml\" tests=\"2\" failures=\"0\""));
  CHECK_THAT(xml, Catch::Contains("<testsuite name=\"b.toml\" tests=\"1\" failures=\"1\""));
  CHECK_THAT(xml, Catch::Contains("file=\"b.toml\" line=\"7\">\n      <failure "
                                  "message=\"does not fire\">\n- acquisition\n+ nothing &lt; at "
                                  "all\n      </failure>"));
  CHECK_THAT(xml, Catch::EndsWith("</testsuites>\n"));
}

TEST_CASE("Texts are escaped, and hold no character that XML forbids", "[junit]") {
  const std::vector trials = {trial("a.toml", "")};
  const std::string xml = tipoff::to_junit(trials);
  CHECK_THAT(xml, Catch::Contains("Ostrava &amp; &quot;Söhne&quot; &lt;ost&gt;\""));
  CHECK(xml.find('\x01') == std::string::npos);
}
