// Writes messages: a bundle of news for one recipient becomes the row that the outbox keeps.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "alert/brief.h"
#include "alert/bundle.h"
#include "rank/call_list.h"

namespace tipoff {

/// A callback that was agreed for today or earlier.
struct DueCallback {
  std::string account;  // name
  std::string contact;
  std::string phone;
  Time due{};
  std::string note;

  bool operator==(const DueCallback&) const = default;
};

/// What opens a digest.
struct MorningList {
  const CallList* list = nullptr;       // the version in force
  const CallList* yesterday = nullptr;  // the version a day before; null: there was none
  std::vector<DueCallback> callbacks;
  std::set<std::string> muted = {};  // ids of accounts that are not among the calls
};

/// `cause`: what makes the message unique for this recipient. The message's id follows from
/// channel, recipient and cause. The topic of what tells of one change is its notice's, else the
/// cause. A webhook is told the first of the bundle, a digest without its morning list here.
[[nodiscard]] OutboundMessage compose(const Channel& channel, const std::string& recipient,
                                      const std::string& cause, const Bundle& bundle, Time now);
[[nodiscard]] OutboundMessage compose_digest(const Channel& channel, const std::string& recipient,
                                             const std::string& cause, const Bundle& bundle,
                                             const MorningList& morning, Time now);

/// A message for people from its brief: a mail, or a chat's payload. Mails with the same `thread`
/// are shown together; empty: it stands alone. Its topic is its cause.
[[nodiscard]] OutboundMessage written(const Channel& channel, const std::string& recipient,
                                      const std::string& cause, const Brief& brief,
                                      const std::string& thread, Time now);

}  // namespace tipoff
