// `tipoff check`: everything that is wrong in the files that people write, at once.
#pragma once

#include "cli/desk.h"

namespace tipoff {

[[nodiscard]] int check_command(const Desk& desk);

}  // namespace tipoff
