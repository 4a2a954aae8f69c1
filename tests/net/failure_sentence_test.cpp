#include "net/failure_sentence.h"

#include <cerrno>

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
HopEnd ended(CURLcode code, HopStage stage = HopStage::waiting) {
  HopEnd end;
  end.code = code;
  end.stage = stage;
  end.host = "wire.example";
  end.connect_timeout = 10s;
  end.timeout = 30s;
  return end;
}
}  // namespace

TEST_CASE("A time-out says what was waited for, and how long", "[failure_sentence]") {
  const auto [stage, sentence] = GENERATE(table<HopStage, std::string>({
      {HopStage::resolving, "the name wire.example could not be looked up within 10 s"},
      {HopStage::connecting, "no connection to wire.example within 10 s"},
      {HopStage::waiting, "no answer within 30 s"},
      {HopStage::receiving, "the answer was not complete after 30 s"},
  }));
  CHECK(failure_sentence(ended(CURLE_OPERATION_TIMEDOUT, stage)) == sentence);
}

TEST_CASE("Failures to connect are told apart", "[failure_sentence]") {
  CHECK(failure_sentence(ended(CURLE_COULDNT_RESOLVE_HOST)) ==
        "the name wire.example is not known");
  auto end = ended(CURLE_COULDNT_CONNECT);
  end.os_error = ECONNREFUSED;
  CHECK(failure_sentence(end) == "wire.example refused the connection");
  end.os_error = ENETUNREACH;
  CHECK(failure_sentence(end) == "no connection to wire.example: Network is unreachable");
}

TEST_CASE("A proxy that is not there is not taken for the server", "[failure_sentence]") {
  auto end = ended(CURLE_COULDNT_CONNECT);
  end.proxy = "proxy.example";
  end.os_error = ECONNREFUSED;
  CHECK(failure_sentence(end) == "the proxy proxy.example refused the connection");
  end = ended(CURLE_OPERATION_TIMEDOUT, HopStage::connecting);
  end.proxy = "proxy.example";
  CHECK_THAT(failure_sentence(end), Catch::StartsWith("no connection to the proxy proxy.example"));
}

TEST_CASE("A certificate that is refused comes with libcurl's reason", "[failure_sentence]") {
  auto end = ended(CURLE_PEER_FAILED_VERIFICATION);
  end.detail = "certificate has expired";
  CHECK(failure_sentence(end) ==
        "the certificate of wire.example is not accepted: certificate has expired");
}

TEST_CASE("What has no sentence of its own still names host and reason", "[failure_sentence]") {
  CHECK_THAT(failure_sentence(ended(CURLE_HTTP2)),
             Catch::StartsWith("no usable answer from wire.example: "));
}

TEST_CASE("Times read as seconds", "[failure_sentence]") {
  CHECK(seconds_text(30s) == "30 s");
  CHECK(seconds_text(250ms) == "0.3 s");
  CHECK(seconds_text(1500ms) == "1.5 s");
}

}  // namespace tipoff
