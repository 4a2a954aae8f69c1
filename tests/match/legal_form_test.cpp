// Legal forms: names with and without them.
#include "match/legal_form.h"

#include "catch.h"

using namespace tipoff;

TEST_CASE("A name loses its legal form, whatever the jurisdiction", "[match]") {
  CHECK(without_legal_form("Altmoor Inc.") == "Altmoor");
  CHECK(without_legal_form("Altmoor Co., Ltd.") == "Altmoor");
  CHECK(without_legal_form("Altmoor p.l.c.") == "Altmoor");
  CHECK(without_legal_form("Altmoor Mills GmbH & Co. KG") == "Altmoor Mills");
  CHECK(without_legal_form("Altmoor S.p.A.") == "Altmoor");
  CHECK(without_legal_form("Altmoor Oyj") == "Altmoor");
  CHECK(without_legal_form("Altmoor A/S") == "Altmoor");
  CHECK(without_legal_form("Altmoor Pty Ltd") == "Altmoor");
  CHECK(without_legal_form("Altmoor Sdn. Bhd.") == "Altmoor");
  CHECK(without_legal_form("Altmoor S.A. de C.V.") == "Altmoor");
  CHECK(without_legal_form("Altmoor Sp. z o.o.") == "Altmoor");
  CHECK(without_legal_form("Altmoor S.à r.l.") == "Altmoor");
  CHECK(without_legal_form("Altmoor & Cie. SA") == "Altmoor");
  CHECK(without_legal_form("Altmoor Stiftung & Co. KG") == "Altmoor");
  CHECK(without_legal_form("Altmoor ULC") == "Altmoor");
  CHECK(without_legal_form("Altmoor Co-operative Ltd") == "Altmoor");
  CHECK(without_legal_form("樾宸电气股份有限公司") == "樾宸电气");
  CHECK(without_legal_form("樾宸科技（上海）有限公司") == "樾宸科技（上海）");
}

TEST_CASE("A name without legal form stays as it is", "[match]") {
  CHECK(without_legal_form("Larkin & Moss") == "Larkin & Moss");
  CHECK(without_legal_form("The Company") == "The");
  CHECK(without_legal_form("Limited") == "Limited");
  CHECK(without_legal_form("") == "");
}

TEST_CASE("What a register or an exchange adds is cut off", "[match]") {
  CHECK(without_register_notes("Altmoor Corp /De/") == "Altmoor Corp");
  CHECK(without_register_notes("Altmoor Corp \\DE\\") == "Altmoor Corp");
  CHECK(without_register_notes("Altmoor Corp/Md") == "Altmoor Corp");
  CHECK(without_register_notes("Altmoor Holdings Inc. Common Stock") == "Altmoor Holdings Inc.");
  CHECK(without_register_notes("Altmoor A/S") == "Altmoor A/S");
}

TEST_CASE("A folded name has single spaces and keeps its legal form", "[match]") {
  CHECK(folded_name("  Altmoor,  ÉTÉ & Cie ") == "altmoor ete and cie");
  CHECK(folded_name("Siemens AG") == "siemens ag");
  CHECK(folded_name("樾宸電氣（上海）有限公司") == "樾宸电气上海有限公司");
}

TEST_CASE("Inc, Corp and Co are one family, AG is another", "[match]") {
  CHECK(legal_family(word_hash("inc")) == legal_family(word_hash("corp")));
  CHECK(legal_family(word_hash("inc")) != legal_family(word_hash("plc")));
  CHECK(legal_family(word_hash("inc")) != legal_family(word_hash("ag")));
}

TEST_CASE("Corp and Corporation are one form, Corp and Co two", "[match]") {
  const auto code = [](std::string_view word) { return legal_form_code(word_hash(word)); };
  CHECK(code("corp") == code("corporation"));
  CHECK(code("corp") != code("co"));
  CHECK(code("gmbh") == 0);
}
