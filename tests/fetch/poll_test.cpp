#include "fetch/poll.h"

#include <algorithm>

#include "catch.h"
#include "fetch/schedule.h"

using namespace std::chrono_literals;
using Catch::StartsWith;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Feed wire() {
  Feed feed;
  feed.url = "https://wire.example/rss";
  return feed;
}

FeedState known() {
  FeedState state;
  state.etag = "W/\"7\"";
  state.last_modified = "yesterday, roughly";  // opaque: sent back as it came
  state.validators_since = noon - 24h;
  return state;
}

bool has(const Request& request, const std::string& line) {
  return std::ranges::find(request.headers, line) != request.headers.end();
}

Response answered(int status, std::string body = "") {
  Response response;
  response.status = status;
  response.body = std::move(body);
  response.url = "https://wire.example/rss";
  return response;
}
}  // namespace

TEST_CASE("A poll says who asks, and whom to turn to", "[poll]") {
  FetchSettings settings;
  CHECK(has(poll_request(wire(), {}, settings, noon), "User-Agent: Tipoff/" TIPOFF_VERSION));

  settings.contact = "https://sales.example/bot";
  CHECK(has(poll_request(wire(), {}, settings, noon),
            "User-Agent: Tipoff/" TIPOFF_VERSION " (+https://sales.example/bot)"));

  settings.user_agent = "Own/1";
  CHECK(has(poll_request(wire(), {}, settings, noon), "User-Agent: Own/1"));
}

TEST_CASE("A poll is a GET that sends both validators back as they came", "[poll]") {
  const auto request = poll_request(wire(), known(), {}, noon);

  CHECK_FALSE(request.post);
  CHECK(has(request, "If-None-Match: W/\"7\""));
  CHECK(has(request, "If-Modified-Since: yesterday, roughly"));
}

TEST_CASE("Validators are dropped after eight days, so that a server stuck on 304 heals",
          "[poll]") {
  auto state = known();
  state.validators_since = noon - 192h + 1s;
  CHECK(sends_validators(state, noon));

  state.validators_since = noon - 192h;
  CHECK_FALSE(sends_validators(state, noon));
  CHECK_FALSE(has(poll_request(wire(), state, {}, noon), "If-None-Match: W/\"7\""));
}

TEST_CASE("Validators from the future of a clock that was set back are dropped", "[poll]") {
  auto state = known();
  state.validators_since = noon + 1h;
  CHECK_FALSE(sends_validators(state, noon));
}

TEST_CASE("A poll takes its limits from the settings and its freedoms from the feed", "[poll]") {
  FetchSettings settings;
  settings.timeout = 7s;
  settings.connect_timeout = 3s;
  settings.body_cap = 1000;
  settings.proxy = "http://proxy.example:3128";
  settings.ca_file = "/etc/ca.pem";
  auto feed = wire();
  auto request = poll_request(feed, {}, settings, noon);
  CHECK(request.timeout == 7s);
  CHECK(request.connect_timeout == 3s);
  CHECK(request.body_cap == 1000);
  CHECK(request.proxy == "http://proxy.example:3128");
  CHECK(request.ca_file == "/etc/ca.pem");
  CHECK(request.addresses == AddressRule::public_only);
  CHECK_FALSE(request.local_files);
  CHECK_FALSE(request.keep_connection);

  feed.allow_private_networks = true;
  feed.searched_account = "acme";
  request = poll_request(feed, {}, settings, noon);
  CHECK(request.addresses == AddressRule::private_too);
  CHECK(request.keep_connection);  // every account's search goes to the same host

  feed.url = "file:///srv/feed.xml";
  CHECK(poll_request(feed, {}, settings, noon).local_files);
}

TEST_CASE(
    "A feed that has moved is asked at its new address once three answers in a row have said so",
    "[poll]") {
  FeedState state;
  state.moved_to = "https://new.example/rss";
  state.moved_seen = 2;
  CHECK(poll_request(wire(), state, {}, noon).url == "https://wire.example/rss");
  state.moved_seen = 3;
  CHECK(poll_request(wire(), state, {}, noon).url == "https://new.example/rss");
}

TEST_CASE("An answer with a body is news, with its validators and its address", "[poll]") {
  auto response = answered(200, "<rss/>");
  response.headers = {{"content-type", "text/xml"},
                      {"etag", "\"8\""},
                      {"last-modified", "now"},
                      {"cache-control", "max-age=60"}};
  response.url = "https://wire.example/moved";
  response.moved_to = response.url;

  const auto outcome = poll_outcome(response, noon);

  CHECK(outcome.kind == PollKind::news);
  CHECK(outcome.body == "<rss/>");
  CHECK(outcome.content_type == "text/xml");
  CHECK(outcome.etag == "\"8\"");
  CHECK(outcome.last_modified == "now");
  CHECK(outcome.url == "https://wire.example/moved");
  CHECK(outcome.moved_to == "https://wire.example/moved");
  CHECK(outcome.fresh_for == 1min);
  CHECK(outcome.failure.empty());
}

TEST_CASE("A 304 means unchanged, but only to one who asked that", "[poll]") {
  CHECK(poll_outcome(answered(304), noon, true).kind == PollKind::not_modified);

  const auto unasked = poll_outcome(answered(304), noon, false);
  CHECK(unasked.kind == PollKind::failed);
  CHECK(unasked.failure == "the server says that nothing has changed, but was not asked that");
}

TEST_CASE("Retry-After counts on 429 and 503 alone", "[poll]") {
  const auto [status, wait] = GENERATE(table<int, std::optional<std::chrono::seconds>>(
      {{429, 90s}, {503, 90s}, {500, std::nullopt}, {200, std::nullopt}}));
  auto response = answered(status, "x");
  response.headers = {{"retry-after", "90"}};
  CHECK(poll_outcome(response, noon).retry_after == wait);
}

TEST_CASE("A 410 is the end of a feed", "[poll]") {
  const auto outcome = poll_outcome(answered(410, "gone"), noon);
  CHECK(outcome.kind == PollKind::gone);
  CHECK_FALSE(outcome.failure.empty());
}

TEST_CASE("Every other answer is a failure that a person understands", "[poll]") {
  const auto [status, sentence] = GENERATE(table<int, std::string>({
      {200, "the server sent an empty answer"},
      {204, "the server answered 204"},
      {301, "the server answered 301"},
      {403, "the server answered 403 (it does not let us in)"},
      {404, "the server answered 404 (there is nothing at this address)"},
      {429, "the server answered 429 (we ask too often)"},
      {503, "the server answered 503 (it is overloaded or closed for a while)"},
      {599, "the server answered 599"},
  }));
  const auto outcome = poll_outcome(answered(status), noon);
  CHECK(outcome.kind == PollKind::failed);
  CHECK(outcome.failure == sentence);
}

TEST_CASE("Where no answer came, the transport's sentence stands", "[poll]") {
  Response response;
  response.failure = "no answer within 30 s";
  const auto outcome = poll_outcome(response, noon);
  CHECK(outcome.kind == PollKind::failed);
  CHECK(outcome.failure == "no answer within 30 s");
}

}  // namespace tipoff
