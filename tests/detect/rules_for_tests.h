// Small rule books for tests.
#pragma once

#include <string>

#include "detect/rule.h"

namespace tipoff {

inline RuleBook small_book() {
  Rule buys;
  buys.id = "acquisition.en.buys";
  buys.event = "acquisition";
  buys.language = "en";
  buys.family = "deals";
  buys.patterns = {"\\bto {buy}\\b"};
  buys.unless = {"\\b{buy} wheat\\b"};
  buys.before = {true, false, Role::acquirer};
  buys.after = {true, false, Role::target};
  Rule boss;
  boss.id = "executive_appointed.en.boss";
  boss.event = "executive_appointed";
  boss.language = "en";
  boss.patterns = {"\\bnew boss of {account}"};
  RuleBook book;
  book.rules = {buys, boss};
  Language& english = book.languages["en"];
  english.code = "en";
  english.company = "(?-i:[A-Z]\\w+)";
  english.words["buy"] = {"buy", "acquire"};
  english.rumoured = {"\\bin talks\\b"};
  english.completed = {"\\bcompletes\\b"};
  english.denied = {"\\bdenies\\b"};
  english.stranger_before = {"\\bformer ", "\\bsupplier of "};
  english.stranger_after = {" supplier\\b"};
  english.apart = {";"};
  english.silences = {{"history", {"\\byears ago\\b"}, {"acquisition"}, false},
                      {"opinion", {"^opinion:"}, {}, true}};
  english.boilerplate = {"^subscribe now"};
  english.aside = {", an? unit of"};
  english.part = {"'s? [a-z]+ unit\\b"};
  english.unrelated_before = {"\\bnot related to"};
  return book;
}

}  // namespace tipoff
