// Sentences: in order, apart, none empty, and nothing but white space is left out.
#include "text/sentences.h"

#include <algorithm>

#include "must.h"
#include "targets.h"

namespace tipoff::fuzz {

void sentences(std::string_view bytes) {
  const auto is_blank = [&](std::size_t begin, std::size_t end) {
    const auto between = bytes.substr(begin, end - begin);
    return std::all_of(between.begin(), between.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  };
  std::size_t done = 0;
  for (const Span& span : tipoff::sentences(bytes)) {
    must(span.begin >= done && span.end <= bytes.size(), "sentences stand in order");
    must(span.begin < span.end, "no sentence is empty");
    must(is_blank(done, span.begin), "only white space stands between sentences");
    done = span.end;
  }
  must(is_blank(done, bytes.size()), "only white space stands behind the last sentence");
}

}  // namespace tipoff::fuzz
