// The payloads of DingTalk and WeCom: two small Markdowns without escapes.
#include "alert/chat_kinds.h"
#include "alert/chat_lines.h"
#include "alert/chat_text.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_dingtalk = 18'000;  // bytes; DingTalk takes 20 KB
constexpr std::size_t longest_wecom = 4'096;      // bytes of the content

using Kind = ChatLine::Kind;

/// Only a link to an address shows that address as it is: usable_link() has looked at each
/// character of it.
std::string words_of(const ChatLine& line) {
  const bool is_address = line.link == "mailto:" + line.text;
  return is_address ? line.text : look_alike_text(line.text);
}

std::string linked(const std::string& words, const std::string& link) {
  return is_web(link) ? "[" + words + "](" + link + ")" : words;
}

std::string written(const ChatLine& line, MessageLanguage language) {
  if (is_web(line.link) && line.text == line.link) {
    const std::string label = look_alike_text(line.label);
    return linked(label.empty() ? look_alike_text(line.text) : label, line.link);
  }
  const std::string words = linked(words_of(line), line.link);
  if (line.kind == Kind::row) return labelled(look_alike_text(line.label), words, language);
  const bool is_bold = line.kind != Kind::opening && line.kind != Kind::count;
  return is_bold ? "**" + words + "**" : words;
}

/// DingTalk runs lines together that have no blank line between them.
std::string written(const ChatLines& lines, std::string_view line_end, MessageLanguage language) {
  std::string text;
  for (const ChatLine& line : lines) {
    if (!text.empty()) text += line_end;
    text += written(line, language);
  }
  return text;
}

Json dingtalk(const ChatLines& lines, MessageLanguage language) {
  Json payload;
  payload["msgtype"] = "markdown";
  payload["markdown"] = {{"title", look_alike_text(lines.front().text)},
                         {"text", written(lines, "\n\n", language)}};
  payload["at"] = {{"isAtAll", false}};
  return payload;
}

}  // namespace

Json dingtalk_payload(const Brief& brief) {
  const auto lines = chat_lines(brief, {}, [&](const ChatLines& some) {
    return dump(dingtalk(some, brief.language)).size() <= longest_dingtalk;
  });
  return dingtalk(lines, brief.language);
}

Json wecom_payload(const Brief& brief) {
  ChatLimits limits;
  limits.text = 300;
  limits.link = 600;
  const auto lines = chat_lines(brief, limits, [&](const ChatLines& some) {
    return written(some, "\n", brief.language).size() <= longest_wecom;
  });
  Json payload;
  payload["msgtype"] = "markdown";
  payload["markdown"] = {{"content", written(lines, "\n", brief.language)}};
  return payload;
}

}  // namespace tipoff
