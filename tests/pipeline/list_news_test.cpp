#include "pipeline/list_news.h"

#include "catch.h"
#include "fakes/publishing_desk.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("A new version of the list is owed to the webhooks that ask for it",
          "[publish][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook("crm").lists = true;
  desk.hook("board");
  desk.hook("other").lists = true;
  desk.channels()[2].seller = "ben";
  desk.comes("orbax", Certainty::announced, false);

  CHECK(desk.publish() == 1);

  REQUIRE(desk.messages().size() == 1);
  CHECK(desk.messages()[0].channel == "crm");
  CHECK(desk.messages()[0].cause == "list:default:2");
  CHECK(parse_json(desk.messages()[0].body).value()["type"] == "call_list.updated");
  CHECK(desk.publish() == 0);
}

TEST_CASE("No later version takes the place of one that was not sent yet", "[publish][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook("crm").lists = true;
  desk.comes("orbax", Certainty::announced, false);
  CHECK(desk.publish() == 1);
  desk.comes("velmar", Certainty::announced, false);
  CHECK(desk.publish() == 1);
  CHECK(desk.messages().size() == 2);
}

}  // namespace tipoff
