// A list counts from the moment at which the daemon reads it.
#include "cli/feed_reload.h"

#include <ostream>

#include "pipeline/wake.h"

namespace tipoff {

void reload_feeds(const Desk& desk, const Settings& settings) {
  desk.out << (wake_daemon(settings.store, WakeCall::reload)
                   ? "The running tipoffd reads its lists anew.\n"
                   : "No tipoffd listens here: the next one that starts, or reloads (SIGHUP), "
                     "reads it.\n");
}

}  // namespace tipoff
