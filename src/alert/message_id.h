// The ids that tell messages apart, the same for the same cause.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tipoff {

/// 32 hexadecimal digits, the same for the same parts. Not a secret: the key keeps these apart from
/// other hashes.
[[nodiscard]] std::string stable_id(std::initializer_list<std::string_view> parts);

/// The sender's domain, for the right-hand side of a Message-ID.
[[nodiscard]] std::string message_domain(const std::string& from);

}  // namespace tipoff
