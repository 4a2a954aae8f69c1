// Account, Contact: one customer or prospect, as the seller's list holds it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tipoff {

struct Contact {
  std::string name;
  std::string title;
  std::string phone;
  std::string email;

  bool operator==(const Contact&) const = default;
};

/// Rows of the account file that share an id are one account with several contacts.
struct Account {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  std::string website;
  std::vector<std::string> tickers;
  std::vector<std::string> industries;  // empty: unknown
  std::vector<std::string> regions;     // empty: unknown
  std::vector<Contact> contacts;
  std::string owner;
  std::optional<bool> sold_in_industry;    // empty: the profile decides
  std::optional<bool> reference_customer;  // empty: the profile decides
  bool personally_involved = false;
  bool do_not_call = false;
  std::vector<std::string>
      context;  // words of which one must stand in the article before a risky bare name counts
  std::vector<std::string> exclude;  // whole words that rule an article out
  std::string parent;                // id of the account that owns this one; may be empty
  std::vector<std::pair<std::string, std::string>>
      extra;  // unknown columns, in file order: they come back in exports

  bool operator==(const Account&) const = default;
};

}  // namespace tipoff
