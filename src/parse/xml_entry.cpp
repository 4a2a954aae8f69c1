// Entries: each element's say in a field, and its rank among those that say the same.
#include "parse/xml_entry.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "text/url.h"

namespace tipoff {
namespace {

enum class Field {
  title,
  summary,
  content,
  link,
  id,
  guid,
  author,
  source,
  published,
  issued,
  created,
  updated,
  modified,
  tag,
  group
};

struct Meaning {
  Vocabulary vocabulary;
  std::string_view name;
  Field field;
  int rank;  // among the elements that give the same field: the highest counts, then the first
};

constexpr auto listed_meanings = std::to_array<Meaning>({
    {Vocabulary::core, "title", Field::title, 4},
    {Vocabulary::dc, "title", Field::title, 3},
    {Vocabulary::media, "title", Field::title, 2},
    {Vocabulary::itunes, "title", Field::title, 1},
    {Vocabulary::core, "link", Field::link, 4},
    {Vocabulary::core, "a", Field::link, 1},
    {Vocabulary::core, "id", Field::id, 4},
    {Vocabulary::core, "guid", Field::guid, 4},
    {Vocabulary::dc, "identifier", Field::id, 1},
    {Vocabulary::core, "description", Field::summary, 6},
    {Vocabulary::core, "summary", Field::summary, 7},
    {Vocabulary::core, "abstract", Field::summary, 5},
    {Vocabulary::dc, "description", Field::summary, 4},
    {Vocabulary::dcterms, "abstract", Field::summary, 3},
    {Vocabulary::media, "description", Field::summary, 2},
    {Vocabulary::itunes, "summary", Field::summary, 2},
    {Vocabulary::itunes, "subtitle", Field::summary, 1},
    {Vocabulary::media, "text", Field::summary, 1},
    {Vocabulary::content, "encoded", Field::content, 5},
    {Vocabulary::core, "content", Field::content, 5},
    {Vocabulary::core, "encoded", Field::content, 4},
    {Vocabulary::xhtml, "body", Field::content, 3},
    {Vocabulary::xhtml, "div", Field::content, 2},
    {Vocabulary::core, "body", Field::content, 3},
    {Vocabulary::core, "fullitem", Field::content, 2},
    {Vocabulary::core, "fulltext", Field::content, 2},
    {Vocabulary::core, "pubdate", Field::published, 0},
    {Vocabulary::core, "published", Field::published, 0},
    {Vocabulary::core, "issued", Field::issued, 0},
    {Vocabulary::dcterms, "issued", Field::issued, 0},
    {Vocabulary::core, "created", Field::created, 0},
    {Vocabulary::dcterms, "created", Field::created, 0},
    {Vocabulary::dc, "date", Field::issued, 0},
    {Vocabulary::core, "date", Field::issued, 0},
    {Vocabulary::core, "updated", Field::updated, 0},
    {Vocabulary::core, "modified", Field::modified, 0},
    {Vocabulary::dcterms, "modified", Field::modified, 0},
    {Vocabulary::core, "lastbuilddate", Field::modified, 0},
    {Vocabulary::core, "author", Field::author, 5},
    {Vocabulary::dc, "creator", Field::author, 4},
    {Vocabulary::dc, "author", Field::author, 3},
    {Vocabulary::itunes, "author", Field::author, 2},
    {Vocabulary::core, "creator", Field::author, 2},
    {Vocabulary::core, "managingeditor", Field::author, 1},
    {Vocabulary::dc, "publisher", Field::author, 1},
    {Vocabulary::core, "source", Field::source, 0},
    {Vocabulary::core, "category", Field::tag, 0},
    {Vocabulary::dc, "subject", Field::tag, 0},
    {Vocabulary::media, "category", Field::tag, 0},
    {Vocabulary::itunes, "category", Field::tag, 0},
    {Vocabulary::media, "group", Field::group, 0},
    {Vocabulary::media, "content", Field::group, 0},
});

// By the names' first letter, so that an element is compared with few of them.
constexpr auto meanings = [] {
  auto sorted = listed_meanings;
  std::sort(sorted.begin(), sorted.end(),
            [](const Meaning& a, const Meaning& b) { return a.name[0] < b.name[0]; });
  return sorted;
}();

// Where the names that begin with a letter begin: 'a' first, and the end of 'z' last.
constexpr auto first_meanings = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter)
    while (first[letter] < meanings.size() &&
           meanings[first[letter]].name[0] < static_cast<char>('a' + letter))
      ++first[letter];
  return first;
}();

