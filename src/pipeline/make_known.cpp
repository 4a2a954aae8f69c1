// The instance lock tells whether there is a daemon.
#include "pipeline/make_known.h"

#include <thread>

#include "pipeline/assembly.h"
#include "pipeline/publish.h"
#include "pipeline/wake.h"
#include "store/instance_lock.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

constexpr int most_tries = 40;
constexpr auto between_tries = 50ms;

MadeKnown publish_here(const std::filesystem::path& config_file, Database& database, Time now) {
  auto reading = assemble(config_file, Secrets::spared);
  if (!reading.assembly)
    return {.how = MadeKnown::How::waits, .complaints = std::move(reading.complaints)};
  Publisher publisher(*reading.assembly, database);
  (void)publisher.publish(now, true);
  publisher.write_files();
  return {.how = MadeKnown::How::published, .complaints = {}};
}

}  // namespace

MadeKnown make_known(const std::filesystem::path& config_file, const std::filesystem::path& store,
                     Database& database, Time now) {
  for (int tries = 0; tries < most_tries; ++tries) {
    if (const auto lock = InstanceLock::take(store))
      return publish_here(config_file, database, now);
    if (wake_daemon(store)) return {.how = MadeKnown::How::woken, .complaints = {}};
    std::this_thread::sleep_for(between_tries);
  }
  return {.how = MadeKnown::How::waits, .complaints = {}};
}

}  // namespace tipoff
