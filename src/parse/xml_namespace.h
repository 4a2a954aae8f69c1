// The vocabularies of feeds, known by namespace or, where none is declared, by the usual prefix.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tipoff {

/// `core` is what RSS, Atom and CDF themselves define, in whatever namespace or in none.
enum class Vocabulary : std::uint8_t {
  core,
  rdf,
  dc,
  dcterms,
  content,
  media,
  itunes,
  xhtml,
  other
};

/// The declarations in force at a place of the document. At most 64: what is declared deeper than
/// that is not looked at.
class NamespaceScope {
 public:
  void declare(std::string_view prefix, std::string_view uri, std::size_t depth);
  void leave(std::size_t depth);  // forgets what was declared at this depth and below
  [[nodiscard]] Vocabulary vocabulary_of(std::string_view prefix) const;

 private:
  struct Declaration {
    std::string_view prefix;
    Vocabulary vocabulary;
    std::size_t depth;
  };
  std::vector<Declaration> declarations_;
};

}  // namespace tipoff
