// What the fuzzers feed with any bytes, and what must hold of whatever comes out.
#pragma once

#include <string_view>

/// Each throws std::logic_error where something does not hold.
namespace tipoff::fuzz {

void feed(std::string_view bytes);
void html(std::string_view bytes);
void date(std::string_view bytes);
void charset(std::string_view bytes);
void opml(std::string_view bytes);
void opml_edit(std::string_view bytes);
void csv(std::string_view bytes);
void rule_file(std::string_view bytes);
void sentences(std::string_view bytes);

}  // namespace tipoff::fuzz
