// Tells what became of the facts.
#include "cli/hand_over.h"

#include <ostream>

#include <pwd.h>
#include <unistd.h>

#include "cli/exit_code.h"
#include "pipeline/make_known.h"

namespace tipoff {

int hand_over(const Desk& desk, const Settings& settings, Database& database) {
  const auto known = make_known(settings.file, settings.store, database, desk.now);
  print(known.complaints, desk.err);
  if (known.how != MadeKnown::How::waits) return exit_done;
  desk.err << "Recorded; the list follows at the next publish of tipoffd.\n";
  return known.complaints.empty() ? exit_done : exit_wrong_input;
}

std::string user_name() {
  const passwd* user = ::getpwuid(::getuid());
  return user == nullptr ? "user " + std::to_string(::getuid()) : user->pw_name;
}

}  // namespace tipoff
