// Each message has a thread, because libcurl may wait inside its call.
#include "net/mail_thread.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <list>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace tipoff {
namespace {

constexpr std::chrono::seconds last_wait{1};

}  // namespace

struct MailThread::Room {
  struct Letter {
    std::uint64_t id = 0;
    Mail mail;
  };

  explicit Room(MailLimits with) : limits(with), event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (event < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  }
  ~Room() { ::close(event); }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  const MailLimits limits;
  const int event;
  std::mutex mutex;
  std::condition_variable left;
  std::deque<Letter> letters;
  std::list<MailAttempt*> attempts;  // all whose thread still runs
  std::size_t unreported = 0;        // attempts whose result is not known yet
  std::vector<std::pair<std::uint64_t, MailResult>> results;
  bool closed = false;

  /// With the mutex held: gives each free place a thread.
  static void fill(const std::shared_ptr<Room>& room);
  static void carry(const std::shared_ptr<Room>& room, Letter letter);
  static void report(const std::shared_ptr<Room>& room, std::uint64_t id, MailResult result);
  static void add_result(Room& room, std::uint64_t id, MailResult result);
};

void MailThread::Room::fill(const std::shared_ptr<Room>& room) {
  while (!room->closed && room->unreported < room->limits.at_once && !room->letters.empty()) {
    Letter letter = std::move(room->letters.front());
    room->letters.pop_front();
    const std::uint64_t id = letter.id;
    try {
      std::thread([room, carried = std::move(letter)]() mutable {
        carry(room, std::move(carried));
      }).detach();
      ++room->unreported;
    } catch (const std::system_error& error) {
      add_result(*room, id,
                 {MailOutcome::try_later, 0, std::string("no thread for mail: ") + error.what()});
    }
  }
}

void MailThread::Room::carry(const std::shared_ptr<Room>& room, Letter letter) {
  MailAttempt attempt(
      std::move(letter.mail), room->limits,
      [&room, id = letter.id](MailResult result) { report(room, id, std::move(result)); });
  std::unique_lock lock(room->mutex);
  const auto place = room->attempts.insert(room->attempts.end(), &attempt);
  const bool closed = room->closed;
  lock.unlock();
  if (!closed) attempt.run();
  lock.lock();
  room->attempts.erase(place);
  room->left.notify_all();
}

void MailThread::Room::report(const std::shared_ptr<Room>& room, std::uint64_t id,
                              MailResult result) {
  const std::scoped_lock lock(room->mutex);
  --room->unreported;
  add_result(*room, id, std::move(result));
  fill(room);
}

void MailThread::Room::add_result(Room& room, std::uint64_t id, MailResult result) {
  room.results.emplace_back(id, std::move(result));
  const std::uint64_t one = 1;
  static_cast<void>(::write(room.event, &one, sizeof one));
}

MailThread::MailThread(MailLimits limits) {
  prepare_curl();
  room_ = std::make_shared<Room>(limits);
}

MailThread::~MailThread() {
  std::unique_lock lock(room_->mutex);
  room_->closed = true;
  room_->letters.clear();
  for (MailAttempt* attempt : room_->attempts) attempt->give_up();
  room_->left.wait_for(lock, last_wait, [this] { return room_->attempts.empty(); });
}

void MailThread::start(Mail mail, OnResult done) {
  waiting_.emplace(++last_id_, std::move(done));
  const std::scoped_lock lock(room_->mutex);
  room_->letters.push_back({last_id_, std::move(mail)});
  Room::fill(room_);
}

int MailThread::descriptor() const {
  return room_->event;
}

void MailThread::collect() {
  std::uint64_t count = 0;
  static_cast<void>(::read(room_->event, &count, sizeof count));
  std::unique_lock lock(room_->mutex);
  auto results = std::exchange(room_->results, {});
  lock.unlock();
  for (auto& [id, result] : results)
    if (auto found = waiting_.extract(id)) found.mapped()(std::move(result));
}

}  // namespace tipoff
