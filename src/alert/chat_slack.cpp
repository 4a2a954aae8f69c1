// Slack's payload (Block Kit). Text stands in plain_text objects, which know no markup; mrkdwn is
// used for links only.
#include <algorithm>

#include "alert/chat_kinds.h"
#include "alert/chat_lines.h"
#include "alert/chat_text.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::size_t most_blocks = 50;
constexpr std::size_t longest_text = 3'000;  // characters of a block
constexpr std::size_t longest_fallback = 12'000;

using Kind = ChatLine::Kind;

Json plain_text(std::string_view type, const std::string& text) {
  Json block;
  block["type"] = type;
  block["text"] = {{"type", "plain_text"}, {"text", text}, {"emoji", false}};
  return block;
}

Json links_block(const std::string& links) {
  Json element = {{"type", "mrkdwn"}, {"text", links}, {"verbatim", true}};
  return {{"type", "context"}, {"elements", Json::array({element})}};
}

/// Gathers the lines of an item, so that it becomes a block of text and one of links.
class SlackBlocks {
 public:
  explicit SlackBlocks(MessageLanguage language) : language_(language) {}

  void add(const ChatLine& line) {
    if (line.kind != Kind::row) end_item();
    if (line.kind == Kind::title) {
      blocks_.push_back(plain_text("header", slack_text(line.text)));
      return;
    }
    if (!line.link.empty()) add_link(line);
    if (line.link.empty() || !is_web(line.link) || line.text != line.link) add_text(line);
  }

  [[nodiscard]] Json finish() {
    end_item();
    return std::move(blocks_);
  }

 private:
  void add_text(const ChatLine& line) {
    if (!text_.empty()) text_ += '\n';
    text_ += slack_text(labelled(line.label, line.text, language_));
  }

  void add_link(const ChatLine& line) {
    const std::string words = is_web(line.link) ? host_of(line.link) : line.text;
    const std::string link = "<" + slack_text(line.link) + "|" + slack_link_text(words) + ">";
    if (!links_.empty()) links_ += " · ";
    links_ += line.label.empty() ? link : labelled(slack_link_text(line.label), link, language_);
  }

  void end_item() {
    if (!text_.empty()) blocks_.push_back(plain_text("section", text_));
    if (!links_.empty()) blocks_.push_back(links_block(links_));
    text_.clear();
    links_.clear();
  }

  MessageLanguage language_;
  Json blocks_ = Json::array();
  std::string text_;
  std::string links_;
};

Json written(const ChatLines& lines, MessageLanguage language) {
  SlackBlocks blocks(language);
  std::string fallback;
  for (const ChatLine& line : lines) {
    blocks.add(line);
    if (!fallback.empty()) fallback += '\n';
    fallback += slack_text(labelled(line.label, line.text, language));
  }
  Json payload;
  payload["text"] = fallback;
  payload["mrkdwn"] = false;
  payload["link_names"] = false;
  payload["unfurl_links"] = false;
  payload["unfurl_media"] = false;
  payload["blocks"] = blocks.finish();
  return payload;
}

std::size_t longest_in(const Json& block) {
  const Json& text = block.contains("text") ? block["text"] : block["elements"].front();
  return code_points(text["text"].get_ref<const std::string&>());
}

bool fits(const Json& payload) {
  const Json& blocks = payload["blocks"];
  return blocks.size() <= most_blocks &&
         code_points(payload["text"].get_ref<const std::string&>()) <= longest_fallback &&
         std::ranges::all_of(blocks, [](const Json& b) { return longest_in(b) <= longest_text; });
}

}  // namespace

Json slack_payload(const Brief& brief) {
  ChatLimits limits;
  limits.title = 110;  // a header takes 150 characters, escapes counted
  const auto lines = chat_lines(
      brief, limits, [&](const ChatLines& some) { return fits(written(some, brief.language)); });
  return written(lines, brief.language);
}

}  // namespace tipoff
