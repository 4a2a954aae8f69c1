// The validators are the file's size and its time of change, to the nanosecond.
#include "net/local_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "net/gunzip.h"
#include "net/http_date.h"

namespace tipoff {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

std::string reason(int error) {
  return std::generic_category().message(error);
}

std::string_view asked(const Request& request, std::string_view name) {
  for (const std::string_view line : request.headers)
    if (line.starts_with(name)) return line.substr(name.size());
  return {};
}

bool is_known(const Request& request, const std::string& etag, Time changed) {
  if (const auto known = asked(request, "If-None-Match: "); !known.empty()) return known == etag;
  const auto since = http_date(asked(request, "If-Modified-Since: "));
  return since && changed <= *since;
}

/// Up to a byte more than the cap, so that a file that is too big shows.
bool read_all(int fd, std::string& body, std::size_t cap) {
  constexpr std::size_t piece = 1U << 16;
  while (body.size() <= cap) {
    const std::size_t start = body.size();
    body.resize(start + piece);
    const ssize_t got = ::read(fd, body.data() + start, piece);
    body.resize(start + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
  }
  return true;
}

}  // namespace

Response read_local_file(const Request& request, const UrlParts& parts) {
  Response response;
  response.url = request.url;
  const Descriptor file(parts.path);
  struct stat status{};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
    response.failure = errno == ENOENT
                           ? "there is no file " + parts.path
                           : "the file " + parts.path + " cannot be read: " + reason(errno);
    return response;
  }
  if (!S_ISREG(status.st_mode)) {
    response.failure = parts.path + " is not a plain file";
    return response;
  }
  const std::string etag = "\"" + std::to_string(status.st_size) + "-" +
                           std::to_string(status.st_mtim.tv_sec) + "." +
                           std::to_string(status.st_mtim.tv_nsec) + "\"";
  const Time changed{std::chrono::seconds{status.st_mtim.tv_sec}};
  response.headers = {{"etag", etag}, {"last-modified", http_date_text(changed)}};
  if (is_known(request, etag, changed)) {
    response.status = 304;
    return response;
  }
  if (!read_all(file.get(), response.body, request.body_cap))
    response.failure = "the file " + parts.path + " cannot be read: " + reason(errno);
  else if (response.body.size() > request.body_cap)
    response.failure = "the file " + parts.path + " has more than " + size_text(request.body_cap);
  if (response.failure.empty())
    response.status = 200;
  else
    response.body.clear();
  return response;
}

}  // namespace tipoff
