// The account list as people keep it, and what may be wrong with it.
#include "config/account_file.h"

#include <algorithm>
#include <random>

#include "catch.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

namespace {

AccountReading parse(std::string_view text) {
  return parse_accounts(text, "accounts.csv");
}

std::vector<std::string> told(const AccountReading& reading) {
  std::vector<std::string> lines;
  for (const Complaint& complaint : reading.complaints) lines.push_back(to_text(complaint));
  return lines;
}

}  // namespace

TEST_CASE("Accounts come in order of first appearance, with every column", "[accounts]") {
  const auto reading = parse(
      "id,name,aliases,website,ticker,industry,region,contact_name,contact_title,phone,email,owner,"
      "sold_in_industry,reference_customer,personally_involved,context,exclude,do_not_call,parent,"
      "CRM\r\n"
      "nord,Nordlicht AG,NL;Nordlicht,nordlicht.example,NLA,Manufacturing;Logistics,Germany,Eva "
      "Lind,"
      "COO,+49 1,eva@nordlicht.example,anna,yes,no,x,energy,bank,,,A-1\r\n"
      "south,Südwind GmbH,,,,,,,,,,,,,,,,nein,nord,\r\n");
  REQUIRE(told(reading).empty());
  REQUIRE(reading.accounts.size() == 2);
  const Account& nord = reading.accounts[0];
  CHECK(nord.aliases == std::vector<std::string>{"NL", "Nordlicht"});
  CHECK(nord.industries == std::vector<std::string>{"Manufacturing", "Logistics"});
  CHECK(nord.contacts ==
        std::vector<Contact>{{"Eva Lind", "COO", "+49 1", "eva@nordlicht.example"}});
  CHECK(nord.sold_in_industry == true);
  CHECK(nord.reference_customer == false);
  CHECK(nord.personally_involved);
  CHECK(nord.extra == std::vector<std::pair<std::string, std::string>>{{"CRM", "A-1"}});
  CHECK(reading.accounts[1].parent == "nord");
  CHECK(reading.accounts[1].contacts.empty());
}

TEST_CASE("A missing id is the folded name, and rows of one name are one account", "[accounts]") {
  const auto reading = parse("name;contact_name\nNordlicht;Eva\nNORDLICHT;Jan\n");
  REQUIRE(told(reading).empty());
  CHECK(reading.delimiter == ';');
  REQUIRE(reading.accounts.size() == 1);
  CHECK(reading.accounts[0].id == "nordlicht");
  CHECK(reading.accounts[0].name == "Nordlicht");
  CHECK(reading.accounts[0].contacts.size() == 2);
}

TEST_CASE("A row without a name is a complaint with its line, the rest is kept", "[accounts]") {
  const auto reading = parse("id,name\n1,\"two\nlines\"\n2,\n3,Südwind\n");
  CHECK(told(reading) ==
        std::vector<std::string>{"accounts.csv:4: name: the name is missing; the row is left out"});
  REQUIRE(reading.accounts.size() == 2);
  CHECK(reading.accounts[0].name == "two lines");
}

TEST_CASE("Two names under one id are an error that names both lines", "[accounts]") {
  const auto reading = parse("id,name\n7,Nordlicht\n8,Südwind\n7,Westwind\n");
  REQUIRE(reading.complaints.size() == 1);
  CHECK_THAT(
      to_text(reading.complaints[0]),
      Catch::StartsWith("accounts.csv:4: id: '7' is 'Westwind' here but 'Nordlicht' on line 2"));
  CHECK(reading.accounts.size() == 2);
}

TEST_CASE("A row with more cells than columns is most likely an unquoted delimiter", "[accounts]") {
  const auto reading = parse("id,name\n1,Nordlicht, Inc.\n2,Südwind,,\n");
  REQUIRE(reading.complaints.size() == 1);
  CHECK_THAT(to_text(reading.complaints[0]),
             Catch::Contains("accounts.csv:2:") && Catch::Contains("quoted"));
  CHECK(reading.accounts.size() == 1);
}

