#include "net/local_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "net/http_date.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "tipoff-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::filesystem::path write(const std::string& name,
                                            const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return path_ / name;
  }
  [[nodiscard]] std::filesystem::path path() const { return path_; }

 private:
  std::filesystem::path path_;
};

Response read(const std::filesystem::path& path, std::vector<std::string> headers = {}) {
  Request request;
  request.url = "file://" + path.string();
  request.headers = std::move(headers);
  request.body_cap = 100;
  return read_local_file(request, *url_parts(request.url));
}
}  // namespace

TEST_CASE("A file is answered with its validators, and unchanged as long as they hold",
          "[local_file]") {
  const Folder folder;
  const auto path = folder.write("my feed.xml", "<rss/>");

  const auto first = read(path.parent_path() / "my%20feed.xml");
  CHECK(first.status == 200);
  CHECK(first.body == "<rss/>");
  const std::string etag(header(first, "etag"));
  const std::string modified(header(first, "last-modified"));
  REQUIRE(http_date(modified));

  const auto same = read(path.parent_path() / "my%20feed.xml", {"If-None-Match: " + etag});
  CHECK(same.status == 304);
  CHECK(same.body.empty());
  CHECK(read(path.parent_path() / "my%20feed.xml", {"If-Modified-Since: " + modified}).status ==
        304);

  std::ofstream(path) << "<rss2/>";  // within the same second: the tag knows
  CHECK(read(path.parent_path() / "my%20feed.xml",
             {"If-None-Match: " + etag, "If-Modified-Since: " + modified})
            .body == "<rss2/>");
}

TEST_CASE("A file that is missing, too big, or none says so", "[local_file]") {
  const Folder folder;
  CHECK(read(folder.path() / "none.xml").failure ==
        "there is no file " + (folder.path() / "none.xml").string());
  CHECK(read(folder.path()).failure == folder.path().string() + " is not a plain file");

  const auto big = read(folder.write("big.xml", std::string(101, 'x')));
  CHECK(big.status == 0);
  CHECK(big.body.empty());
  CHECK_THAT(big.failure, Catch::EndsWith("has more than 100 bytes"));
  CHECK(read(folder.write("full.xml", std::string(100, 'x'))).status == 200);
}

TEST_CASE("A pipe that nobody writes to holds nobody up", "[local_file]") {
  const Folder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(read(pipe).failure == pipe.string() + " is not a plain file");
}

}  // namespace tipoff
