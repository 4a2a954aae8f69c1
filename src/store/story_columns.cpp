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

Report report_from(SQLite::Statement& row) {
  Report report;
  report.account = row.getColumn(0).getString();
  report.article = row.getColumn(1).getInt64();
  report.feed = row.getColumn(2).getString();
  report.event = row.getColumn(3).getString();
  report.role = optional_code_of<Role>(row.getColumn(4));
  report.certainty = code_of<Certainty>(row.getColumn(5));
  report.confidence = row.getColumn(6).getDouble();
  report.rule = row.getColumn(7).getString();
  report.evidence = row.getColumn(8).getString();
  report.title = row.getColumn(9).getString();
  report.url = row.getColumn(10).getString();
  report.published = optional_time_of(row.getColumn(11));
  report.seen_at = time_of(row.getColumn(12));
  report.fingerprint = hash_of(row.getColumn(13));
  report.ambiguous = row.getColumn(14).getInt() != 0;
  report.alertable = row.getColumn(15).getInt() != 0;
  return report;
}

}  // namespace tipoff
