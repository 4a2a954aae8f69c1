// Inputs of the measurements: texts of JSON-lines files, account lists, and lists made longer than
// any at hand.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "match/account.h"
#include "parse/article.h"

namespace tipoff::bench {

/// Title and body of every line. Ends the program, with a message, where a file cannot be read.
[[nodiscard]] std::vector<NewsText> read_texts(const std::vector<std::filesystem::path>& files);

[[nodiscard]] std::vector<Account> read_list(const std::filesystem::path& file);

/// `count` accounts: the list's own, then the same names with an invented word before them, over
/// and over.
[[nodiscard]] std::vector<Account> multiplied(const std::vector<Account>& list, std::size_t count);

[[nodiscard]] std::string invented_word(std::mt19937_64& random);

[[nodiscard]] std::size_t bytes_of(const std::vector<NewsText>& texts);

}  // namespace tipoff::bench
