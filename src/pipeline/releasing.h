// Releasing: what is held for recipients becomes messages of the outbox when its time has come.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "alert/bundle.h"
#include "alert/compose.h"
#include "pipeline/assembly.h"
#include "pipeline/still_worth_telling.h"
#include "store/call_table.h"
#include "store/list_table.h"
#include "store/mute_table.h"
#include "store/notice_table.h"
#include "store/outbox_table.h"
#include "store/recipient_table.h"

namespace tipoff {

class Releasing {
 public:
  Releasing(const Assembly& assembly, Database& database);

  /// Makes the messages that are due, digests too, within the publish's transaction; stories and
  /// entries are told as they stand now. `flush`: what waits for others of its group goes as well
  /// (quiet hours and digests stay). How many messages it made.
  int release(PresentEntries& entries, Time now, bool flush);

  /// The transaction of the last release is committed.
  void settled() { settled_ = true; }

  /// When there is something to release next, at once if the last release was lost; empty: nothing
  /// is held, and no digest wanted.
  [[nodiscard]] std::optional<Time> next() const;

 private:
  struct Recipient {
    const Channel& channel;
    const std::string& address;
  };
  struct Occasion {
    PresentEntries& entries;
    std::vector<Mute> mutes;
    Time now{};
  };
  [[nodiscard]] std::vector<Notice> due(const Channel& channel, Time now, bool flush) const;
  int release(const Recipient& recipient, std::vector<Notice> due, Occasion& occasion);
  std::vector<DueNews> sift(std::vector<Notice> due, Occasion& occasion);
  [[nodiscard]] std::optional<Time> digest_due(const Recipient& recipient, Time now);
  int make_digests(const Recipient& recipient, std::vector<DueNews>& due, Time due_at,
                   Occasion& occasion);
  int make_messages(const Recipient& recipient, std::vector<DueNews> due, Occasion& occasion);
  void told(const Recipient& recipient, const Bundle& bundle, const OutboundMessage& message,
            Occasion& occasion);
  void remind(const Recipient& recipient, const DueNews& told, Occasion& occasion);
  void put_off(const Recipient& recipient, std::vector<Notice> left, Time now);
  void drop(Notice notice, const std::string& why);

  const Assembly& assembly_;
  NoticeTable notices_;
  MuteTable mutes_;
  OutboxTable outbox_;
  RecipientTable recipients_;
  StoryTable stories_;
  CallTable calls_;
  ListTable lists_;
  std::optional<Time> next_digest_;
  bool settled_ = false;
};

}  // namespace tipoff
