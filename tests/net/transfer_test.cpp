#include "net/transfer.h"

#include "catch.h"

namespace tipoff {

namespace {
Request to(std::string url) {
  Request request;
  request.url = std::move(url);
  return request;
}

Response without_network(Request request) {
  Response answer;
  Transfer transfer(std::move(request), [&](Response response) { answer = std::move(response); });
  REQUIRE_FALSE(transfer.prepare());
  transfer.deliver();
  return answer;
}
}  // namespace

TEST_CASE("Only a host that is a name waits for the resolver", "[transfer]") {
  prepare_curl();
  const auto [url, name] = GENERATE(table<std::string, bool>({{"http://wire.example/", true},
                                                              {"http://127.0.0.1/", false},
                                                              {"http://[::1]/", false},
                                                              {"http://0x7f.1/", false}}));
  Transfer transfer(to(url), [](const Response&) {});
  CHECK(transfer.needs_name() == name);
  CHECK(transfer.is_resolving() == name);
}

TEST_CASE("A request that can only fail fails before any network", "[transfer]") {
  prepare_curl();
  CHECK(without_network(to("")).failure == "the address is not a valid URL");
  CHECK(without_network(to("gopher://wire.example/")).failure ==
        "only http and https addresses can be asked");
  CHECK(without_network(to("http://10.1.2.3/")).failure ==
        "10.1.2.3 is in a private network, which is not allowed for this address");
  auto metadata = to("http://169.254.169.254/");
  metadata.addresses = AddressRule::private_too;
  CHECK(without_network(metadata).failure ==
        "169.254.169.254 is link-local, a metadata service or otherwise never asked");
}

TEST_CASE("A file is read where files are allowed", "[transfer]") {
  prepare_curl();
  auto request = to("file://" SOURCE_ROOT "/CMakeLists.txt");
  CHECK(without_network(request).failure == "only http and https addresses can be asked");
  request.local_files = true;
  CHECK(without_network(request).status == 200);
}

TEST_CASE("A proxy does not carry a request to an address that may not be asked", "[transfer]") {
  prepare_curl();
  auto request = to("http://192.168.0.1/");
  request.proxy = "http://proxy.example:3128";
  CHECK_THAT(without_network(request).failure,
             Catch::StartsWith("192.168.0.1 is in a private network"));
}

}  // namespace tipoff
