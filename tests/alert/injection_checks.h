// Looks for what got through: checks of a finished chat message or webhook that know nothing of how
// it was made. Each gives a complaint for each fault.
#pragma once

#include <algorithm>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "text/json.h"
#include "text/utf8.h"

namespace tipoff::test {

using Complaints = std::vector<std::string>;

inline bool contains_any(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

/// Control characters, and those that turn the direction of text.
inline bool has_bad_character(std::string_view text, bool with_line_ends) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\n' && with_line_ends) continue;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029)
      return true;
  }
  return !is_valid_utf8(text);
}

inline bool is_web_link(const std::string& link) {
  static const std::regex shape(R"re(https?://[^\s<>"'()\[\]\\`|{}^]+)re");
  return std::regex_match(link, shape);
}

template <class Look>
void each_string(const Json& json, const std::string& key, const Look& look) {
  if (json.is_string()) look(key, json.get_ref<const std::string&>());
  if (json.is_array())
    for (const Json& value : json) each_string(value, key, look);
  if (json.is_object())
    for (const auto& [name, value] : json.items()) each_string(value, name, look);
}

/// What every JSON message must be: an object with these fields and no others, of clean strings.
inline Complaints of_json(const std::string& body, std::vector<std::string> fields, Json& json) {
  auto parsed = parse_json(body);
  json = Json::object();
  if (!parsed || !parsed->is_object()) return {"no JSON object"};
  json = *std::move(parsed);
  Complaints complaints;
  for (const auto& [name, value] : json.items())
    if (std::ranges::find(fields, name) == fields.end()) complaints.push_back("field " + name);
  each_string(json, "", [&](const std::string& key, const std::string& text) {
    if (has_bad_character(text, true)) complaints.push_back("a bad character in " + key);
  });
  return complaints;
}

inline bool has_only_entities(const std::string& text) {
  static const std::regex bare("&(?!amp;|lt;|gt;)|[<>]");
  return !std::regex_search(text, bare);
}

inline Complaints of_slack(const std::string& body) {
  Json json;
  auto complaints = of_json(
      body, {"text", "mrkdwn", "link_names", "unfurl_links", "unfurl_media", "blocks"}, json);
  static const std::regex link(
      R"re(<(https?://[^\s<>|]+|tel:\+?\d+|mailto:[\w@.+-]+)\|([^<>|*_~`]*)>)re");
  each_string(json["blocks"], "", [&](const std::string& key, const std::string& text) {
    if (key != "text") return;
    const std::string words = std::regex_replace(text, link, "$2");
    if (!has_only_entities(words)) complaints.push_back("Slack would read: " + words);
  });
  for (const Json& block : json["blocks"]) {
    const bool is_links = block["type"] == "context";
    const Json& text = is_links ? block["elements"][0] : block["text"];
    if (text["type"] != (is_links ? "mrkdwn" : "plain_text")) complaints.push_back("mrkdwn");
    const auto words = text["text"].get<std::string>();
    if (is_links && contains_any(std::regex_replace(words, link, ""), "*_~`<>"))
      complaints.push_back("markup between links: " + words);
    if (!is_links && contains_any(words, "<>")) complaints.push_back("a sign: " + words);
  }
  if (!has_only_entities(json.value("text", ""))) complaints.push_back("a sign in the text");
  return complaints;
}

inline Complaints of_teams(const std::string& body) {
  Json json;
  auto complaints = of_json(body, {"type", "summary", "attachments"}, json);
  static const std::vector<std::string> types = {"message", "AdaptiveCard", "RichTextBlock",
                                                 "TextRun", "Action.OpenUrl"};
  each_string(json, "", [&](const std::string& key, const std::string& text) {
    if (key == "type" && std::ranges::find(types, text) == types.end())
      complaints.push_back("an element of type " + text);
    if (key == "url" && !is_web_link(text)) complaints.push_back("opens " + text);
    if (text.find("{{") != std::string::npos || text.find("${") != std::string::npos ||
        text.find('<') != std::string::npos || text.find("](") != std::string::npos)
      complaints.push_back("Teams would read: " + text);
  });
  return complaints;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Without the ** that our own bold lines have at both ends.
inline std::string without_bold(const std::string& line) {
  const bool is_bold = line.size() >= 4 && line.starts_with("**") && line.ends_with("**");
  return is_bold ? line.substr(2, line.size() - 4) : line;
}

inline bool begins_as_markup(const std::string& line) {
  static const std::regex shape(R"re((#|>|[-+*=] |---|===|-#|\d+[.)] |```).*)re");
  return std::regex_match(line, shape);
}

inline Complaints of_discord(const std::string& body) {
  Json json;
  auto complaints = of_json(body, {"content", "allowed_mentions", "flags"}, json);
  if (dump(json["allowed_mentions"]) != R"({"parse":[]})") complaints.push_back("mentions");
  static const std::regex link(R"re(\[((?:\\.|[^\\\[\]])*)\]\(<(https?://[^\s<>]*)>\))re");
  static const std::regex address(R"re(<https?://[^\s<>]*>)re");
  static const std::regex escaped(R"re(\\.)re");
  for (const std::string& line : lines_of(json.value("content", ""))) {
    std::string words = without_bold(std::regex_replace(line, link, "$1"));
    words = std::regex_replace(words, address, "");
    if (begins_as_markup(words)) complaints.push_back("begins as markup: " + line);
    words = std::regex_replace(words, escaped, "");
    if (contains_any(words, "*_~`|<>[]")) complaints.push_back("Discord would read: " + line);
    for (std::size_t at = words.find('@'); at != std::string::npos; at = words.find('@', at + 1))
      if (words.compare(at + 1, 3, "\u200B") != 0) complaints.push_back("mentions: " + line);
  }
  return complaints;
}

inline Complaints of_feishu(const std::string& body) {
  Json json;
  auto complaints = of_json(body, {"msg_type", "content", "timestamp", "sign"}, json);
  each_string(json, "", [&](const std::string& key, const std::string& text) {
    if (key == "tag" && text != "text" && text != "a") complaints.push_back("tag " + text);
    if (key == "href" && !is_web_link(text)) complaints.push_back("leads to " + text);
    if (text.find('<') != std::string::npos) complaints.push_back("Feishu would read: " + text);
  });
  return complaints;
}

/// For DingTalk and WeCom.
inline Complaints of_small_markdown(const std::string& text) {
  Complaints complaints;
  static const std::regex link(R"re(\[([^\[\]]*)\]\((https?://[^\s()<>]*)\))re");
  static const std::regex entity(R"re(&(#|\w+;))re");
  static const std::regex mention(R"re((^|\W)@|@(\W|$))re");
  for (const std::string& line : lines_of(text)) {
    const std::string words = without_bold(std::regex_replace(line, link, "$1"));
    if (begins_as_markup(words)) complaints.push_back("begins as markup: " + line);
    if (contains_any(words, "[]<>*_`#~|\\") || std::regex_search(words, entity))
      complaints.push_back("would be read: " + line);
    if (std::regex_search(words, mention)) complaints.push_back("mentions: " + line);
  }
  return complaints;
}

inline Complaints of_dingtalk(const std::string& body) {
  Json json;
  auto complaints = of_json(body, {"msgtype", "markdown", "at"}, json);
  if (dump(json["at"]) != R"({"isAtAll":false})") complaints.push_back("mentions");
  for (const char* field : {"title", "text"})
    for (const auto& complaint :
         of_small_markdown(json.value("markdown", Json::object()).value(field, "")))
      complaints.push_back(complaint);
  return complaints;
}

inline Complaints of_wecom(const std::string& body) {
  Json json;
  auto complaints = of_json(body, {"msgtype", "markdown"}, json);
  for (const auto& complaint :
       of_small_markdown(json.value("markdown", Json::object()).value("content", "")))
    complaints.push_back(complaint);
  return complaints;
}

inline Complaints of_webhook(const std::string& body) {
  Json json;
  auto complaints = of_json(body, {"type", "timestamp", "data"}, json);
  each_string(json, "", [&](const std::string& key, const std::string& text) {
    if (has_bad_character(text, false)) complaints.push_back("a line end in " + key);
    if (key == "url" && !text.empty() && !text.starts_with("http"))
      complaints.push_back("leads to " + text);
  });
  if (json.value("type", "") != "trigger.detected") complaints.push_back("another type");
  return complaints;
}

}  // namespace tipoff::test
