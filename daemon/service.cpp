#include "service.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <thread>

#include <malloc.h>
#include <time.h>

#include "dry_run.h"
#include "net/curl_transport.h"
#include "net/mail_thread.h"
#include "pipeline/assembly.h"
#include "pipeline/log.h"
#include "pipeline/loop.h"
#include "pipeline/wake.h"
#include "sd_notify.h"
#include "signals.h"
#include "store/instance_lock.h"
#include "text/format.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

constexpr int exit_done = 0;
constexpr int exit_wrong_input = 3;
constexpr int exit_ground_failed = 4;
constexpr auto busy_timeout = 50ms;    // another writer is short; the loop tries again
constexpr auto longest_turn = 1000ms;  // a writer that could not call is noticed within it
constexpr int most_lock_tries = 20;    // a command that publishes by itself is short
constexpr auto between_lock_tries = 50ms;

void tell(const Complaints& complaints) {
  for (const Complaint& complaint : complaints) std::cerr << to_text(complaint) << '\n';
}

/// systemd's watchdog wants a sign of life twice in this time; empty: it has none.
std::optional<std::chrono::microseconds> watchdog_time() {
  const char* text = std::getenv("WATCHDOG_USEC");
  if (text == nullptr) return std::nullopt;
  const auto microseconds = std::strtoll(text, nullptr, 10);
  if (microseconds <= 0) return std::nullopt;
  return std::chrono::microseconds{microseconds};
}

std::string monotonic_microseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::to_string(static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000);
}

TransportLimits limits(const FetchSettings& fetch) {
  TransportLimits limits;
  limits.at_once = static_cast<std::size_t>(fetch.at_once);
  return limits;
}

/// What a run with one configuration owns. A reload makes a new one: transfers on their way are
/// given up and begun again.
struct Running {
  Running(Assembly read, Clock& clock, Database& database, const InsteadOfSending& instead)
      : assembly(std::move(read)),
        transport(std::make_unique<CurlTransport>(limits(assembly.settings.fetch))),
        mail(std::make_unique<MailThread>()),
        loop({.clock = clock,
              .transport = *transport,
              .mail = *mail,
              .database = database,
              .instead = instead},
             assembly) {}

  Assembly assembly;
  std::unique_ptr<Transport> transport;
  std::unique_ptr<MailTransport> mail;
  Loop loop;
};

/// What the service works on.
struct Workplace {
  std::filesystem::path config;
  std::filesystem::path store;  // in a dry run not the one that is configured
  bool dry_run = false;
};

class Service {
 public:
  Service(Workplace place, Assembly assembly, Database& database, Signals& signals)
      : place_(std::move(place)),
        database_(database),
        signals_(signals),
        running_(running(std::move(assembly))) {}

  void run() {
    sd_notify("READY=1");
    log(Severity::info, "service.ready",
        {{"version", TIPOFF_VERSION}, {"status", running_->loop.status()}});
    const auto watchdog = watchdog_time();
    const auto longest =
        watchdog ? std::min(longest_turn,
                            std::chrono::duration_cast<std::chrono::milliseconds>(*watchdog / 2))
                 : longest_turn;
    WakeListener wake(place_.store);
    std::vector<int> descriptors{signals_.descriptor()};
    if (wake.descriptor() >= 0) descriptors.push_back(wake.descriptor());
    while (true) {
      running_->loop.turn(descriptors, longest);
      const bool called = wake.drain();
      if (watchdog) sd_notify("WATCHDOG=1");
      tell_status();
      const auto seen = signals_.take();
      if (seen.stop) break;
      if (seen.reload || called) reload();
    }
    sd_notify("STOPPING=1");
    log(Severity::info, "service.stopping");
  }

  void run_once() {
    running_->loop.run_once({signals_.descriptor()}, [this] { return signals_.take().stop; });
    const auto& totals = running_->loop.totals();
    int events = 0;
    for (const auto& [type, count] : totals.events) events += count;
    std::cerr << fmt::format(
        "{} feeds read ({} unchanged, {} failed): {} new articles, {} mentions, {} new events; {} "
        "new list version{}, {} messages tried\n",
        totals.polled, totals.unchanged, totals.failed, totals.articles, totals.mentions, events,
        totals.versions, totals.versions == 1 ? "" : "s", totals.delivered);
  }

