#include "net/transport.h"

#include "catch.h"
#include "fakes/scripted_transport.h"

using namespace std::chrono_literals;

namespace tipoff {

TEST_CASE("The first of several headers counts, and a missing one is empty", "[transport]") {
  Response response;
  response.headers = {{"etag", "\"1\""}, {"etag", "\"2\""}};
  CHECK(header(response, "etag") == "\"1\"");
  CHECK(header(response, "expires").empty());
}

TEST_CASE("The scripted network answers by URL, once before always, and knows what was asked",
          "[transport]") {
  fakes::ScriptedTransport network;
  network.answer("https://wire.example/rss", 200, "always");
  Response busy;
  busy.status = 503;
  network.answer_once("https://wire.example/rss", busy);
  network.hang("https://slow.example/rss");

  std::vector<int> statuses;
  for (const char* url : {"https://wire.example/rss", "https://wire.example/rss",
                          "https://gone.example/rss", "https://slow.example/rss"}) {
    Request request;
    request.url = url;
    network.start(request, [&](const Response& response) { statuses.push_back(response.status); });
  }
  CHECK(statuses.empty());
  network.turn(0ms, {});

  CHECK(statuses == std::vector{503, 200, 0});
  CHECK(network.asked().size() == 4);
  CHECK(network.under_way() == 1);
}

}  // namespace tipoff
