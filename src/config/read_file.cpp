// Reads in pieces up to the bound, so that a device or a pipe cannot fill the memory.
#include "config/read_file.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace tipoff {

namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string reason(int error) {
  return error == ENOENT ? "does not exist" : std::generic_category().message(error);
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t largest) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return failure("is a directory");
  const std::unique_ptr<std::FILE, Close> open{std::fopen(file.c_str(), "rbe")};
  if (!open) return failure(reason(errno));
  std::string bytes;
  std::string piece(1U << 16, '\0');
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), open.get())) {
    if (bytes.size() + count > largest) {
      return failure("is larger than " + std::to_string(largest) + " bytes");
    }
    bytes.append(piece, 0, count);
  }
  if (std::ferror(open.get()) != 0) return failure(reason(errno));
  return bytes;
}

}  // namespace tipoff
