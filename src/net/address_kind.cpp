// Sorts addresses by the IANA special-purpose registries (RFC 6890) and the clouds' metadata
// services.
#include "net/address_kind.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstring>

namespace tipoff {
namespace {

using enum AddressKind;

struct V4Block {
  std::uint32_t first;
  int bits;
  AddressKind kind;
};

constexpr std::uint32_t v4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

// The first block that holds an address decides.
constexpr std::array v4_blocks{
    V4Block{v4(100, 100, 100, 200), 32, never},  // metadata (Alibaba Cloud)
    V4Block{v4(168, 63, 129, 16), 32, never},    // metadata (Azure)
    V4Block{v4(192, 0, 0, 192), 32, never},      // metadata (Oracle Cloud)
    V4Block{v4(169, 254, 0, 0), 16, never},      // link-local, and the usual metadata address
    V4Block{v4(0, 0, 0, 0), 8, never},           // "this network": Linux takes 0.0.0.0 for loopback
    V4Block{v4(224, 0, 0, 0), 4, never},         // multicast
    V4Block{v4(240, 0, 0, 0), 4, never},         // reserved, broadcast
    V4Block{v4(127, 0, 0, 0), 8, private_network},      // loopback
    V4Block{v4(10, 0, 0, 0), 8, private_network},       // RFC 1918
    V4Block{v4(172, 16, 0, 0), 12, private_network},    // RFC 1918
    V4Block{v4(192, 168, 0, 0), 16, private_network},   // RFC 1918
    V4Block{v4(100, 64, 0, 0), 10, private_network},    // shared (RFC 6598)
    V4Block{v4(192, 0, 0, 0), 24, private_network},     // protocol assignments
    V4Block{v4(192, 0, 2, 0), 24, private_network},     // documentation
    V4Block{v4(198, 51, 100, 0), 24, private_network},  // documentation
    V4Block{v4(203, 0, 113, 0), 24, private_network},   // documentation
    V4Block{v4(198, 18, 0, 0), 15, private_network},    // benchmarks
};

AddressKind kind_of_v4(std::uint32_t address) {
  for (const auto& block : v4_blocks)
    if ((address ^ block.first) >> (32 - block.bits) == 0) return block.kind;
  return open;
}

using V6 = std::array<std::uint8_t, 16>;

struct V6Block {
  V6 first;
  std::size_t bits;
  AddressKind kind;
};

constexpr std::array v6_blocks{
    V6Block{{0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54},
            128,
            never},           // metadata (AWS)
    V6Block{{}, 128, never},  // unspecified
    V6Block{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, private_network},  // loopback
    V6Block{{0xfe, 0x80}, 10, never},                                                 // link-local
    V6Block{{0xff}, 8, never},                                                        // multicast
    V6Block{{0xfc}, 7, private_network},                                 // unique local
    V6Block{{0xfe, 0xc0}, 10, private_network},                          // site-local (RFC 3879)
    V6Block{{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, private_network},  // local NAT64 (RFC 8215)
    V6Block{{0x01, 0x00}, 64, never},                                    // discard (RFC 6666)
    V6Block{{0x20, 0x01, 0x00, 0x00}, 32, private_network},              // Teredo
    V6Block{{0x20, 0x01, 0x0d, 0xb8}, 32, private_network},              // documentation
    V6Block{{0x3f, 0xff}, 20, private_network},                          // documentation
};

struct Carrier {
  V6 first;
  std::size_t bits;
  std::size_t v4_at;  // byte at which the IPv4 address begins
};

constexpr std::array carriers{
    Carrier{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, 12},  // IPv4-mapped
    Carrier{{0x00, 0x64, 0xff, 0x9b}, 96, 12},                    // NAT64 (RFC 6052)
    Carrier{{0x20, 0x02}, 16, 2},                                 // 6to4
    Carrier{{}, 96, 12},  // IPv4-compatible, after :: and ::1
};

bool begins_with(const V6& address, const V6& first, std::size_t bits) {
  const std::size_t whole = bits / 8;
  if (std::memcmp(address.data(), first.data(), whole) != 0) return false;
  const std::size_t rest = bits % 8;
  return rest == 0 || (address[whole] ^ first[whole]) >> (8 - rest) == 0;
}

AddressKind kind_of_v6(const V6& address) {
  for (const auto& block : v6_blocks)
    if (begins_with(address, block.first, block.bits)) return block.kind;
  for (const auto& carrier : carriers)
    if (begins_with(address, carrier.first, carrier.bits)) {
      const std::uint8_t* at = address.data() + carrier.v4_at;
      return kind_of_v4(v4(at[0], at[1], at[2], at[3]));
    }
  return open;
}

V6 bytes_of(const in6_addr& address) {
  V6 bytes{};
  std::memcpy(bytes.data(), &address, bytes.size());
  return bytes;
}

}  // namespace

AddressKind address_kind(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4_address{};
    std::memcpy(&v4_address, &address, sizeof v4_address);
    return kind_of_v4(ntohl(v4_address.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6_address{};
    std::memcpy(&v6_address, &address, sizeof v6_address);
    return kind_of_v6(bytes_of(v6_address.sin6_addr));
  }
  return never;
}

std::optional<AddressKind> address_kind(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  const std::string plain(text.substr(0, text.find('%')));
  if (in_addr address{}; inet_pton(AF_INET, plain.c_str(), &address) == 1)
    return kind_of_v4(ntohl(address.s_addr));
  if (in6_addr address{}; inet_pton(AF_INET6, plain.c_str(), &address) == 1)
    return kind_of_v6(bytes_of(address));
  return std::nullopt;
}

std::string address_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* at = nullptr;
  sockaddr_in v4_address{};
  sockaddr_in6 v6_address{};
  if (address.sa_family == AF_INET) {
    std::memcpy(&v4_address, &address, sizeof v4_address);
    at = &v4_address.sin_addr;
  } else if (address.sa_family == AF_INET6) {
    std::memcpy(&v6_address, &address, sizeof v6_address);
    at = &v6_address.sin6_addr;
  } else {
    return "an address of another family";
  }
  inet_ntop(address.sa_family, at, text.data(), static_cast<socklen_t>(text.size()));
  return text.data();
}

bool may_connect(AddressKind kind, AddressRule rule, bool came_from_public) {
  switch (kind) {
    case open:
      return true;
    case private_network:
      return rule == AddressRule::private_too && !came_from_public;
    case never:
      break;
  }
  return false;
}

std::string refusal_sentence(const RefusedAddress& refused, const std::string& host) {
  const std::string where = host == refused.address ? host : host + " (" + refused.address + ")";
  if (refused.kind == never)
    return where + " is link-local, a metadata service or otherwise never asked";
  if (refused.came_from_public)
    return where + " is in a private network, and a public server redirected there";
  return where + " is in a private network, which is not allowed for this address";
}

}  // namespace tipoff
