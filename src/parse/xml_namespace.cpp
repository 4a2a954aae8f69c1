// Namespaces: many addresses have been used for the same vocabulary.
#include "parse/xml_namespace.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "parse/xml_names.h"

namespace tipoff {
namespace {

constexpr std::size_t most_declarations = 64;

struct Known {
  std::string_view text;
  Vocabulary vocabulary;
};

// Beginnings, in lower case.
constexpr auto known_uris = std::to_array<Known>({
    {"http://purl.org/dc/elements/", Vocabulary::dc},
    {"http://purl.org/dc/terms/", Vocabulary::dcterms},
    {"http://purl.org/rss/1.0/modules/content/", Vocabulary::content},
    {"http://search.yahoo.com/mrss", Vocabulary::media},
    {"http://api.maps.yahoo.com/", Vocabulary::other},
    {"http://www.itunes.com/dtds/", Vocabulary::itunes},
    {"http://example.com/dtds/podcast", Vocabulary::itunes},
    {"http://www.w3.org/1999/xhtml", Vocabulary::xhtml},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", Vocabulary::rdf},
    {"http://www.w3.org/2005/atom", Vocabulary::core},
    {"http://purl.org/atom/", Vocabulary::core},
    {"http://purl.org/rss/1.0/modules/", Vocabulary::other},
    {"http://purl.org/rss/1.0/", Vocabulary::core},
    {"http://my.netscape.com/", Vocabulary::core},
    {"http://channel.netscape.com/", Vocabulary::core},
    {"http://backend.userland.com/", Vocabulary::core},
    {"http://blogs.law.harvard.edu/tech/rss", Vocabulary::core},
    {"http://purl.org/net/rss", Vocabulary::core},
    {"http://example.com/newformat", Vocabulary::core},
    {"http://example.com/necho", Vocabulary::core},
    {"http://purl.org/echo/", Vocabulary::core},
    {"uri/of/echo/namespace", Vocabulary::core},
    {"http://hacks.benhammersley.com/rss/", Vocabulary::core},
    {"rss20", Vocabulary::core},
});

constexpr auto known_prefixes = std::to_array<Known>({
    {"dc", Vocabulary::dc},
    {"dcterms", Vocabulary::dcterms},
    {"content", Vocabulary::content},
    {"media", Vocabulary::media},
    {"itunes", Vocabulary::itunes},
    {"xhtml", Vocabulary::xhtml},
    {"rdf", Vocabulary::rdf},
    {"atom", Vocabulary::core},
    {"atom10", Vocabulary::core},
    {"a10", Vocabulary::core},
    {"rss", Vocabulary::core},
});

std::string lower(std::string_view text) {
  std::string copy(text);
  std::transform(copy.begin(), copy.end(), copy.begin(), lower_case);
  return copy;
}

// An unprefixed name in an unknown namespace is taken for what it says; a prefixed one is somebody
// else's.
Vocabulary vocabulary_at(std::string_view uri, bool prefixed) {
  while (!uri.empty() && uri.front() <= ' ') uri.remove_prefix(1);
  std::string wanted = lower(uri.substr(0, 80));
  if (wanted.starts_with("https:")) wanted.erase(4, 1);
  for (const Known& known : known_uris)
    if (wanted.starts_with(known.text)) return known.vocabulary;
  return prefixed ? Vocabulary::other : Vocabulary::core;
}

}  // namespace

void NamespaceScope::declare(std::string_view prefix, std::string_view uri) {
  const std::size_t count = innermost_ ? innermost_->count + 1 : 1;
  if (count > most_declarations) return;
  const Vocabulary vocabulary = vocabulary_at(uri, !prefix.empty());
  if (prefix.empty()) unprefixed_ = vocabulary;
  innermost_ =
      std::make_shared<const Declaration>(Declaration{prefix, vocabulary, count, innermost_});
}

Vocabulary NamespaceScope::vocabulary_of(std::string_view prefix) const {
  if (prefix.empty()) return unprefixed_;
  for (const auto* declaration = innermost_.get(); declaration != nullptr;
       declaration = declaration->around.get())
    if (declaration->prefix == prefix) return declaration->vocabulary;
  const std::string wanted = lower(prefix.substr(0, 16));
  for (const Known& known : known_prefixes)
    if (wanted == known.text) return known.vocabulary;
  return Vocabulary::other;
}

}  // namespace tipoff
