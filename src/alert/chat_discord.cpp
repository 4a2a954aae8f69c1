// Discord's payload: Markdown with a backslash before all that could be markup. Every line begins
// with something of ours or is escaped at its beginning.
#include "alert/chat_kinds.h"
#include "alert/chat_lines.h"
#include "alert/chat_text.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_content = 2'000;  // characters
constexpr int suppress_embeds = 4;              // no pictures of the pages that are linked to

using Kind = ChatLine::Kind;

std::string linked(const std::string& words, const std::string& link) {
  return is_web(link) ? "[" + words + "](<" + link + ">)" : words;
}

std::string written(const ChatLine& line, MessageLanguage language) {
  if (is_web(line.link) && line.text == line.link) {
    const std::string address = "<" + line.link + ">";
    return line.label.empty() ? address : linked(discord_text(line.label), line.link);
  }
  const std::string words = linked(discord_text(line.text), line.link);
  if (line.kind == Kind::row) return labelled(discord_text(line.label), words, language);
  const bool is_bold = line.kind != Kind::opening && line.kind != Kind::count;
  return is_bold ? "**" + words + "**" : words;
}

std::string written(const ChatLines& lines, MessageLanguage language) {
  std::string content;
  for (const ChatLine& line : lines) {
    if (!content.empty()) content += line.kind == Kind::row ? "\n" : "\n\n";
    content += written(line, language);
  }
  return content;
}

}  // namespace

Json discord_payload(const Brief& brief) {
  ChatLimits limits;
  limits.text = 300;
  limits.link = 400;
  const auto lines = chat_lines(brief, limits, [&](const ChatLines& some) {
    return utf16_units(written(some, brief.language)) <= longest_content;
  });
  Json payload;
  payload["content"] = written(lines, brief.language);
  payload["allowed_mentions"] = {{"parse", Json::array()}};
  payload["flags"] = suppress_embeds;
  return payload;
}

}  // namespace tipoff
