// Fingerprints to bytes and back.
#include "store/story_columns.h"

#include <cstddef>

namespace tipoff {
namespace {

constexpr std::size_t width = 8;

}  // namespace

std::string bytes_of(const std::vector<std::uint64_t>& fingerprints) {
  std::string bytes;
  bytes.reserve(fingerprints.size() * width);
  for (const auto fingerprint : fingerprints) {
    for (std::size_t byte = 0; byte < width; ++byte) {
      bytes.push_back(static_cast<char>((fingerprint >> (8 * byte)) & 0xff));
    }
  }
  return bytes;
}

std::vector<std::uint64_t> fingerprints_of(const SQLite::Column& column) {
  const auto* bytes = static_cast<const unsigned char*>(column.getBlob());
  const auto count = static_cast<std::size_t>(column.getBytes()) / width;
  std::vector<std::uint64_t> fingerprints(count, 0);
  for (std::size_t at = 0; at < count * width; ++at) {
    fingerprints[at / width] |= static_cast<std::uint64_t>(bytes[at]) << (8 * (at % width));
  }
  return fingerprints;
}

}  // namespace tipoff
