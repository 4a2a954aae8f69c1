// The vocabularies of feeds, known by namespace or, where none is declared, by the usual prefix.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

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

/// The declarations in force at an element: those around it and its own. Cheap to copy. At most 64:
/// what is declared deeper than that is not looked at.
class NamespaceScope {
 public:
  /// `prefix` must outlive the scope and its copies.
  void declare(std::string_view prefix, std::string_view uri);
  [[nodiscard]] Vocabulary vocabulary_of(std::string_view prefix) const;

 private:
  struct Declaration {
    std::string_view prefix;
    Vocabulary vocabulary;
    std::size_t count;  // of this and all around it
    std::shared_ptr<const Declaration> around;
  };
  std::shared_ptr<const Declaration> innermost_;
  Vocabulary unprefixed_ = Vocabulary::core;
};

}  // namespace tipoff
