// Briefs that the tests of chats share. All companies are invented.
#pragma once

#include <string>
#include <utility>

#include "alert/brief.h"

namespace tipoff::test {

inline BriefItem sample_item() {
  BriefItem item;
  item.heading = "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps";
  item.link = "https://news.example/nordwerk?id=1&lang=en";
  item.rows = {{"Why now", "Nordwerk buys Halden Pumps and must join two supply chains.", ""},
               {"Call", "Anna Weber, COO", ""},
               {"Phone", "+49 (0)89 123-456", "tel:+4989123456"},
               {"E-mail", "anna_weber@nordwerk.example", "mailto:anna_weber@nordwerk.example"},
               {"Source", "https://news.example/nordwerk?id=1&lang=en",
                "https://news.example/nordwerk?id=1&lang=en"}};
  return item;
}

inline Brief brief_of(std::vector<BriefItem> items) {
  Brief brief;
  brief.subject = "2 events at your accounts";
  brief.opening = "Why this message: new";
  brief.sections = {{"", std::move(items)}};
  return brief;
}

inline Brief sample_brief() {
  BriefItem second;
  second.heading = "Halden Pumps Ltd (4/9): Halden Pumps names Ben Frost chief executive";
  second.rows = {{"Why now", "A new chief executive looks at everything anew.", ""}};
  return brief_of({sample_item(), second});
}

inline Brief long_brief(std::size_t items, std::size_t rows, const std::string& words) {
  std::vector<BriefItem> made(items);
  for (std::size_t i = 0; i < items; ++i) {
    made[i].heading = "Account " + std::to_string(i + 1) + ": " + words;
    for (std::size_t row = 0; row < rows; ++row)
      made[i].rows.push_back({"Label " + std::to_string(row + 1), words, ""});
  }
  return brief_of(std::move(made));
}

}  // namespace tipoff::test
