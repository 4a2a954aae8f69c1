// Replaces files whole or not at all.
#include "emit/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <system_error>
#include <utility>

namespace tipoff {
namespace {

namespace fs = std::filesystem;

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

std::unexpected<Error> cannot_write(const fs::path& path, int reason) {
  return failure(path.string() + " cannot be written: " + std::generic_category().message(reason));
}

/// Where a symbolic link leads, so that the link stays and its file is replaced.
fs::path behind_links(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_symlink(path, ignored)) return path;
  fs::path target = fs::weakly_canonical(path, ignored);
  return target.empty() ? path : target;
}

bool holds(const fs::path& path, std::string_view bytes) {
  struct stat state{};
  if (::stat(path.c_str(), &state) != 0 || !S_ISREG(state.st_mode) ||
      std::cmp_not_equal(state.st_size, bytes.size()))
    return false;
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  char block[1 << 16];
  while (file.is_open()) {
    const ssize_t count = ::read(file.number(), block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0 && bytes.empty();
    const auto length = static_cast<std::size_t>(count);
    if (bytes.substr(0, length) != std::string_view(block, length)) return false;
    bytes.remove_prefix(length);
  }
  return false;
}

/// Whether the locked file is still the one that its name leads to.
bool is_named(const FileDescriptor& file, const fs::path& path) {
  struct stat open_file{};
  struct stat named{};
  return ::fstat(file.number(), &open_file) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

/// The temporary file, locked: its name is fixed, so that what a killed writer left is used again,
/// and the lock keeps two writers apart. Not open, with errno set, where that fails.
FileDescriptor open_temporary(const fs::path& path) {
  while (true) {
    FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file.is_open()) return file;
    while (::flock(file.number(), LOCK_EX) != 0)
      if (errno != EINTR) return FileDescriptor(-1);
    if (is_named(file, path)) return file;
  }
}

bool write_all(const FileDescriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Who may read the old file may read the new one.
void keep_mode(const FileDescriptor& file, const fs::path& old) {
  struct stat state{};
  if (::stat(old.c_str(), &state) != 0) return;
  if (::fchmod(file.number(), state.st_mode & 07777) != 0)
    return;  // not ours: the umask's mode stays
}

/// 0, or the errno of the step that failed.
int replace(const FileDescriptor& file, const fs::path& temporary, const fs::path& target,
            std::string_view bytes) {
  keep_mode(file, target);
  const bool done = ::ftruncate(file.number(), 0) == 0 && write_all(file, bytes) &&
                    ::fsync(file.number()) == 0 && ::rename(temporary.c_str(), target.c_str()) == 0;
  if (done) return 0;
  const int reason = errno;
  ::unlink(temporary.c_str());
  return reason;
}

int sync_directory(const fs::path& directory) {
  const FileDescriptor file(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!file.is_open()) return errno;
  // Some file systems cannot sync a directory and say EINVAL; nothing more can be done there.
  return ::fsync(file.number()) == 0 || errno == EINVAL ? 0 : errno;
}

}  // namespace

Result<bool> replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path target = behind_links(path);
  std::error_code ignored;
  if (fs::is_directory(target, ignored)) return cannot_write(path, EISDIR);
  if (holds(target, bytes)) return false;

  const fs::path directory = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const fs::path temporary = directory / ("." + target.filename().string() + ".new");
  const FileDescriptor file = open_temporary(temporary);
  if (!file.is_open()) return cannot_write(path, errno);
  if (const int reason = replace(file, temporary, target, bytes); reason != 0)
    return cannot_write(path, reason);
  if (const int reason = sync_directory(directory); reason != 0) return cannot_write(path, reason);
  return true;
}

}  // namespace tipoff
