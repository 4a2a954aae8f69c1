// Ids by keyed hash: short, and the same on every machine.
#include "alert/message_id.h"

#include <algorithm>

#include "alert/mime.h"
#include "net/signature.h"

namespace tipoff {

std::string stable_id(std::initializer_list<std::string_view> parts) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string joined;
  for (const std::string_view part : parts)
    joined += std::to_string(part.size()) + ':' + std::string(part);
  std::string id;
  for (const char c : hmac_sha256("tipoff message", joined).substr(0, 16)) {
    id += digits[static_cast<unsigned char>(c) >> 4U];
    id += digits[static_cast<unsigned char>(c) & 15U];
  }
  return id;
}

std::string message_domain(const std::string& from) {
  const std::string address = mailbox(from).address;
  const std::size_t at = address.rfind('@');
  const std::string domain = at == std::string::npos ? "" : address.substr(at + 1);
  const bool usable = !domain.empty() && std::all_of(domain.begin(), domain.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
  });
  return usable ? domain : "tipoff.invalid";
}

}  // namespace tipoff