 private:
  void tell_status() {
    auto status = "STATUS=" + running_->loop.status();
    if (status == told_status_) return;
    sd_notify(status);
    told_status_ = std::move(status);
  }

  void reload() {
    sd_notify("RELOADING=1\nMONOTONIC_USEC=" + monotonic_microseconds());
    auto reading = assemble(place_.config);
    if (reading.assembly && reading.assembly->settings.store != running_->assembly.settings.store) {
      reading.complaints.push_back(
          {.file = place_.config.string(),
           .line = 0,
           .key = "store.path",
           .message = "the store cannot change while tipoffd runs; restart it",
           .warning = false});
      reading.assembly.reset();
    }
    if (reading.assembly) {
      running_.reset();
      running_ = running(*std::move(reading.assembly));
      log(Severity::info, "service.reloaded", {{"status", running_->loop.status()}});
    } else {
      for (const Complaint& complaint : reading.complaints)
        log(Severity::warning, "reload.refused", {{"complaint", to_text(complaint)}});
    }
    sd_notify("READY=1");
  }

  std::unique_ptr<Running> running(Assembly assembly) {
    if (place_.dry_run) DryRun::restrain(assembly.settings);
    return std::make_unique<Running>(
        std::move(assembly), clock_, database_,
        place_.dry_run ? InsteadOfSending(&DryRun::show) : InsteadOfSending());
  }

  Workplace place_;
  SystemClock clock_;
  Database& database_;
  Signals& signals_;
  std::unique_ptr<Running> running_;
  std::string told_status_;
};

/// glibc learns from the first large body that was freed to keep all that come after it; and gives
/// each thread that looks a name up an arena of its own.
void give_memory_back() {
  ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 2 << 20);
  ::mallopt(M_ARENA_MAX, 2);
}

std::optional<InstanceLock> lock_of(const std::filesystem::path& store) {
  auto lock = InstanceLock::take(store);
  for (int tries = 1; !lock && tries < most_lock_tries; ++tries) {
    std::this_thread::sleep_for(between_lock_tries);
    lock = InstanceLock::take(store);
  }
  return lock;
}

void serve(Workplace place, Assembly assembly, Signals& signals, bool once) {
  Database database(place.store.string(), OpenFor::writing, busy_timeout);
  Service service(std::move(place), std::move(assembly), database, signals);
  if (once)
    service.run_once();
  else
    service.run();
}

int run(const ServiceArguments& arguments) {
  Signals signals;
  const auto config = find_config_file(arguments.config.string());
  auto reading = assemble(config);
  tell(reading.complaints);
  if (!reading.assembly) return exit_wrong_input;

  const auto store = reading.assembly->settings.store;
  if (arguments.dry_run) {
    const DryRun dry(store);
    serve({.config = config, .store = dry.store(), .dry_run = true}, *std::move(reading.assembly),
          signals, arguments.once);
    return exit_done;
  }
  if (!std::filesystem::is_directory(std::filesystem::absolute(store).parent_path())) {
    std::cerr << "the folder of the store " << store.string()
              << " does not exist: make it, or change [store] path in " << config.string() << '\n';
    return exit_ground_failed;
  }
  const auto lock = lock_of(store);
  if (!lock) {
    std::cerr << "another tipoffd has " << store.string()
              << ": stop it first, or give this one its own [store] path\n";
    return exit_ground_failed;
  }
  serve({.config = config, .store = store, .dry_run = false}, *std::move(reading.assembly), signals,
        arguments.once);
  return exit_done;
}

}  // namespace

int run_service(const ServiceArguments& arguments) {
  give_memory_back();
  open_log(arguments.verbose);
  try {
    return run(arguments);
  } catch (const std::exception& error) {
    std::cerr << "tipoffd: " << error.what() << '\n';
    return exit_ground_failed;
  }
}

}  // namespace tipoff
