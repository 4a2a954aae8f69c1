// Vocabularies, by address and by the usual prefix.
#include "parse/xml_namespace.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A vocabulary is known by its address, whatever the prefix", "[parse][xml]") {
  NamespaceScope scope;
  scope.declare("x", " HTTPS://purl.org/dc/elements/1.1/");
  scope.declare("", "http://www.w3.org/2005/Atom");
  CHECK(scope.vocabulary_of("x") == Vocabulary::dc);
  CHECK(scope.vocabulary_of("") == Vocabulary::core);
}

TEST_CASE("An undeclared prefix means what it usually does", "[parse][xml]") {
  const NamespaceScope scope;
  CHECK(scope.vocabulary_of("dc") == Vocabulary::dc);
  CHECK(scope.vocabulary_of("Media") == Vocabulary::media);
  CHECK(scope.vocabulary_of("acme") == Vocabulary::other);
  CHECK(scope.vocabulary_of("") == Vocabulary::core);
}

TEST_CASE("A declaration holds within its element only", "[parse][xml]") {
  const NamespaceScope around;
  NamespaceScope within = around;
  within.declare("", "http://www.w3.org/1999/xhtml");
  CHECK(within.vocabulary_of("") == Vocabulary::xhtml);
  CHECK(around.vocabulary_of("") == Vocabulary::core);
}

TEST_CASE("Of declarations without end the outermost 64 count", "[parse][xml]") {
  NamespaceScope scope;
  for (int i = 0; i < 64; ++i) scope.declare("x", "http://purl.org/dc/terms/");
  scope.declare("x", "http://www.w3.org/1999/xhtml");
  CHECK(scope.vocabulary_of("x") == Vocabulary::dcterms);
}

TEST_CASE("A prefixed name in an unknown namespace is somebody else's, an unprefixed one is not",
          "[parse][xml]") {
  NamespaceScope scope;
  scope.declare("acme", "http://acme.example/ns");
  scope.declare("", "http://acme.example/ns");
  CHECK(scope.vocabulary_of("acme") == Vocabulary::other);
  CHECK(scope.vocabulary_of("") == Vocabulary::core);
}

}  // namespace tipoff
