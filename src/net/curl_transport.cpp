// One multi handle; what does not fit into the limits waits in two queues, so that names never hold
// up addresses.
#include "net/curl_transport.h"

#include <sys/resource.h>

#include <algorithm>

namespace tipoff {
namespace {

constexpr std::size_t kept_for_others = 64;  // descriptors: store, log, signals, mail
constexpr std::size_t descriptors_a_transfer =
    3;  // two address families tried side by side, a resolver's pair
constexpr std::size_t fewest_at_once = 8;
constexpr std::chrono::milliseconds long_pause{200};
constexpr std::size_t most_at_once = 10'000;
constexpr std::size_t room_for_bodies = 2U << 20;  // bytes, of those that are large
constexpr std::size_t most_complete =
    64;  // that wait for delivery: what more is done keeps its place
         // among those that run, so that no others are begun
constexpr std::size_t portion = 1U << 20;  // bytes in the bodies that one turn delivers

std::size_t open_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;
  return std::min<std::size_t>(limit.rlim_cur, 1U << 20);
}

std::size_t bearable() {
  const std::size_t files = open_files();
  const std::size_t left = files > kept_for_others ? files - kept_for_others : 0;
  return std::clamp(left / descriptors_a_transfer, fewest_at_once, most_at_once);
}

}  // namespace

CurlTransport::CurlTransport(TransportLimits limits) : limits_(limits), room_(room_for_bodies) {
  prepare_curl();
  multi_ = owned<CurlMulti>(curl_multi_init());
  limits_.at_once = limits_.at_once == 0 ? bearable() : std::min(limits_.at_once, bearable());
  limits_.slow_names =
      std::min(limits_.slow_names, limits_.at_once / 2);  // addresses keep their share
  limits_.names_at_once = std::clamp<std::size_t>(limits_.names_at_once, 1, limits_.at_once / 4);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS,
                    static_cast<long>(limits_.at_once + limits_.at_once / 2));
}

CurlTransport::~CurlTransport() {
  for (const auto& [easy, running] : running_) curl_multi_remove_handle(multi_.get(), easy);
}

void CurlTransport::start(Request request, OnResponse done) {
  auto transfer = std::make_unique<Transfer>(std::move(request), std::move(done));
  transfer->share(room_);
  Waiting& queue = transfer->needs_name() ? names_ : addresses_;
  queue.push_back(std::move(transfer));
}

void CurlTransport::turn(std::chrono::milliseconds longest, const std::vector<int>& descriptors) {
  excuse_pause();
  const auto until = std::chrono::steady_clock::now() + longest;
  std::vector<curl_waitfd> others;
  others.reserve(descriptors.size());
  for (const int fd : descriptors) others.push_back({fd, CURL_WAIT_POLLIN, 0});
  for (;;) {
    move_on();
    if (deliver()) return leave();
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    curl_multi_poll(multi_.get(), others.data(), static_cast<unsigned>(others.size()),
                    static_cast<int>(patience(left).count()), nullptr);
    const bool called = std::ranges::any_of(others, [](const auto& fd) { return fd.revents != 0; });
    if (called || left.count() <= 0) {
      move_on();
      deliver();
      return leave();
    }
  }
}

/// Between two turns nobody looks at what has arrived: a pause that is long enough to matter is not
/// held against the servers.
void CurlTransport::excuse_pause() {
  const auto pause =
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - left_at_);
  if (left_at_ == SteadyTime{} || pause < long_pause) return;
  for (const auto& [easy, running] : running_) running.transfer->excuse(pause);
}

/// Moves every running transfer, and fills the room that the finished ones leave.
void CurlTransport::move_on() {
  admit();
  int still_running = 0;
  curl_multi_perform(multi_.get(), &still_running);
  int left = 0;
  while (complete_.size() < most_complete) {
    const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
    if (message == nullptr) break;
    if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
  }
  for (const auto& [easy, running] : running_) running.transfer->go_on_if_there_is_room();
  admit();  // the next hops, and what had no room: the poll that follows returns at once for them
}

/// How long to sleep at the most: not past the moment at which a slow name makes room for the next.
std::chrono::milliseconds CurlTransport::patience(std::chrono::milliseconds left) const {
  if (!names_.empty()) left = std::min(left, limits_.slow_name);
  return std::clamp(left, std::chrono::milliseconds{0}, std::chrono::milliseconds{60'000});
}

/// How many more names may be looked up now.
std::size_t CurlTransport::room_for_names() const {
  const auto slow_since = std::chrono::steady_clock::now() - limits_.slow_name;
  std::size_t fresh = 0;
  std::size_t slow = 0;
  for (const auto& [easy, running] : running_)
    if (running.transfer->is_resolving()) ++(running.since < slow_since ? slow : fresh);
  const std::size_t most = limits_.names_at_once + limits_.slow_names;
  return std::min(limits_.names_at_once - std::min(fresh, limits_.names_at_once),
                  most - std::min(slow + fresh, most));
}

/// Fills the room there is, a transfer of each queue in turn.
void CurlTransport::admit() {
  std::size_t names = names_.empty() ? 0 : room_for_names();
  const auto take_from = [this](Waiting& queue, bool allowed) {
    if (!allowed || queue.empty() || running_.size() >= limits_.at_once) return false;
    auto transfer = std::move(queue.front());
    queue.pop_front();
    run(std::move(transfer));
    return true;
  };
  for (bool took = true; took;) {
    took = take_from(addresses_, true);
    if (take_from(names_, names > 0)) {
      took = true;
      --names;
    }
  }
}

void CurlTransport::run(std::unique_ptr<Transfer> transfer) {
  if (transfer->handle() == nullptr && !spare_.empty()) {
    transfer->use(std::move(spare_.back()));
    spare_.pop_back();
  }
  if (!transfer->prepare()) {
    complete_.push_back(std::move(transfer));
    return;
  }
  CURL* easy = transfer->handle();
  running_.emplace(easy, Running{std::move(transfer), std::chrono::steady_clock::now()});
  curl_multi_add_handle(multi_.get(), easy);
}

void CurlTransport::finish(CURL* easy, CURLcode code) {
  const auto found = running_.find(easy);
  auto transfer = std::move(found->second.transfer);
  running_.erase(found);
  curl_multi_remove_handle(multi_.get(), easy);
  if (transfer->finish_hop(code)) {
    CurlEasy handle = transfer->hand_over();
    curl_easy_reset(handle.get());
    spare_.push_back(std::move(handle));
    complete_.push_back(std::move(transfer));
  } else {
    (transfer->needs_name() ? names_ : addresses_).push_front(std::move(transfer));
  }
}

/// A portion of what is complete: the next turn goes on. Many answers at once, unpacked all
/// together, would be a great deal of memory.
bool CurlTransport::deliver() {
  const bool any = !complete_.empty();
  std::size_t bytes = 0;
  for (std::size_t left = complete_.size(); left > 0 && bytes < portion; --left) {
    const auto transfer = std::move(complete_.front());
    complete_.pop_front();  // first: `done` may throw, and the others keep their turn
    bytes += transfer->deliver();
  }
  return any;
}

}  // namespace tipoff
