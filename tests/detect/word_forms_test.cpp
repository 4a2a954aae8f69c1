// Word forms: which texts plain words are found in.
#include "detect/word_forms.h"

#include "catch.h"
#include "detect/regex.h"

namespace {

bool finds(std::string_view words, const std::string& text) {
  return RE2::PartialMatch(text, RE2(tipoff::any_form_of(words), tipoff::rule_options()));
}

}  // namespace

TEST_CASE("Plain words are found in any form", "[pattern]") {
  CHECK(finds("SAP migration", "two SAP migrations"));
  CHECK(finds("SAP migration", "SAP-migrating firms"));
  CHECK_FALSE(finds("SAP migration", "SAP migrants"));
  CHECK_FALSE(finds("SAP migration", "sapling migration"));
  CHECK(finds("system upgrade", "systems upgraded"));
  CHECK(finds("supplier", "the supplier’s plant"));
}

TEST_CASE("Short verbs have forms too", "[pattern]") {
  CHECK(finds("hire", "is hiring"));
  CHECK(finds("hire", "hired 20"));
  CHECK_FALSE(finds("hire", "a hireling"));
  CHECK(finds("plan layoffs", "planned layoffs"));
  CHECK(finds("cut jobs", "cutting jobs"));
  CHECK(finds("study", "studied it"));
  CHECK(finds("open office", "opening offices"));
}

TEST_CASE("Irregular verbs are known", "[pattern]") {
  CHECK(finds("go live", "Altmoor goes live"));
  CHECK(finds("go live", "Altmoor went live"));
  CHECK(finds("Sell plant", "sold plants"));
  CHECK(finds("lay off", "laid off"));
  CHECK_FALSE(finds("go live", "ego lives"));
}

TEST_CASE("Words of capitals stay as they are", "[pattern]") {
  CHECK(finds("ERP", "new ERPs"));
  CHECK_FALSE(finds("ERP", "serpent"));
  CHECK_FALSE(finds("SAP", "sapped"));
}

TEST_CASE("Chinese words are found amid a sentence, in either script", "[pattern]") {
  CHECK(finds("系统升级", "公司系统升级完成"));
  CHECK(finds("系統升級", "公司系统升级完成"));
  CHECK(finds("SAP系统", "公司上线SAP系统"));
  CHECK(finds("系统SAP", "公司系统SAP上线"));
  CHECK(finds("ＥＲＰ系统", "公司ERP系统"));
}

TEST_CASE("Words may begin and end with letters beyond ASCII", "[pattern]") {
  CHECK(finds("Übernahme", "die Übernahme von"));
  CHECK(finds("société", "les sociétés"));
  CHECK(finds("qualité", "la qualité"));
}
