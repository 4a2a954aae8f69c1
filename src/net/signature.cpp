// HMAC, base64 and random numbers from libcrypto.
#include "net/signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace tipoff {
namespace {

constexpr std::string_view secret_prefix = "whsec_";

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  const unsigned char empty = 0;
  if (HMAC(EVP_sha256(), key.empty() ? &empty : bytes_of(key), static_cast<int>(key.size()),
           message.empty() ? &empty : bytes_of(message), message.size(), digest.data(),
           &size) == nullptr)
    throw std::runtime_error("libcrypto computes no HMAC");
  return {digest.begin(), digest.begin() + size};
}

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes_of(bytes),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

Result<std::string> from_base64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos)
      return failure("not base64: '" + std::string(1, c) + "' does not belong there");
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xff);
  }
  if (count == 6) return failure("not base64: the end is missing");
  return bytes;
}

std::uint64_t random_number() {
  std::array<unsigned char, sizeof(std::uint64_t)> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw std::runtime_error("the system gives no random numbers");
  std::uint64_t number = 0;
  for (const unsigned char byte : bytes) number = number << 8 | byte;
  return number;
}

Result<std::string> webhook_signature(std::span<const std::string> secrets, std::string_view id,
                                      std::int64_t timestamp, std::string_view body) {
  if (secrets.empty()) return failure("a webhook needs a secret to sign with");
  std::string signed_text(id);
  signed_text += "." + std::to_string(timestamp) + ".";
  signed_text += body;
  std::string signatures;
  for (const std::string_view secret : secrets) {
    if (!secret.starts_with(secret_prefix)) return failure("a webhook's secret begins with whsec_");
    const auto key = from_base64(secret.substr(secret_prefix.size()));
    if (!key || key->empty())
      return failure("what follows whsec_ in a webhook's secret must be base64");
    if (!signatures.empty()) signatures += ' ';
    signatures += "v1," + base64(hmac_sha256(*key, signed_text));
  }
  return signatures;
}

std::string feishu_signature(std::string_view secret, std::int64_t timestamp) {
  return base64(hmac_sha256(std::to_string(timestamp) + "\n" + std::string(secret), ""));
}

std::string dingtalk_signature(std::string_view secret, std::int64_t timestamp) {
  return base64(hmac_sha256(secret, std::to_string(timestamp) + "\n" + std::string(secret)));
}

double chance() {
  return static_cast<double>(random_number() >> 11U) * 0x1p-53;
}

}  // namespace tipoff
