// CalledAccount: an account that was called, as it stood at its first call, and what came of it.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "clock.h"
#include "learn/call.h"
#include "score/account_score.h"

namespace tipoff {

/// An event that was live when the account was first called.
struct EventAtCall {
  std::string event;
  std::string rule;
  std::string source;  // the feed's name, or its host
  Certainty certainty = Certainty::announced;
  Time happened_at{};

  bool operator==(const EventAtCall&) const = default;
};

/// One seller's account. All but `calls` is what was true at the first call: it does not change
/// when the account file or the profile does.
struct CalledAccount {
  std::string id;
  std::string name;
  std::string owner;
  std::vector<std::string> industries;  // empty: unknown
  std::vector<std::string> regions;     // empty: unknown
  std::vector<std::string> titles;      // of all its contacts
  std::string title;                    // of whom was called; empty: unknown
  std::string message;                  // which of the seller's messages was used; may be empty
  std::vector<EventAtCall> events;      // in the order of the score: the best first
  std::vector<ScorePart> parts;         // of the score
  std::vector<Call> calls;              // those in force (corrected ones left out), at least one

  bool operator==(const CalledAccount&) const = default;
};

/// What became of the deal.
///  won     some call's outcome was won, whatever came before or after.
///  lost    else, the last outcome that decides (lost, not_interested) or reopens (callback,
///          meeting, proposal) decides: the account said no.
///  lapsed  else, the first call is at least a sales cycle old.
///  open    else. no_answer decides nothing, nor does wrong_person: it retires a contact, and the
///          account's other contacts can still be called.
/// Lost and lapsed accounts count as called without success; open ones count neither way.
enum class Deal { open, won, lost, lapsed };

inline constexpr std::chrono::seconds default_sales_cycle{std::chrono::hours{24 * 90}};

[[nodiscard]] Deal deal_of(const CalledAccount& account, Time now,
                           std::chrono::seconds sales_cycle = default_sales_cycle);

[[nodiscard]] Time first_call(const CalledAccount& account);
[[nodiscard]] Time last_call(const CalledAccount& account);

/// The sum of the recorded parts.
[[nodiscard]] int score_of(const CalledAccount& account);

/// Whether it came at least to a meeting (a proposal and a win come after one), at least to a
/// proposal: the signals that come before a win.
[[nodiscard]] bool came_to_meeting(const CalledAccount& account);
[[nodiscard]] bool came_to_proposal(const CalledAccount& account);

/// Whether anybody of the account was spoken to who may decide: any outcome but no_answer and
/// wrong_person.
[[nodiscard]] bool was_reached(const CalledAccount& account);

/// An account whose deal is won or counts as called without success.
struct DecidedAccount {
  const CalledAccount* account = nullptr;
  bool won = false;
};

/// All but the open ones, in their order. Pointers last as long as `accounts`.
[[nodiscard]] std::vector<DecidedAccount> decided(
    std::span<const CalledAccount> accounts, Time now,
    std::chrono::seconds sales_cycle = default_sales_cycle);

}  // namespace tipoff
