// Teams' payload: an adaptive card of RichTextBlocks, whose TextRuns know no Markdown.
#include "alert/chat_kinds.h"
#include "alert/chat_lines.h"
#include "alert/chat_text.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_payload = 27'000;  // bytes; Teams takes 28 KB

using Kind = ChatLine::Kind;

Json text_run(const std::string& text) {
  return {{"type", "TextRun"}, {"text", teams_text(text)}};
}

Json open(const std::string& link) {
  return {{"type", "Action.OpenUrl"}, {"url", link}};
}

Json written(const ChatLine& line, MessageLanguage language) {
  Json run = text_run(line.text);
  const bool is_big = line.kind == Kind::title || line.kind == Kind::section;
  if (is_big) run["size"] = "Medium";
  if (is_big || line.kind == Kind::heading) run["weight"] = "Bolder";
  if (line.kind == Kind::opening || line.kind == Kind::count) run["isSubtle"] = true;
  if (is_web(line.link)) run["selectAction"] = open(line.link);
  Json inlines = Json::array();
  if (!line.label.empty()) {
    inlines.push_back(text_run(labelled(line.label, "", language)));
    inlines.front()["isSubtle"] = true;
  }
  inlines.push_back(std::move(run));
  Json block = {{"type", "RichTextBlock"}, {"inlines", std::move(inlines)}};
  if (line.kind == Kind::row) block["spacing"] = "None";
  if (line.kind == Kind::heading) block["separator"] = true;
  return block;
}

Json written(const ChatLines& lines, MessageLanguage language) {
  Json body = Json::array();
  for (const ChatLine& line : lines) body.push_back(written(line, language));
  Json card;
  card["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json";
  card["type"] = "AdaptiveCard";
  card["version"] = "1.4";
  card["body"] = std::move(body);
  card["msteams"] = {{"width", "Full"}};
  Json attachment;
  attachment["contentType"] = "application/vnd.microsoft.card.adaptive";
  attachment["contentUrl"] = nullptr;
  attachment["content"] = std::move(card);
  Json payload;
  payload["type"] = "message";
  payload["summary"] = teams_text(lines.front().text);
  payload["attachments"] = Json::array({std::move(attachment)});
  return payload;
}

}  // namespace

Json teams_payload(const Brief& brief) {
  const auto lines = chat_lines(brief, {}, [&](const ChatLines& some) {
    return dump(written(some, brief.language)).size() <= longest_payload;
  });
  return written(lines, brief.language);
}

}  // namespace tipoff
