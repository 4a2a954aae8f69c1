// Feed files to JSON lines.
#include "pipeline/feed_documents.h"

#include <array>
#include <fstream>
#include <iostream>
#include <iterator>

#include "text/date.h"

namespace tipoff {
namespace {

const char* name_of(FeedFormat format) {
  switch (format) {
    case FeedFormat::rss:
      return "rss";
    case FeedFormat::rdf:
      return "rdf";
    case FeedFormat::atom:
      return "atom";
    case FeedFormat::json:
      return "json";
  }
  return "rss";
}

Json date_json(const std::optional<Time>& time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

Json entry_json(const Article& article) {
  Json entry;
  entry["id"] = article.id;
  entry["title"] = article.title;
  entry["link"] = article.link;
  entry["summary"] = article.summary;
  entry["content"] = article.content;
  entry["published"] = date_json(article.published);
  entry["updated"] = date_json(article.updated);
  entry["author"] = article.author;
  entry["tags"] = article.tags;
  return entry;
}

std::string bytes_of(std::istream& in) {
  std::string bytes;
  std::array<char, 65536> chunk{};
  while (in.read(chunk.data(), chunk.size()) || in.gcount() > 0)
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  return bytes;
}

Result<std::string> read_input(const std::string& file) {
  if (file == "-") return bytes_of(std::cin);
  std::ifstream in(file, std::ios::binary);
  if (!in || in.peek() == std::ifstream::traits_type::eof()) {
    if (in.is_open() && in.eof()) return std::string();
    return failure("the file cannot be read");
  }
  return bytes_of(in);
}

}  // namespace

Json feed_document_json(const FeedDocument& document) {
  Json line;
  line["format"] = name_of(document.format);
  line["encoding"] = document.encoding;
  Json& feed = line["feed"];
  feed["title"] = document.title;
  feed["link"] = document.link;
  feed["subtitle"] = document.subtitle;
  feed["language"] = document.language;
  Json& entries = line["entries"] = Json::array();
  for (const Article& article : document.entries) entries.push_back(entry_json(article));
  return line;
}

bool print_feed_documents(const std::vector<std::string>& files, const FeedSource& source,
                          std::ostream& out) {
  bool all_feeds = true;
  for (const std::string& file : files) {
    Json line;
    line["file"] = file;
    const auto bytes = read_input(file);
    const auto document =
        bytes ? parse_feed(*bytes, source) : Result<FeedDocument>(std::unexpected(bytes.error()));
    if (document) {
      line.update(feed_document_json(*document));
    } else {
      all_feeds = false;
      line["error"] = document.error().message;
    }
    out << dump(line) << '\n';
  }
  return all_feeds;
}

}  // namespace tipoff