const Meaning* meaning_of(const XmlElement& element) {
  const std::string& name = element.name();
  if (element.vocabulary() == Vocabulary::other || name[0] < 'a' || name[0] > 'z') return nullptr;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = first_meanings[letter]; i < first_meanings[letter + 1]; ++i)
    if (element.is(meanings[i].vocabulary, meanings[i].name)) return &meanings[i];
  return nullptr;
}

std::string author_name(const XmlElement& author) {
  for (const XmlElement& child : author.children())
    if (child.name() == "name") return child.text();
  if (author.has_elements()) {
    for (const XmlElement& child : author.children())
      if (child.name() == "email") return child.text();
    return {};
  }
  std::string text = author.text();
  // RSS writes "desk@example.com (Anna Muster)".
  const auto begin = text.find('(');
  const auto end = text.rfind(')');
  const bool has_name = begin != text.npos && end != text.npos && end > begin + 1 &&
                        text.substr(0, begin).find('@') != text.npos;
  return has_name ? text.substr(begin + 1, end - begin - 1) : text;
}

std::string tag_of(const XmlElement& category) {
  for (const std::string_view name : {"label", "term", "text"})
    if (auto value = category.attribute(name); !value.empty()) return value;
  return category.text();
}

class EntryReader {
 public:
  RawEntry read(const XmlElement& item) {
    for (const XmlElement& child : item.children()) take(child);
    read_attributes(item);
    entry_.link = links_.best();
    for (auto* dates : {&published_, &issued_, &created_})
      std::move(dates->begin(), dates->end(), std::back_inserter(entry_.published));
    for (auto* dates : {&updated_, &modified_})
      std::move(dates->begin(), dates->end(), std::back_inserter(entry_.updated));
    return std::move(entry_);
  }

 private:
  void take(const XmlElement& child) {
    const Meaning* meaning = meaning_of(child);
    if (meaning == nullptr) return;
    switch (meaning->field) {
      case Field::title:
        return keep(entry_.title, title_rank_, *meaning, child);
      case Field::summary:
        return keep_summary(*meaning, child);
      case Field::content:
        return keep(entry_.content, content_rank_, *meaning, child);
      case Field::link:
        return links_.consider(child);
      case Field::id:
        return keep_id(child.text(), meaning->rank);
      case Field::guid:
        return take_guid(child);
      case Field::author:
        return keep_author(child, meaning->rank);
      case Field::source:
        return keep_source(child);
      case Field::tag:
        return keep_tag(child);
      case Field::group:
        return take_group(child);
      case Field::published:
        return add_date(published_, child);
      case Field::issued:
        return add_date(issued_, child);
      case Field::created:
        return add_date(created_, child);
      case Field::updated:
        updated_ = {child.text()};  // the last one said holds
        return;
      case Field::modified:
        return add_date(modified_, child);
    }
  }

  static void add_date(std::vector<std::string>& dates, const XmlElement& child) {
    constexpr std::size_t most_candidates = 4;
    if (dates.size() < most_candidates) dates.push_back(child.text());
  }

  static void keep(RawText& kept, int& kept_rank, const Meaning& meaning, const XmlElement& child) {
    if (meaning.rank <= kept_rank) return;
    RawText text = child.construct();
    if (text.text.empty()) return;
    kept = std::move(text);
    kept_rank = meaning.rank;
  }

