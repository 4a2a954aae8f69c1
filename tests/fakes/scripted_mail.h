// A post office with no servers: results by recipient, and what was handed over.
#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "net/mail.h"

namespace tipoff::fakes {

class ScriptedMail final : public MailTransport {
 public:
  ScriptedMail() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  ~ScriptedMail() override { ::close(event_); }
  ScriptedMail(const ScriptedMail&) = delete;
  ScriptedMail& operator=(const ScriptedMail&) = delete;

  /// What becomes of mail to the recipient from now on; everybody else's is accepted.
  void answer(const std::string& recipient, MailResult result) {
    results_[recipient] = std::move(result);
  }
  [[nodiscard]] const std::vector<Mail>& handed_over() const { return mails_; }
  [[nodiscard]] std::size_t under_way() const { return waiting_.size(); }

  void start(Mail mail, OnResult done) override {
    waiting_.emplace_back(mail.to, std::move(done));
    mails_.push_back(std::move(mail));
    const std::uint64_t one = 1;
    static_cast<void>(::write(event_, &one, sizeof one));
  }
  [[nodiscard]] int descriptor() const override { return event_; }

  void collect() override {
    std::uint64_t count = 0;
    static_cast<void>(::read(event_, &count, sizeof count));
    for (std::size_t left = waiting_.size(); left > 0; --left) {
      auto [recipient, done] = std::move(waiting_.front());
      waiting_.pop_front();
      const auto found = results_.find(recipient);
      done(found == results_.end() ? MailResult{MailOutcome::accepted, 250, "250 queued"}
                                   : found->second);
    }
  }

 private:
  int event_;
  std::map<std::string, MailResult> results_;
  std::vector<Mail> mails_;
  std::deque<std::pair<std::string, OnResult>> waiting_;
};

}  // namespace tipoff::fakes
