// `tipoff feed parse`: a line a file, whatever the file holds.
#include "pipeline/feed_documents.h"

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "catch.h"

namespace tipoff {
namespace {

class FeedFile {
 public:
  explicit FeedFile(const std::string& bytes)
      : path_("/tmp/tipoff_feed_documents_" + std::to_string(getpid()) + ".xml") {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~FeedFile() { std::remove(path_.c_str()); }
  FeedFile(const FeedFile&) = delete;
  FeedFile& operator=(const FeedFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("Each file gives one line, in order, and one that is no feed makes the answer no",
          "[pipeline][feed]") {
  const FeedFile feed(
      "<rss><channel><title>t</title><item><title>one</title><pubDate>2 Mar 2026 08:00 "
      "GMT</pubDate></item></channel></rss>");
  std::ostringstream out;
  CHECK_FALSE(print_feed_documents({feed.path(), "/nonexistent.xml"}, {}, out));
  std::istringstream lines(out.str());
  std::string first;
  std::string second;
  std::getline(lines, first);
  std::getline(lines, second);
  const Json document = *parse_json(first);
  CHECK(document["file"] == feed.path());
  CHECK(document["format"] == "rss");
  CHECK(document["feed"]["title"] == "t");
  CHECK(document["entries"][0]["title"] == "one");
  CHECK(document["entries"][0]["published"] == "2026-03-02T08:00:00Z");
  CHECK(document["entries"][0]["updated"].is_null());
  CHECK(document["entries"][0]["tags"].empty());
  CHECK(second == R"({"file":"/nonexistent.xml","error":"the file cannot be read"})");
}

TEST_CASE("Files that are all feeds make the answer yes", "[pipeline][feed]") {
  const FeedFile feed("<feed/>");
  std::ostringstream out;
  CHECK(print_feed_documents({feed.path(), feed.path()}, {}, out));
}

TEST_CASE("An empty file is no feed", "[pipeline][feed]") {
  const FeedFile feed("");
  std::ostringstream out;
  CHECK_FALSE(print_feed_documents({feed.path()}, {}, out));
  CHECK_THAT(out.str(), Catch::Contains("it is empty"));
}

TEST_CASE("A folder cannot be read", "[pipeline][feed]") {
  std::ostringstream out;
  CHECK_FALSE(print_feed_documents({"/tmp"}, {}, out));
  CHECK_THAT(out.str(), Catch::Contains("cannot be read"));
}

}  // namespace tipoff
