// Feishu's payload: a post, whose texts and links are elements of their own.
#include "alert/chat_kinds.h"
#include "alert/chat_lines.h"
#include "alert/chat_text.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_payload = 18'000;  // bytes; Feishu takes 20 KB

using Kind = ChatLine::Kind;

Json text_element(const std::string& text) {
  return {{"tag", "text"}, {"text", feishu_text(text)}};
}

Json written(const ChatLine& line, MessageLanguage language) {
  Json elements = Json::array();
  if (!line.label.empty()) elements.push_back(text_element(labelled(line.label, "", language)));
  if (is_web(line.link))
    elements.push_back({{"tag", "a"}, {"text", feishu_text(line.text)}, {"href", line.link}});
  else
    elements.push_back(text_element(line.text));
  return elements;
}

Json written(const ChatLines& lines, MessageLanguage language) {
  Json content = Json::array();
  for (const ChatLine& line : lines)
    if (line.kind != Kind::title) content.push_back(written(line, language));
  Json post;
  post["title"] = feishu_text(lines.front().text);
  post["content"] = std::move(content);
  Json payload;
  payload["msg_type"] = "post";
  payload["content"]["post"][language == MessageLanguage::chinese ? "zh_cn" : "en_us"] =
      std::move(post);
  return payload;
}

}  // namespace

Json feishu_payload(const Brief& brief) {
  const auto lines = chat_lines(brief, {}, [&](const ChatLines& some) {
    return dump(written(some, brief.language)).size() <= longest_payload;
  });
  return written(lines, brief.language);
}

}  // namespace tipoff
