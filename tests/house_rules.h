// The order of the folders and the homes of the libraries: the one place to change when the house
// changes.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace tipoff::house {

/// The ground first. "" is src/ itself.
inline const std::vector<std::string> folders = {
    "",     "text", "net",   "fetch", "parse",  "match", "detect",   "cluster", "score",
    "rank", "emit", "alert", "learn", "config", "store", "pipeline", "web",     "cli"};

/// A library's include prefix and the folders that may name it. daemon/ is called "daemon".
inline const std::map<std::string, std::vector<std::string>> homes = {
    {"iconv.h", {"text"}},
    {"uchardet", {"text"}},
    {"utf8proc", {"text"}},
    {"date/", {"text"}},
    {"nlohmann/", {"text"}},
    {"simdjson.h", {"text"}},
    {"fmt/", {"text"}},
    {"curl/", {"net"}},
    {"libdeflate", {"net"}},
    {"openssl/", {"net"}},
    {"pugixml", {"parse", "emit"}},
    {"libxml/", {"parse"}},
    {"re2/", {"detect"}},
    {"toml++/", {"config"}},
    {"SQLiteCpp/", {"store"}},
    {"sqlite3", {"store"}},
    {"spdlog/", {"pipeline", "web", "cli", "daemon"}},
    {"microhttpd", {"web"}},
    {"CLI/", {"cli", "daemon"}},
};

}  // namespace tipoff::house
