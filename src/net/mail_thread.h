// MailThread: mail on threads of its own, a few messages at once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>

#include "net/mail_attempt.h"

namespace tipoff {

/// Values go in, results come out by an eventfd. A message whose server does not answer QUIT has
/// been reported before, and counts no longer among the ones at once.
class MailThread final : public MailTransport {
 public:
  explicit MailThread(MailLimits limits = {});
  ~MailThread() override;  // within about a second, whatever the servers do; unfinished messages
                           // are not reported
  MailThread(const MailThread&) = delete;
  MailThread& operator=(const MailThread&) = delete;

  void start(Mail mail, OnResult done) override;
  [[nodiscard]] int descriptor() const override;
  void collect() override;

 private:
  struct Room;

  std::shared_ptr<Room> room_;  // shared with the threads, which may outlive us
  std::uint64_t last_id_ = 0;
  std::map<std::uint64_t, OnResult> waiting_;
};

}  // namespace tipoff
