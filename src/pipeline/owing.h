// Owing: which recipients are to hear of the changes that a publish found, and when.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "alert/decision.h"
#include "pipeline/assembly.h"
#include "pipeline/present_entries.h"
#include "store/mute_table.h"
#include "store/notice_table.h"
#include "store/outbox_table.h"
#include "store/recipient_table.h"

namespace tipoff {

/// Several changes of one story are one: from what was published last to what is now.
struct PublishedChange {
  Story story;
  std::optional<Certainty> previous;
  bool is_state = false;   // the story is new, or stands differently
  bool alertable = false;  // some report of it is
};

class Owing {
 public:
  Owing(const Assembly& assembly, Database& database);

  /// Makes notices, within the publish's transaction. A later state of a story takes the place of
  /// one that a recipient has not been told; `previous` is then the state that he was told. What
  /// is denied before he was told of it he does not hear of at all. What was below a recipient's
  /// min_score is told once the account's score has risen to it. How many are to be told.
  int take(const std::vector<PublishedChange>& changes, PresentEntries& entries, Time now);

 private:
  struct Recipient {
    const Channel& channel;
    const std::string& address;
  };
  [[nodiscard]] std::vector<const PublishedChange*> in_order(
      const std::vector<PublishedChange>& changes, const Profile& profile) const;
  void take_up_again(std::int64_t story);
  int tell_seller(const PublishedChange& change, const Profile& profile, PresentEntries& entries,
                  const std::vector<NoticeOfStory>& earlier);
  bool tell(const Recipient& recipient, const PublishedChange& change, TriggerNews news,
            const Profile& profile, const std::vector<NoticeOfStory>& earlier);
  int tell_risen(const std::string& account, const Profile& profile, PresentEntries& entries);
  bool tell_after_all(const Recipient& recipient, Notice low, const CallListEntry& entry,
                      const Profile& profile);
  void outshine(const Recipient& recipient, const TriggerNews& news, const Profile& profile);
  void give_up(const NoticeOfStory& earlier);
  [[nodiscard]] RecipientHistory history(const Recipient& recipient, const TriggerNews& news,
                                         const Profile& profile);
  void remember(const Recipient& recipient, const Notice& notice);

  const Assembly& assembly_;
  NoticeTable notices_;
  MuteTable mutes_;
  OutboxTable outbox_;
  RecipientTable recipients_;

  // Of the publish that is under way.
  Time now_{};
  std::vector<Mute> muted_;
  std::map<std::pair<std::string, std::string>, RecipientHistory> histories_;
};

}  // namespace tipoff