TEST_CASE("A parent that is no account's id is a warning", "[accounts]") {
  const auto reading = parse("id,name,parent\n1,Nordlicht,nobody\n");
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].warning);
  CHECK(reading.complaints[0].line == 2);
}

TEST_CASE("A file that is no account list says so", "[accounts]") {
  CHECK_THAT(to_text(parse("").complaints.at(0)), Catch::Contains("holds no accounts"));
  CHECK_THAT(to_text(parse("Nordlicht,Germany\n").complaints.at(0)),
             Catch::Contains("first row must name"));
  CHECK_THAT(to_text(parse("PK\x03\x04rest").complaints.at(0)), Catch::Contains("spreadsheet"));
  const std::string zeros(100, '\0');
  CHECK_THAT(to_text(parse(zeros).complaints.at(0)), Catch::Contains("NUL"));
}

TEST_CASE("A list in GB18030 or Windows-1252 is read like any other", "[accounts]") {
  const auto chinese = parse("\xC3\xFB,name,do_not_call\n,\xD0\xA1\xC3\xD7,\xCA\xC7\n");
  CHECK(told(chinese).empty());
  CHECK(chinese.encoding == "gb18030");
  REQUIRE(chinese.accounts.size() == 1);
  CHECK(chinese.accounts[0].name == "小米");
  CHECK(chinese.accounts[0].do_not_call);

  const auto german = parse("name;region\nM\xFCller;\xD6sterreich\n");
  CHECK(german.encoding == "windows-1252");
  CHECK(german.accounts.at(0).name == "Müller");
}

TEST_CASE("A character that cannot be read is a warning with its line", "[accounts]") {
  const auto reading = parse("name\n小米科技\n平安\xE5\xB9\n");
  CHECK(reading.accounts.size() == 2);
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].warning);
  CHECK(reading.complaints[0].line == 3);
}

TEST_CASE("A file that is not there says so", "[accounts]") {
  const ScratchDirectory scratch;
  const auto reading = read_accounts(scratch.path() / "accounts.csv");
  REQUIRE(reading.complaints.size() == 1);
  CHECK_THAT(to_text(reading.complaints[0]),
             Catch::EndsWith("accounts.csv: the account file does not exist"));
  CHECK(read_accounts(scratch.write("a.csv", "name\nNordlicht\n")).accounts.size() == 1);
}

TEST_CASE("A file in which everything is wrong is given up after a thousand complaints",
          "[accounts]") {
  std::string text = "id,name\n";
  for (int i = 0; i < 5000; ++i) text += "x,\n";
  const auto reading = parse(text);
  CHECK(reading.complaints.size() == 1001);
  CHECK_THAT(reading.complaints.back().message, Catch::Contains("not read"));
}

TEST_CASE("Whatever the bytes, accounts have names and complaints have lines of the file",
          "[accounts]") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces{
      "name",       ",",  ";",  "\t",           "\"",           "\r\n",
      "\n",         "\r", "id", "\xD0\xA1",     "\xFC",         std::string(1, '\0'),
      "a",          "=",  " ",  "\xEF\xBB\xBF", "\xE5\xB9\xB3", "yes",
      "do_not_call"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = round % 2 == 0 ? "id,name,do_not_call\n" : "";
    for (auto count = random() % 40; count > 0; --count) bytes += pieces[random() % pieces.size()];
    const auto reading = parse(bytes);
    const auto lines =
        1 + std::ranges::count_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
    CAPTURE(bytes);
    for (const Account& account : reading.accounts)
      REQUIRE_FALSE((account.name.empty() || account.id.empty()));
    for (const Complaint& complaint : reading.complaints)
      REQUIRE((complaint.line >= 0 && complaint.line <= lines));
  }
}

}  // namespace tipoff
