// What of an article is searched, and in which language.
#include "parse/article.h"

#include "text/utf8.h"

namespace tipoff {
namespace {

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}
bool is_kana(char32_t c) {
  return c >= 0x3040 && c <= 0x30FF;
}
bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7AF;
}

// Of a text that a fifth is written in characters of one language, that language: declarations are
// often left at a default.
std::string language_of_script(std::string_view text) {
  constexpr std::size_t enough = 400;  // characters to judge by
  std::size_t all = 0;
  std::size_t han = 0;
  std::size_t kana = 0;
  std::size_t hangul = 0;
  for (std::size_t at = 0; at < text.size() && all < enough; ++all) {
    const char32_t c = next_code_point(text, at);
    han += is_han(c) ? 1 : 0;
    kana += is_kana(c) ? 1 : 0;
    hangul += is_hangul(c) ? 1 : 0;
  }
  if (kana * 10 > all) return "ja";
  if (hangul * 5 > all) return "ko";
  return han * 5 > all ? "zh" : "";
}

std::string primary_language(std::string_view declared) {
  std::string language;
  for (const char c : declared.substr(0, declared.find_first_of("-_"))) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower < 'a' || lower > 'z') return {};
    language += lower;
  }
  return language.size() == 2 || language.size() == 3 ? language : std::string();
}

}  // namespace

NewsText news_text(const Article& article, std::string_view feed_language) {
  NewsText text;
  text.title = article.title;
  text.body = article.content.size() > article.summary.size() ? article.content : article.summary;
  text.language = language_of_script(text.title + text.body.substr(0, 800));
  if (!text.language.empty()) return text;
  text.language = primary_language(feed_language);
  // Declared as one of the languages that have characters of their own, but written without:
  // unknown.
  for (const std::string_view own_script : {"zh", "ja", "ko"})
    if (text.language == own_script && !text.title.empty()) text.language.clear();
  return text;
}

}  // namespace tipoff
