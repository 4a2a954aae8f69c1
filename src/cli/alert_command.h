// `tipoff alert list|retry|drop`: what is held, owed, delivered, dead and dropped.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct AlertListArguments {
  std::string state;    // empty: all
  std::string channel;  // empty: all
  std::string since;
  std::string format = "table";
};

struct AlertRetryArguments {
  std::string id;
  bool dead = false;
  std::string channel;
};

struct AlertDropArguments {
  std::string id;
};

[[nodiscard]] int alert_list_command(const Desk& desk, const AlertListArguments& arguments);
[[nodiscard]] int alert_retry_command(const Desk& desk, const AlertRetryArguments& arguments);
[[nodiscard]] int alert_drop_command(const Desk& desk, const AlertDropArguments& arguments);

}  // namespace tipoff
