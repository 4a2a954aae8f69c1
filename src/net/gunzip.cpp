// libdeflate wants to know the size beforehand: gzip's own trailer is the first guess, then twice
// as much, up to the cap.
#include "net/gunzip.h"

#include <libdeflate.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <new>
#include <vector>

namespace tipoff {
namespace {

constexpr std::size_t most_encodings = 2;
constexpr std::size_t least_room = 4096;
constexpr std::size_t most_expansion = 1032;  // of deflate: a byte cannot stand for more

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* handle) const { libdeflate_free_decompressor(handle); }
};

using Decompress = libdeflate_result (*)(libdeflate_decompressor*, const void*, std::size_t, void*,
                                         std::size_t, std::size_t*, std::size_t*);

struct Piece {
  libdeflate_result result = LIBDEFLATE_BAD_DATA;
  std::size_t read = 0;
  std::size_t written = 0;
};

/// One gzip member or deflate stream, appended to `out`, which may grow to `cap`.
Piece inflate_piece(Decompress decompress, std::string_view in, std::string& out, std::size_t cap,
                    std::size_t guess) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (!decompressor) throw std::bad_alloc();
  const std::size_t start = out.size();
  std::size_t room = std::clamp(guess, least_room, std::max(least_room, cap - start));
  for (;;) {
    room = std::min(room, cap - start);
    out.resize(start + room);
    Piece piece;
    piece.result = decompress(decompressor.get(), in.data(), in.size(), out.data() + start, room,
                              &piece.read, &piece.written);
    const bool full = piece.result == LIBDEFLATE_INSUFFICIENT_SPACE;
    if (!full || room == cap - start) {
      out.resize(start + (piece.result == LIBDEFLATE_SUCCESS ? piece.written : 0));
      return piece;
    }
    room *= 2;
  }
}

/// What the last member says of its size, modulo 4 GB; 0 where that cannot be, as in half an answer.
std::size_t gzip_size(std::string_view in) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4 && in.size() >= 4; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(in[in.size() - 4 + i])) << (8 * i);
  return size > in.size() * most_expansion ? 0 : size;
}

Result<std::string> broken(libdeflate_result result, std::string_view format, std::size_t cap) {
  if (result == LIBDEFLATE_INSUFFICIENT_SPACE)
    return failure("the answer unpacks to more than " + size_text(cap));
  return failure("the server called its answer " + std::string(format) +
                 ", but it is none or not whole");
}

Result<std::string> gunzip(std::string_view in, std::size_t cap) {
  std::string out;
  // A bomb need not be unpacked to be known.
  if (in.starts_with("\x1f\x8b") && gzip_size(in) > cap)
    return broken(LIBDEFLATE_INSUFFICIENT_SPACE, "gzip", cap);
  do {
    const Piece piece = inflate_piece(libdeflate_gzip_decompress_ex, in, out, cap, gzip_size(in));
    if (piece.result != LIBDEFLATE_SUCCESS) return broken(piece.result, "gzip", cap);
    in.remove_prefix(piece.read);
  } while (in.starts_with(
      "\x1f\x8b"));  // members may follow one another (RFC 1952, 2.2); padding is ignored
  return out;
}

/// "deflate" is the zlib format (RFC 9110, 8.4.1.2), but some servers send the bare stream.
Result<std::string> undeflate(std::string_view in, std::size_t cap) {
  std::string out;
  Piece piece = inflate_piece(libdeflate_zlib_decompress_ex, in, out, cap, in.size() * 4);
  if (piece.result == LIBDEFLATE_BAD_DATA)
    piece = inflate_piece(libdeflate_deflate_decompress_ex, in, out, cap, in.size() * 4);
  if (piece.result != LIBDEFLATE_SUCCESS) return broken(piece.result, "deflate", cap);
  return out;
}

std::vector<std::string> listed(std::string_view encodings) {
  std::vector<std::string> names(1);
  for (const char c : encodings) {
    if (c == ',')
      names.emplace_back();
    else if (c != ' ' && c != '\t')
      names.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::erase_if(names, [](const std::string& name) { return name.empty() || name == "identity"; });
  return names;
}

}  // namespace

Result<std::string> decode_content(std::string body, std::string_view encodings, std::size_t cap) {
  auto names = listed(encodings);
  if (names.size() > most_encodings) return failure("the server packed its answer more than twice");
  if (body.empty()) return body;
  for (; !names.empty(); names.pop_back()) {  // the last one named was applied last
    const std::string& name = names.back();
    Result<std::string> decoded = failure("the server packed its answer as " + name.substr(0, 32) +
                                          ", which was not asked for");
    if (name == "gzip" || name == "x-gzip") decoded = gunzip(body, cap);
    if (name == "deflate") decoded = undeflate(body, cap);
    if (!decoded) return decoded;
    body = *std::move(decoded);
  }
  return body;
}

std::string size_text(std::size_t bytes) {
  constexpr std::size_t mega = 1U << 20;
  constexpr std::size_t kilo = 1U << 10;
  if (bytes >= mega && bytes % mega == 0) return std::to_string(bytes / mega) + " MB";
  if (bytes >= kilo && bytes % kilo == 0) return std::to_string(bytes / kilo) + " kB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace tipoff
