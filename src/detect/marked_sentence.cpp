// MarkedSentence: names replaced by marks.
#include "detect/marked_sentence.h"

#include "detect/pattern.h"

namespace tipoff {

MarkedSentence::MarkedSentence(std::string_view sentence, std::span<const NamePlace> names,
                               AccountIndex account) {
  std::size_t copied = 0;
  for (const NamePlace& name : names) {
    if (name.span.begin < copied) continue;
    const Span bare = without_possessive(sentence, name.span);
    text_ += sentence.substr(copied, bare.begin - copied);
    shifts_.push_back({text_.size(), bare});
    text_ += name.account == account ? account_mark : other_mark;
    copied = bare.end;
  }
  text_ += sentence.substr(copied);
}

std::size_t MarkedSentence::real_begin(std::size_t at) const {
  const Shift* last = nullptr;
  for (const Shift& shift : shifts_) {
    if (shift.marked == at) return shift.real.begin;
    if (shift.marked > at) break;
    last = &shift;
  }
  return last == nullptr ? at : last->real.end + (at - last->marked - 1);
}

Span MarkedSentence::real(Span marked) const {
  if (marked.begin >= marked.end) return {};
  const Span last = {real_begin(marked.end - 1), 0};
  for (const Shift& shift : shifts_) {
    if (shift.marked == marked.end - 1) return {real_begin(marked.begin), shift.real.end};
  }
  return {real_begin(marked.begin), last.begin + 1};
}

}  // namespace tipoff