  // A second text of another kind is no less of the article: it serves as content where there is
  // none.
  void keep_summary(const Meaning& meaning, const XmlElement& child) {
    if (child.vocabulary() == Vocabulary::core && summary_rank_ >= 6 && content_rank_ == 0)
      return keep(entry_.content, content_rank_,
                  {meaning.vocabulary, meaning.name, Field::content, 1}, child);
    keep(entry_.summary, summary_rank_, meaning, child);
  }

  void keep_id(std::string id, int rank) {
    if (id.empty() || rank <= id_rank_) return;
    entry_.id = std::move(id);
    id_rank_ = rank;
  }

  void take_guid(const XmlElement& guid) {
    std::string id = guid.text();
    if (guid.attribute("ispermalink") != "false" && is_http(id)) links_.fall_back_to({id, {}}, 1);
    keep_id(std::move(id), 4);
  }

  void keep_author(const XmlElement& author, int rank) {
    if (rank <= author_rank_) return;
    std::string name = author_name(author);
    if (name.empty()) return;
    entry_.author = {std::move(name), TextKind::html};
    author_rank_ = rank;
  }

  void keep_source(const XmlElement& source) {
    entry_.source = source.attribute("url");
    if (entry_.source.empty() && !source.has_elements()) entry_.source = source.text();
  }

  void keep_tag(const XmlElement& category) {
    constexpr std::size_t most_tags = 100;
    if (auto tag = tag_of(category); !tag.empty() && entry_.tags.size() < most_tags)
      entry_.tags.push_back({std::move(tag), TextKind::html});
  }

  void take_group(const XmlElement& group) {
    for (const XmlElement& child : group.children()) {
      const Meaning* meaning = meaning_of(child);
      if (meaning == nullptr || child.vocabulary() != Vocabulary::media) continue;
      if (meaning->field == Field::group) take_group(child);
      if (meaning->field == Field::title)
        keep(entry_.title, title_rank_, {meaning->vocabulary, meaning->name, Field::title, 1},
             child);
      if (meaning->field == Field::summary) keep_summary(*meaning, child);
    }
  }

  void read_attributes(const XmlElement& item) {
    keep_id(item.attribute("rdf:about"), 2);
    if (auto about = item.attribute("about"); item.vocabulary() == Vocabulary::core)
      keep_id(about, 2);
    if (auto href = item.attribute("href"); !href.empty())
      links_.fall_back_to({href, item.base()}, 2);
    if (auto date = item.attribute("lastmod"); !date.empty()) modified_.push_back(date);  // CDF
  }

  RawEntry entry_;
  LinkChoice links_;
  int title_rank_ = 0;
  int summary_rank_ = 0;
  int content_rank_ = 0;
  int id_rank_ = 0;
  int author_rank_ = 0;
  std::vector<std::string> published_, issued_, created_, updated_, modified_;
};

// A feed that links only its other formats or languages still has something to open.
int link_rank(const XmlElement& link) {
  const std::string rel = link.attribute("rel");
  const std::string type = link.attribute("type");
  const bool alternate = rel.empty() || rel == "alternate" || rel.ends_with("/alternate");
  if (!alternate) return rel == "related" || rel == "via" ? 1 : 0;
  if (type.empty() || type == "text/html" || type == "application/xhtml+xml") return 5;
  return type.ends_with("xml") || type.ends_with("json") ? 2 : 4;
}

}  // namespace

void LinkChoice::consider(const XmlElement& link) {
  std::string href = link.attribute("href");
  if (href.empty() && !link.has_elements()) href = link.text();
  if (!href.empty()) fall_back_to({std::move(href), link.base()}, link_rank(link));
}

void LinkChoice::fall_back_to(RawLink link, int rank) {
  if (rank <= rank_) return;
  best_ = std::move(link);
  rank_ = rank;
}

RawEntry read_xml_entry(const XmlElement& item) {
  return EntryReader().read(item);
}

}  // namespace tipoff
