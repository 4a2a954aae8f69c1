// Lent lists: the word lists of all languages, for rules that name none.
#pragma once

#include "detect/rule.h"

namespace tipoff {

/// A trigger in plain words may hold words of several languages, and its file need not say which:
/// such rules get the certainty, strangers and silences of every language. Does nothing where all
/// rules have a language. A list that names an unknown {word list} is left where it is: it is a
/// complaint of its own language.
void lend_lists(RuleBook& book);

}  // namespace tipoff
