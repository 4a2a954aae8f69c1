// What kind of address a socket is about to be connected to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/transport.h"

struct sockaddr;

namespace tipoff {

/// `private_network`: loopback, RFC 1918, shared (RFC 6598), unique local, and what else the IANA
/// registries of special addresses call not globally reachable. `never`: link-local, multicast,
/// unspecified, reserved, and the addresses at which clouds tell their machines secrets.
enum class AddressKind { open, private_network, never };

/// An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) is of that one's kind. Other
/// families: never.
[[nodiscard]] AddressKind address_kind(const sockaddr& address);

/// Of an address as written, "10.0.0.1" or "[fe80::1]"; nothing where it is no address but a name.
[[nodiscard]] std::optional<AddressKind> address_kind(std::string_view text);

[[nodiscard]] std::string address_text(const sockaddr& address);

/// Once a public address has been reached, a redirect to a private one is refused whatever the
/// rule.
[[nodiscard]] bool may_connect(AddressKind kind, AddressRule rule, bool came_from_public);

struct RefusedAddress {
  std::string address;  // empty: none was refused
  AddressKind kind = AddressKind::open;
  bool came_from_public = false;
};

/// Why a host was not connected to, in one sentence for a person.
[[nodiscard]] std::string refusal_sentence(const RefusedAddress& refused, const std::string& host);

}  // namespace tipoff
