// A newsroom whose rules change after it has read the news.
#pragma once

#include <string>

#include "catch.h"
#include "fakes/newsroom.h"

namespace tipoff::fakes {

/// Plain words, one language. A rule file of its own and no shipped ones.
inline std::string word_rule(const std::string& id, const std::string& event,
                             const std::string& words) {
  return "[[rule]]\nid = \"" + id + "\"\nevent = \"" + event + "\"\nwords = [\"" + words + "\"]\n";
}

/// From now on these rules are in force instead.
inline void change_rules(Newsroom& newsroom, const std::string& rules) {
  const auto config = newsroom.folder.path() / "tipoff.toml";
  auto text = newsroom.folder.read("tipoff.toml");
  if (text.find("[rules]") == std::string::npos)
    newsroom.folder.write("tipoff.toml", text + "[rules]\ndirs = [\"rules\"]\n");
  newsroom.folder.write("rules/mine.toml", rules);
  auto reading = assemble(config);
  for (const Complaint& complaint : reading.complaints) UNSCOPED_INFO(to_text(complaint));
  REQUIRE(reading.assembly);
  newsroom.assembly = std::make_unique<Assembly>(*std::move(reading.assembly));
}

}  // namespace tipoff::fakes
