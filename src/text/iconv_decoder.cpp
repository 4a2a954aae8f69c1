// iconv as a value: the descriptor is closed whatever happens, and what it cannot read is replaced.
#include "text/iconv_decoder.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "text/utf8.h"

namespace tipoff {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const char* charset) : handle_(iconv_open("UTF-8", charset)) {}
  ~Descriptor() {
    if (known()) iconv_close(handle_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  // NOLINTNEXTLINE: iconv_open's own way to say no
  [[nodiscard]] bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  [[nodiscard]] iconv_t get() const { return handle_; }

 private:
  iconv_t handle_;
};

using Alias = std::pair<std::string_view, std::string_view>;

constexpr auto aliases = std::to_array<Alias>({
    {"utf8", "utf-8"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"euc-cn", "gb18030"},
    {"gb18030", "gb18030"},
    {"big5", "big5"},
    {"big5-hkscs", "big5"},
    {"x-x-big5", "big5"},
    {"shift_jis", "shift_jis"},
    {"shift-jis", "shift_jis"},
    {"sjis", "shift_jis"},
    {"x-sjis", "shift_jis"},
    {"windows-31j", "shift_jis"},
    {"euc-kr", "euc-kr"},
    {"ks_c_5601-1987", "euc-kr"},
    {"uhc", "euc-kr"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"cp1251", "windows-1251"},
});

// The widest table that glibc has for a charset.
std::string table_for(const std::string& charset) {
  if (charset == "big5") return "BIG5-HKSCS";
  if (charset == "shift_jis") return "CP932";
  if (charset == "euc-kr") return "CP949";
  if (charset == "euc-jp") return "EUC-JP-MS";
  if (charset == "windows-874") return "CP874";
  return charset;
}

std::size_t character_width(const std::string& charset) {
  if (charset.starts_with("utf-16")) return 2;
  if (charset.starts_with("utf-32")) return 4;
  return 1;
}

// Where a byte of ASCII means itself, unless it stands behind one beyond ASCII.
bool extends_ascii(std::string_view charset) {
  for (const std::string_view family :
       {"gb18030", "big5", "shift_jis", "euc-", "windows-", "iso-8859-", "koi8-"})
    if (charset.starts_with(family)) return true;
  return false;
}

// Bytes until the next long run of ASCII, with the first of that: they may belong to the
// characters before them.
std::size_t foreign_run(std::string_view bytes) {
  constexpr std::size_t long_run = 16;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
      ++at;
      continue;
    }
    const std::size_t run = ascii_run(bytes, at);
    if (run >= long_run) return at + 2;
    at += run;
  }
  return bytes.size();
}

class Transcoder {
 public:
  Transcoder(const Descriptor& descriptor, std::size_t width, std::size_t most_errors,
             Transcoded& result)
      : descriptor_(descriptor), width_(width), most_errors_(most_errors), result_(result) {}

  // False once there are too many errors.
  bool add(std::string_view bytes) {
    std::array<char, 4096> chunk;  // iconv fills it
    // NOLINTNEXTLINE: iconv wants to write through its pointer, though it never does
    char* from = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = chunk.data();
      std::size_t room = chunk.size();
      const auto outcome = iconv(descriptor_.get(), &from, &left, &to, &room);
      const int reason = errno;
      result_.text.append(chunk.data(), chunk.size() - room);
      if (outcome != static_cast<std::size_t>(-1)) break;
      if (reason == E2BIG) continue;
      if (++result_.errors > most_errors_) return false;
      append_utf8(result_.text, replacement_character);
      const std::size_t skipped = std::min(width_, left);
      from += skipped;
      left -= skipped;
    }
    return true;
  }

 private:
  const Descriptor& descriptor_;
  std::size_t width_;
  std::size_t most_errors_;
  Transcoded& result_;
};

}  // namespace

std::string serving_charset(std::string_view declared) {
  std::string name(declared);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const auto& [alias, served] : aliases)
    if (name == alias) return std::string(served);
  return name;
}

std::optional<Transcoded> transcode(std::string_view bytes, const std::string& charset,
                                    std::size_t most_errors) {
  if (charset.empty()) return std::nullopt;  // iconv takes it for the locale's
  const Descriptor descriptor(table_for(charset).c_str());
  if (!descriptor.known()) return std::nullopt;
  Transcoded result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  Transcoder transcoder(descriptor, character_width(charset), most_errors, result);
  if (!extends_ascii(charset)) {
    if (!transcoder.add(bytes)) return std::nullopt;
    return result;
  }
  while (!bytes.empty()) {
    const auto ascii = ascii_run(bytes, 0);
    result.text += bytes.substr(0, ascii);
    bytes.remove_prefix(ascii);
    const auto foreign = foreign_run(bytes);
    if (!transcoder.add(bytes.substr(0, foreign))) return std::nullopt;
    bytes.remove_prefix(foreign);
  }
  return result;
}

}  // namespace tipoff
