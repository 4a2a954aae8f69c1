#include "net/address_kind.h"

#include <netinet/in.h>
#include <sys/un.h>

#include "catch.h"

namespace tipoff {

TEST_CASE("Addresses of the open internet are open", "[address]") {
  const auto* address = GENERATE(
      "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
      "198.17.255.255", "198.20.0.0", "223.255.255.255", "169.253.1.1", "2606:4700::1111",
      "[2a00:1450:4001::1]", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1");
  CAPTURE(address);
  CHECK(address_kind(address) == AddressKind::open);
}

TEST_CASE("Addresses of private networks are private, however they are wrapped", "[address]") {
  const auto* address = GENERATE(
      "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
      "100.64.0.1", "100.127.255.255", "198.18.0.1", "192.0.2.1", "203.0.113.9", "::1", "[::1]",
      "fc00::1", "fdff::1", "fec0::1", "::ffff:127.0.0.1", "[::ffff:10.0.0.1]", "::10.0.0.1",
      "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::1", "2001:db8::1", "2001::1");
  CAPTURE(address);
  CHECK(address_kind(address) == AddressKind::private_network);
}

TEST_CASE("Link-local, metadata, multicast and unspecified addresses are never asked",
          "[address]") {
  const auto* address = GENERATE(
      "169.254.169.254", "169.254.0.1", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.250",
      "255.255.255.255", "240.0.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192",
      "::", "fe80::1", "[fe80::1%eth0]", "febf::1", "ff02::1", "fd00:ec2::254",
      "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "100::1");
  CAPTURE(address);
  CHECK(address_kind(address) == AddressKind::never);
}

TEST_CASE("A name is no address", "[address]") {
  const auto* name = GENERATE("wire.example", "localhost", "", "[]", "10.0.0", "1.2.3.4.5");
  CHECK_FALSE(address_kind(name));
}

TEST_CASE("A socket's address is judged like a written one", "[address]") {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_addr.s_addr = htonl(0x7f000001);
  CHECK(address_kind(reinterpret_cast<const sockaddr&>(v4)) == AddressKind::private_network);
  CHECK(address_text(reinterpret_cast<const sockaddr&>(v4)) == "127.0.0.1");

  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_addr = in6addr_loopback;
  CHECK(address_kind(reinterpret_cast<const sockaddr&>(v6)) == AddressKind::private_network);
  CHECK(address_text(reinterpret_cast<const sockaddr&>(v6)) == "::1");

  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  CHECK(address_kind(reinterpret_cast<const sockaddr&>(local)) == AddressKind::never);
}

TEST_CASE("Private addresses need leave, and a public server cannot give it", "[address]") {
  using enum AddressKind;
  using enum AddressRule;
  const auto [kind, rule, came_from_public, allowed] =
      GENERATE(table<AddressKind, AddressRule, bool, bool>({
          {open, public_only, false, true},
          {open, public_only, true, true},
          {open, private_too, true, true},
          {private_network, public_only, false, false},
          {private_network, private_too, false, true},
          {private_network, private_too, true, false},
          {private_network, public_only, true, false},
          {never, public_only, false, false},
          {never, private_too, false, false},
          {never, private_too, true, false},
      }));
  CHECK(may_connect(kind, rule, came_from_public) == allowed);
}

TEST_CASE("A refusal names host and address, and why", "[address]") {
  using enum AddressKind;
  CHECK(
      refusal_sentence({"10.0.0.1", private_network, false}, "intranet.example") ==
      "intranet.example (10.0.0.1) is in a private network, which is not allowed for this address");
  CHECK(refusal_sentence({"10.0.0.1", private_network, true}, "10.0.0.1") ==
        "10.0.0.1 is in a private network, and a public server redirected there");
  CHECK(refusal_sentence({"fe80::1", never, true}, "wire.example") ==
        "wire.example (fe80::1) is link-local, a metadata service or otherwise never asked");
}

}  // namespace tipoff
