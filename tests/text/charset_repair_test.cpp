// Text damaged before it came to us.
#include "text/charset_repair.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("UTF-8 that was encoded twice is decoded twice", "[text][charset]") {
  CHECK(repair_code_points("MÃ¼ller kauft SÃ¶hne") == "Müller kauft Söhne");
  CHECK(repair_code_points("Itâ€™s done") == "It’s done");
}

TEST_CASE("Text that only holds such signs among others is left alone", "[text][charset]") {
  CHECK(repair_code_points("Ã and Müller") == "Ã and Müller");
  CHECK(repair_code_points("é à la carte") == "é à la carte");
}

TEST_CASE("C1 code points become what Windows-1252 has there", "[text][charset]") {
  CHECK(repair_code_points("don\xC2\x92t") == "don’t");
}

TEST_CASE("Stray bytes in UTF-8 are Windows-1252, torn sequences are lost", "[text][charset]") {
  CHECK(repair_mixed_utf8("上海 caf\xE9 don\x92t") == "上海 café don’t");
  CHECK(repair_mixed_utf8("上\xE6\xB5 x") == "上\xEF\xBF\xBD x");
}

TEST_CASE("Soundness counts sequences and faults", "[text][charset]") {
  const auto found = utf8_soundness("aé海\xFF");
  CHECK(found.sequences == 2);
  CHECK(found.long_sequences == 1);
  CHECK(found.malformed == 1);
  CHECK(utf8_soundness("plain").is_ascii());
  CHECK(count_high_bytes("aé") == 2);
}

}  // namespace tipoff
