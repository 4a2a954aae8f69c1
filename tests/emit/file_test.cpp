// Files that are replaced whole or not at all.
#include "emit/file.h"

#include <sys/stat.h>
#include <unistd.h>
#include <thread>
#include <vector>

#include <fstream>
#include <sstream>

#include "catch.h"

namespace tipoff {

namespace {

namespace fs = std::filesystem;

/// A directory of its own, removed with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "tipoff-file-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

ino_t inode_of(const fs::path& path) {
  struct stat state{};
  REQUIRE(::stat(path.c_str(), &state) == 0);
  return state.st_ino;
}

}  // namespace

TEST_CASE("A file that is not there is written", "[file]") {
  const Folder folder;
  const auto written = replace_file(folder / "list.csv", "rank\r\n");
  REQUIRE(written);
  CHECK(*written);
  CHECK(read(folder / "list.csv") == "rank\r\n");
  CHECK(folder.files() == 1);
}

TEST_CASE("A file with other bytes is replaced, not written into", "[file]") {
  const Folder folder;
  write(folder / "list.csv", "old and longer");
  const ino_t before = inode_of(folder / "list.csv");
  std::ifstream reader(folder / "list.csv");
  REQUIRE(*replace_file(folder / "list.csv", "new"));
  CHECK(read(folder / "list.csv") == "new");
  CHECK(inode_of(folder / "list.csv") != before);
  std::string still;
  std::getline(reader, still);
  CHECK(still == "old and longer");
}

TEST_CASE("A file that holds these bytes already is left alone", "[file]") {
  const Folder folder;
  for (const std::string& bytes : {std::string("same"), std::string(), std::string(200'000, 'x')}) {
    write(folder / "list.csv", bytes);
    const ino_t before = inode_of(folder / "list.csv");
    const auto written = replace_file(folder / "list.csv", bytes);
    REQUIRE(written);
    CHECK_FALSE(*written);
    CHECK(inode_of(folder / "list.csv") == before);
  }
}

TEST_CASE("Large bytes that differ at the end are noticed", "[file]") {
  const Folder folder;
  std::string bytes(200'000, 'x');
  write(folder / "list.csv", bytes);
  bytes.back() = 'y';
  CHECK(*replace_file(folder / "list.csv", bytes));
  CHECK(read(folder / "list.csv") == bytes);
}

TEST_CASE("Who may read the old file may read the new one", "[file]") {
  const Folder folder;
  write(folder / "list.csv", "old");
  fs::permissions(folder / "list.csv", fs::perms(0640));
  REQUIRE(*replace_file(folder / "list.csv", "new"));
  CHECK(fs::status(folder / "list.csv").permissions() == fs::perms(0640));
}

TEST_CASE("A link stays and the file behind it is replaced", "[file]") {
  const Folder folder;
  write(folder / "real.csv", "old");
  fs::create_symlink("real.csv", folder / "list.csv");
  REQUIRE(*replace_file(folder / "list.csv", "new"));
  CHECK(fs::is_symlink(folder / "list.csv"));
  CHECK(read(folder / "real.csv") == "new");
}

TEST_CASE("What a killed writer left behind is used up", "[file]") {
  const Folder folder;
  write(folder / ".list.csv.new", "half a li");
  REQUIRE(*replace_file(folder / "list.csv", "x"));
  CHECK(read(folder / "list.csv") == "x");
  CHECK(folder.files() == 1);
}

TEST_CASE("A failure names the file and the reason", "[file]") {
  const Folder folder;
  fs::create_directory(folder / "a");
  const auto directory = replace_file(folder / "a", "x");
  REQUIRE_FALSE(directory);
  CHECK(directory.error().message ==
        (folder / "a").string() + " cannot be written: Is a directory");

  const auto nowhere = replace_file(folder / "missing/list.csv", "x");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().message ==
        (folder / "missing/list.csv").string() + " cannot be written: No such file or directory");
}

TEST_CASE("A failed replacement keeps the old file and leaves nothing behind", "[file]") {
  const Folder folder;
  fs::create_directory(folder / ".list.csv.new");  // where the temporary file would stand
  write(folder / "list.csv", "old");
  CHECK_FALSE(replace_file(folder / "list.csv", "new"));
  CHECK(read(folder / "list.csv") == "old");

  CHECK_FALSE(replace_file("/dev/full/list.csv", "new"));
}

TEST_CASE("Two writers at once leave one whole file", "[file]") {
  const Folder folder;
  const std::string a(100'000, 'a');
  const std::string b(150'000, 'b');
  {
    std::vector<std::jthread> writers;
    for (const std::string* bytes : {&a, &b})
      writers.emplace_back([&folder, bytes] {
        for (int round = 0; round < 20; ++round) (void)replace_file(folder / "list.csv", *bytes);
      });
  }
  const std::string result = read(folder / "list.csv");
  CHECK((result == a || result == b));
  CHECK(folder.files() == 1);
}

}  // namespace tipoff
