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
  const std::size_t width = character_width(charset);
  Transcoded result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 16384> chunk{};
  std::string input(bytes);  // iconv wants to write through its pointer, though it never does
  char* from = input.data();
  std::size_t left = input.size();
  while (left > 0) {
    char* to = chunk.data();
    std::size_t room = chunk.size();
    const auto outcome = iconv(descriptor.get(), &from, &left, &to, &room);
    const int reason = errno;
    result.text.append(chunk.data(), chunk.size() - room);
    if (outcome != static_cast<std::size_t>(-1)) break;
    if (reason == E2BIG) continue;
    if (++result.errors > most_errors) return std::nullopt;
    append_utf8(result.text, replacement_character);
    const std::size_t skipped = std::min(width, left);
    from += skipped;
    left -= skipped;
  }
  return result;
}

}  // namespace tipoff
