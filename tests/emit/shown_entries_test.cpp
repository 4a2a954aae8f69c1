// Which entries of a call list are shown, and the words that all its renderings share.
#include "emit/shown_entries.h"

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

TEST_CASE("Top bounds what is shown, and 0 shows all", "[emit]") {
  const CallList list = samples::call_list();
  RenderOptions options;
  CHECK(shown_entries(list, options).size() == 2);
  options.top = 1;
  CHECK(shown_entries(list, options).size() == 1);
  options.top = 9;
  CHECK(shown_entries(list, options).size() == 2);
}

TEST_CASE("A list is headed by its seller and its edition", "[emit]") {
  CallList list = samples::call_list();
  CHECK(heading_of(list) == "Call list");
  CHECK(edition_of(list) == "version 12, 2026-03-02 08:00 UTC");
  list.seller = "anna";
  list.version = 0;
  CHECK(heading_of(list) == "Call list of anna");
  CHECK(edition_of(list) == "no version yet");
}

TEST_CASE("A contact is told by what is known of it", "[emit]") {
  CHECK(contact_in_words(samples::contact("Jana Holt", "COO")) == "Jana Holt, COO");
  CHECK(contact_in_words(samples::contact("Jana Holt", "")) == "Jana Holt");
  CHECK(contact_in_words(samples::contact("", "COO")) == "COO");
  CHECK(contact_in_words({}).empty());
}

}  // namespace tipoff
