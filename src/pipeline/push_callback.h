// PushCallback: what happens when a hub calls: verification of intent, and the documents it sends.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "fetch/intent.h"
#include "store/push_table.h"
#include "store/subscription_table.h"

namespace tipoff {

/// What came with a document.
struct PushedDocument {
  std::string content_type;
  std::string signature;  // of X-Hub-Signature
  std::string body;
};

/// ignored: wrongly signed or not at all; over: the subscription has been ended by us; full: the
/// daemon has too many to take in already.
enum class PushReceipt { stored, ignored, unknown, over, full };

/// Each call is one short transaction. Failures of the store are SQLite::Exceptions.
class PushCallback {
 public:
  /// `store`: the path of the database, beside which the daemon listens.
  PushCallback(Database& database, std::filesystem::path store)
      : database_(database), store_(std::move(store)), table_(database), pushes_(database) {}

  [[nodiscard]] bool knows(const std::string& token) const {
    return table_.find(token).has_value();
  }

  /// known: the token is one of ours. `challenge` is to be sent back; empty where it was not
  /// agreed.
  struct Verification {
    bool known = false;
    bool heard = false;  // a denial, which wants no challenge
    std::string challenge;
  };
  [[nodiscard]] Verification verify(const std::string& token, const Intent& intent, Time now);

  /// Stores what is well signed, and wakes the daemon.
  [[nodiscard]] PushReceipt receive(const std::string& token, const PushedDocument& document,
                                    Time now);

 private:
  Database& database_;
  std::filesystem::path store_;
  SubscriptionTable table_;
  PushTable pushes_;
};

}  // namespace tipoff
