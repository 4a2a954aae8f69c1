// A hundred hostile headlines in every kind of message, by mail, webhook and chat.
#include <algorithm>

#include "alert/compose.h"
#include "alert/hostile_titles.h"
#include "alert/sample_news.h"
#include "catch.h"
#include "net/signature.h"
#include "text/json.h"
#include "text/utf8.h"

namespace tipoff {

namespace {

using Kind = Bundle::Kind;

/// Two changes, of which the first is all made of the title.
std::vector<DueNews> told_with(std::string_view title) {
  TriggerNews news = test::sample_news();
  news.story.title = news.story.evidence = news.story.event = title;
  news.entry.name = news.entry.why_now = news.entry.owner = title;
  news.entry.contact = {.name = std::string(title),
                        .title = std::string(title),
                        .phone = std::string(title),
                        .email = std::string(title)};
  for (ScorePart& part : news.entry.score.parts) part.because = title;
  news.entry.score.events = {news.story};
  TriggerNews other = test::sample_news();
  other.entry.id = "other";
  return {test::due(news, std::string(title)), test::due(other)};
}

OutboundMessage message_of(const Channel& channel, Kind kind, const std::vector<DueNews>& told) {
  const std::string recipient = recipients_of(channel).front();
  const Bundle bundle{.kind = kind, .told = told};
  if (kind != Kind::digest) return compose(channel, recipient, "cause", bundle, test::march_2);
  CallList list;
  list.entries = {told[0].news.entry, told[1].news.entry};
  const CallList before;
  DueCallback callback;
  callback.account = callback.contact = callback.phone = callback.note = told[0].news.entry.name;
  return compose_digest(channel, recipient, "cause", bundle,
                        {.list = &list, .yesterday = &before, .callbacks = {callback}},
                        test::march_2);
}

/// The decoded part of a mail, by its type.
std::string part_of(const std::string& mail, std::string_view type) {
  const auto begin = mail.find("Content-Type: " + std::string(type));
  REQUIRE(begin != std::string::npos);
  const auto body = mail.find("\r\n\r\n", begin) + 4;
  std::string encoded = mail.substr(body, mail.find("--=_tipoff", body) - body);
  std::erase_if(encoded, [](char c) { return c == '\r' || c == '\n'; });
  const auto decoded = from_base64(encoded);
  REQUIRE(decoded);
  return *decoded;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

std::vector<std::string> header_names(const std::string& mail) {
  std::vector<std::string> names;
  const std::string head = mail.substr(0, mail.find("\r\n\r\n"));
  for (std::size_t at = 0; at < head.size();) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    if (head[at] != ' ') names.push_back(head.substr(at, head.find(':', at) - at));
    at = end + 2;
  }
  return names;
}

bool has_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r') || byte == 0x7F;
  });
}

/// Every string of it, at any depth.
void for_each_text(const Json& json, const auto& look) {
  if (json.is_string()) look(json.get<std::string>());
  if (json.is_structured())
    for (const auto& part : json) for_each_text(part, look);
}

}  // namespace

TEST_CASE("There are a hundred hostile headlines", "[alert][hostile]") {
  CHECK(test::hundred_hostile_titles.size() >= 100);
}

TEST_CASE("No hostile headline adds a header, a tag or a link to any mail", "[alert][hostile]") {
  const auto kind =
      GENERATE(Kind::single, Kind::group, Kind::quiet, Kind::digest, Kind::storm, Kind::reminder);
  const auto language = GENERATE(MessageLanguage::english, MessageLanguage::chinese);
  Channel channel = test::sample_mail();
  channel.language = language;
  const std::string plain = message_of(channel, kind, told_with("Nordwerk")).body;
  const std::string plain_html = part_of(plain, "text/html");
  for (const std::string_view title : test::hundred_hostile_titles) {
    CAPTURE(title);
    const std::string mail = message_of(channel, kind, told_with(title)).body;
    CHECK(header_names(mail) == header_names(plain));
    CHECK(count(mail, "\r\n--=_tipoff_alternative") == 3);
    const std::string html = part_of(mail, "text/html");
    // A title may be a number to dial, or an address to write to: two tags each.
    const std::size_t links = count(html, "<a ");
    const std::size_t more = links - std::min(links, count(plain_html, "<a "));
    CHECK(count(html, "<") <= count(plain_html, "<") + 2 * more);
    for (std::size_t at = html.find("href=\""); at != std::string::npos;
         at = html.find("href=\"", at + 1)) {
      const std::string_view target = std::string_view(html).substr(at + 6, 8);
      CHECK((target.starts_with("https://") || target.starts_with("http://") ||
             target.starts_with("tel:") || target.starts_with("mailto:")));
    }
    CHECK_FALSE(has_control_character(html));
    CHECK_FALSE(has_control_character(part_of(mail, "text/plain")));
    CHECK(is_valid_utf8(html));
  }
}

TEST_CASE("No hostile headline adds a line to the text of any mail", "[alert][hostile]") {
  const auto kind = GENERATE(Kind::single, Kind::group, Kind::digest, Kind::storm);
  const auto lines_of = [&](std::string_view title) {
    const std::string mail = message_of(test::sample_mail(), kind, told_with(title)).body;
    return count(part_of(mail, "text/plain"), "\n");
  };
  const std::size_t most = lines_of("Nordwerk");
  for (const std::string_view title : test::hundred_hostile_titles) {
    CAPTURE(title);
    CHECK(lines_of(title) <= most);
  }
}

TEST_CASE("A webhook stays one JSON object with the fields that it has", "[alert][hostile]") {
  const auto names_of = [](std::string_view title) {
    std::vector<std::string> names;
    const auto body =
        parse_json(message_of(test::sample_webhook(), Kind::single, told_with(title)).body);
    REQUIRE(body);
    for (const auto& [name, value] : body->items()) names.push_back(name);
    for (const auto& [name, value] : (*body)["data"].items()) names.push_back(name);
    for_each_text(*body, [](const std::string& text) { CHECK_FALSE(has_control_character(text)); });
    return names;
  };
  for (const std::string_view title : test::hundred_hostile_titles) {
    CAPTURE(title);
    CHECK(names_of(title) == names_of("Nordwerk"));
  }
}

TEST_CASE("Every chat gets JSON in which no headline mentions anyone", "[alert][hostile]") {
  const auto kind = GENERATE(ChannelKind::slack, ChannelKind::teams, ChannelKind::discord,
                             ChannelKind::feishu, ChannelKind::dingtalk, ChannelKind::wecom);
  const auto bundle = GENERATE(Kind::single, Kind::group, Kind::digest, Kind::storm);
  Channel channel = test::sample_webhook();
  channel.kind = kind;
  for (const std::string_view title : test::hundred_hostile_titles) {
    CAPTURE(title);
    const auto payload = parse_json(message_of(channel, bundle, told_with(title)).body);
    REQUIRE(payload);
    for_each_text(*payload, [&](const std::string& text) {
      CHECK_FALSE(has_control_character(text));
      CHECK(text.find("<!channel>") == std::string::npos);
      CHECK(text.find("<!everyone>") == std::string::npos);
      CHECK(text.find("<at id=all>") == std::string::npos);
      if (kind == ChannelKind::discord) CHECK(text.find("@everyone") == std::string::npos);
    });
  }
}

}  // namespace tipoff
