#include "net/gunzip.h"

#include <libdeflate.h>

#include <memory>

#include "catch.h"

namespace tipoff {

namespace {
using Pack = std::size_t (*)(libdeflate_compressor*, const void*, std::size_t, void*, std::size_t);

std::string packed(Pack pack, const std::string& text) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(6), &libdeflate_free_compressor);
  std::string out(text.size() + 1000, '\0');
  out.resize(pack(compressor.get(), text.data(), text.size(), out.data(), out.size()));
  return out;
}

std::string gzip(const std::string& text) {
  return packed(&libdeflate_gzip_compress, text);
}

const std::string feed = "<rss>" + std::string(20'000, 'x') + "</rss>";
constexpr std::size_t cap = 1U << 16;
}  // namespace

TEST_CASE("Each encoding that we offer is undone", "[gunzip]") {
  CHECK(*decode_content(gzip(feed), "gzip", cap) == feed);
  CHECK(*decode_content(gzip(feed), " X-GZip ", cap) == feed);
  CHECK(*decode_content(packed(&libdeflate_zlib_compress, feed), "deflate", cap) == feed);
  CHECK(*decode_content(packed(&libdeflate_deflate_compress, feed), "deflate", cap) == feed);
  CHECK(*decode_content(feed, "", cap) == feed);
  CHECK(*decode_content(feed, "identity", cap) == feed);
}

TEST_CASE("An empty body is empty under any encoding", "[gunzip]") {
  CHECK(decode_content("", "gzip", cap)->empty());
  CHECK(decode_content(gzip(""), "gzip", cap)->empty());
}

TEST_CASE("The members of one gzip follow one another", "[gunzip]") {
  CHECK(*decode_content(gzip("one, ") + gzip("two"), "gzip", cap) == "one, two");
  CHECK(*decode_content(gzip("one") + std::string(100, '\0'), "gzip", cap) == "one");
}

TEST_CASE("What unpacks to the cap is read, and what unpacks to more is not", "[gunzip]") {
  CHECK(decode_content(gzip(feed), "gzip", feed.size()));

  const auto bomb = decode_content(gzip(std::string(8U << 20, '\0')), "gzip", 1U << 20);
  REQUIRE_FALSE(bomb);
  CHECK(bomb.error().message == "the answer unpacks to more than 1 MB");

  std::string lies = gzip(feed);  // a trailer that says 4 bytes
  lies.replace(lies.size() - 4, 4, std::string("\x04\0\0\0", 4));
  CHECK_FALSE(decode_content(lies, "gzip", cap));

  const auto members =
      decode_content(gzip(std::string(600, 'a')) + gzip(std::string(600, 'b')), "gzip", 1000);
  REQUIRE_FALSE(members);
  CHECK(members.error().message == "the answer unpacks to more than 1000 bytes");
}

TEST_CASE("Gzip in gzip is read under the same cap, and no deeper", "[gunzip]") {
  CHECK(*decode_content(gzip(gzip(feed)), "gzip, gzip", cap) == feed);
  CHECK_FALSE(decode_content(gzip(gzip(std::string(8U << 20, '\0'))), "gzip, gzip", 1U << 20));
  CHECK(decode_content(gzip(gzip(gzip(feed))), "gzip,gzip,gzip", cap).error().message ==
        "the server packed its answer more than twice");
}

TEST_CASE("Half a gzip, or none, is refused with its reason", "[gunzip]") {
  const std::string whole = gzip(feed);
  for (const auto& body :
       {whole.substr(0, whole.size() / 2), std::string("<rss/>"), std::string("\x1f\x8b")}) {
    const auto decoded = decode_content(body, "gzip", cap);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().message ==
          "the server called its answer gzip, but it is none or not whole");
  }
  CHECK(decode_content("x", "br", cap).error().message ==
        "the server packed its answer as br, which was not asked for");
}

TEST_CASE("Sizes read as people write them", "[gunzip]") {
  CHECK(size_text(16U << 20) == "16 MB");
  CHECK(size_text(64U << 10) == "64 kB");
  CHECK(size_text(1500) == "1500 bytes");
}

}  // namespace tipoff
