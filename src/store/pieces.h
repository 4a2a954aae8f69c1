// Cuts a long text where its content says so, so that two versions of it have most pieces in
// common.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tipoff {

/// About 8 kB each, 64 kB at most; together they are the text. A cut depends on the 64 bytes before
/// it alone: after an insertion or a deletion the cuts fall where they fell (content-defined
/// chunking with a gear hash).
[[nodiscard]] std::vector<std::string_view> cut_into_pieces(std::string_view text);

/// FNV-1a, 64 bits: stable across versions and machines, for it is stored.
[[nodiscard]] std::uint64_t piece_hash(std::string_view piece);

}  // namespace tipoff
