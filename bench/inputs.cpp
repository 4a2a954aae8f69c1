// Reading and inventing what is measured.
#include "inputs.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "config/account_file.h"
#include "text/json.h"
#include "text/utf8.h"

namespace tipoff::bench {
namespace {

[[noreturn]] void give_up(const std::filesystem::path& file) {
  std::cerr << file.string() << ": cannot be read\n";
  std::exit(2);
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_latin(const std::string& name) {
  return !name.empty() && static_cast<unsigned char>(name[0]) < 0x80;
}

std::string two_ideographs(std::mt19937_64& random) {
  std::string text;
  for (int i = 0; i < 2; ++i) append_utf8(text, static_cast<char32_t>(0x4E00 + random() % 0x5000));
  return text;
}

}  // namespace

std::vector<NewsText> read_texts(const std::vector<std::filesystem::path>& files) {
  std::vector<NewsText> texts;
  for (const std::filesystem::path& file : files) {
    std::ifstream in(file);
    if (!in) give_up(file);
    for (std::string line; std::getline(in, line);)
      if (const auto object = parse_json(line); object && object->is_object())
        texts.push_back(
            {text_at(*object, "title"), text_at(*object, "body"), text_at(*object, "lang")});
  }
  return texts;
}

std::vector<Account> read_list(const std::filesystem::path& file) {
  AccountReading reading = read_accounts(file);
  if (reading.accounts.empty()) give_up(file);
  return std::move(reading.accounts);
}

std::vector<Account> multiplied(const std::vector<Account>& list, std::size_t count) {
  std::mt19937_64 random(1);
  std::vector<Account> accounts;
  accounts.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Account& model = list[i % list.size()];
    Account account;
    account.name = i < list.size()        ? model.name
                   : is_latin(model.name) ? invented_word(random) + " " + model.name
                                          : two_ideographs(random) + model.name;
    account.id = std::to_string(i);
    accounts.push_back(std::move(account));
  }
  return accounts;
}

std::string invented_word(std::mt19937_64& random) {
  static constexpr const char* syllables[] = {"bra", "cor", "del", "fen", "gal", "hu",  "jor",
                                              "ka",  "lim", "mo",  "nor", "pel", "qua", "ri",
                                              "sol", "ta",  "ul",  "ve",  "wim", "zo"};
  std::string word;
  for (std::size_t i = 0, count = 2 + random() % 3; i < count; ++i)
    word += syllables[random() % std::size(syllables)];
  word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::size_t bytes_of(const std::vector<NewsText>& texts) {
  std::size_t bytes = 0;
  for (const NewsText& text : texts) bytes += text.title.size() + text.body.size();
  return bytes;
}

}  // namespace tipoff::bench
