// The four methods that the Recommendation names, from libcrypto.
#include "net/hub_signature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace tipoff {
namespace {

struct Method {
  std::string_view name;
  const EVP_MD* (*digest)();
};

constexpr std::array methods{Method{"sha256", EVP_sha256}, Method{"sha512", EVP_sha512},
                             Method{"sha384", EVP_sha384}, Method{"sha1", EVP_sha1}};

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return folded;
}

std::string hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(count * 2);
  for (std::size_t i = 0; i < count; ++i) {
    text += digits[bytes[i] >> 4U];
    text += digits[bytes[i] & 0xFU];
  }
  return text;
}

std::string hmac_hex(const Method& method, std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  const unsigned char empty = 0;
  const auto* text =
      message.empty() ? &empty : reinterpret_cast<const unsigned char*>(message.data());
  if (HMAC(method.digest(), key.data(), static_cast<int>(key.size()), text, message.size(),
           digest.data(), &size) == nullptr)
    throw std::runtime_error("libcrypto computes no HMAC");
  return hex(digest.data(), size);
}

}  // namespace

bool is_signed_by_hub(std::string_view header, std::string_view secret, std::string_view body) {
  const auto sign = header.find('=');
  if (sign == std::string_view::npos || secret.empty()) return false;
  const std::string name = lower(header.substr(0, sign));
  const std::string given = lower(header.substr(sign + 1));
  for (const Method& method : methods) {
    if (method.name != name) continue;
    const std::string right = hmac_hex(method, secret, body);
    return given.size() == right.size() &&
           CRYPTO_memcmp(given.data(), right.data(), right.size()) == 0;
  }
  return false;
}

std::string random_hex(std::size_t bytes) {
  std::string random(bytes, '\0');
  auto* begin = reinterpret_cast<unsigned char*>(random.data());
  if (RAND_bytes(begin, static_cast<int>(bytes)) != 1)
    throw std::runtime_error("the system gives no random numbers");
  return hex(begin, bytes);
}

}  // namespace tipoff
