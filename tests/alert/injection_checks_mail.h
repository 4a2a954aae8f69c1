// Looks for what got through in a finished mail or page; knows nothing of how it was made.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "alert/injection_checks.h"
#include "net/signature.h"
#include "parse/html_document.h"

namespace tipoff::test {

inline void look_at(const xmlNode* node, Complaints& complaints) {
  static const std::set<std::string_view> elements = {"html", "head", "meta", "body",
                                                      "p",    "span", "a",    "title"};
  static const std::set<std::string> attributes = {"lang",    "charset", "name",
                                                   "content", "style",   "href"};
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_COMMENT_NODE) complaints.emplace_back("a comment");
    if (node->type != XML_ELEMENT_NODE) continue;
    if (!elements.contains(element_name(node)))
      complaints.push_back("an element " + std::string(element_name(node)));
    for (const xmlAttr* attribute = node->properties; attribute != nullptr;
         attribute = attribute->next) {
      const std::string name = reinterpret_cast<const char*>(attribute->name);
      if (!attributes.contains(name)) complaints.push_back("an attribute " + name);
    }
    const std::string link = attribute_of(node, "href");
    static const std::regex usual(R"re(https?://\S+|tel:\+?\d+|mailto:[\w@.+-]+)re");
    if (!link.empty() && !std::regex_match(link, usual)) complaints.push_back("leads to " + link);
    look_at(node->children, complaints);
  }
}

inline Complaints of_html(const std::string& html) {
  Complaints complaints;
  const HtmlDocument page(html, "text/html; charset=utf-8");
  look_at(page.root(), complaints);
  const auto bodies = elements_named(page.root(), "body");
  if (bodies.size() != 1 || html.find("</body>") != html.rfind("</body>"))
    complaints.emplace_back("more than one body");
  return complaints;
}

struct MailParts {
  std::vector<std::string> headers;  // unfolded
  std::string text;
  std::string html;
};

inline std::string decoded_part(const std::string& message, const std::string& type) {
  const auto start = message.find("\r\nContent-Type: " + type, message.find("\r\n\r\n"));
  if (start == std::string::npos) return {};
  const auto begin = message.find("\r\n\r\n", start) + 4;
  std::string encoded;
  for (std::size_t at = begin; message.compare(at, 2, "--") != 0;) {
    const auto end = message.find("\r\n", at);
    if (end == std::string::npos) break;
    encoded += message.substr(at, end - at);
    at = end + 2;
  }
  return from_base64(encoded).value_or("not base64");
}

inline MailParts parts_of(const std::string& message) {
  MailParts parts;
  const auto end = message.find("\r\n\r\n");
  for (std::size_t at = 0; at < end;) {
    const auto line_end = std::min(message.find("\r\n", at), end);
    const std::string line = message.substr(at, line_end - at);
    if (line.starts_with(' ') && !parts.headers.empty())
      parts.headers.back() += line;
    else
      parts.headers.push_back(line);
    at = line_end + 2;
  }
  parts.text = decoded_part(message, "text/plain");
  parts.html = decoded_part(message, "text/html");
  return parts;
}

inline Complaints of_headers(const std::vector<std::string>& headers) {
  static const std::vector<std::string> usual = {
      "Date",       "From",           "To",           "Subject",     "Message-ID", "In-Reply-To",
      "References", "Auto-Submitted", "MIME-Version", "Content-Type"};
  Complaints complaints;
  std::set<std::string> seen;
  for (const std::string& header : headers) {
    const std::string name = header.substr(0, header.find(':'));
    if (std::ranges::find(usual, name) == usual.end()) complaints.push_back("header " + header);
    if (!seen.insert(name).second) complaints.push_back("again " + header);
    if (has_bad_character(header, false)) complaints.push_back("a bad character in " + name);
  }
  return complaints;
}

inline Complaints of_mail(const std::string& message) {
  const MailParts parts = parts_of(message);
  Complaints complaints = of_headers(parts.headers);
  for (std::size_t at = 0; (at = message.find('\n', at)) != std::string::npos; ++at)
    if (at == 0 || message[at - 1] != '\r') complaints.emplace_back("a bare line feed");
  std::size_t boundaries = 0;
  for (const std::string& line : lines_of(message)) boundaries += line.starts_with("--") ? 1 : 0;
  if (boundaries != 3) complaints.emplace_back("more parts than two");
  if (message.find("\r\n.\r\n") != std::string::npos) complaints.emplace_back("the end of DATA");
  std::string text = parts.text;
  std::erase(text, '\r');
  if (has_bad_character(text, true)) complaints.emplace_back("a bad character in the text");
  if (text.empty() || parts.html.empty()) complaints.emplace_back("a part is empty");
  for (const auto& complaint : of_html(parts.html)) complaints.push_back(complaint);
  return complaints;
}

}  // namespace tipoff::test
