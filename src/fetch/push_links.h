// PushLinks: the hubs that a feed names, and the address by which they know it.
#pragma once

#include <string>
#include <vector>

#include "net/transport.h"

namespace tipoff {

/// Absolute addresses, in the order in which they were named.
struct PushLinks {
  std::vector<std::string> hubs;  // rel="hub", `most_hubs` at the most
  std::string self;               // rel="self"; WebSub calls it the topic

  [[nodiscard]] bool are_whole() const { return !hubs.empty() && !self.empty(); }
  bool operator==(const PushLinks&) const = default;
};

inline constexpr std::size_t most_hubs = 8;

/// Whether a rel attribute, words with blanks between them, holds the word; in any case.
[[nodiscard]] bool has_relation(std::string_view rel, std::string_view word);

/// Adds what a link of this relation says; another relation says nothing. The first self counts.
void add_push_link(PushLinks& links, std::string_view rel, std::string address);

/// Of the Link headers (RFC 8288) of an answer; those that speak of another page (`anchor`) say
/// nothing.
[[nodiscard]] PushLinks push_links(const Response& response);

}  // namespace tipoff
