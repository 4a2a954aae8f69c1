// `tipoff alert test|preview|route`: what an alert would do, and whether it works.
#pragma once

#include <string>

#include "cli/desk.h"
#include "net/mail.h"
#include "net/transport.h"

namespace tipoff {

struct AlertTestArguments {
  std::string name;
};

struct AlertPreviewArguments {
  std::string name;  // empty: every alert
  std::string account;
  bool raw = false;
};

struct AlertRouteArguments {
  std::string event;
  std::string account;
  std::string certainty = "announced";
  std::string at;
};

/// 4 where the receiver refused, or could not be reached.
[[nodiscard]] int alert_test_command(const Desk& desk, const AlertTestArguments& arguments);
[[nodiscard]] int test_alert(const Desk& desk, const AlertTestArguments& arguments,
                             Transport& transport, MailTransport& mail);

[[nodiscard]] int alert_preview_command(const Desk& desk, const AlertPreviewArguments& arguments);
[[nodiscard]] int alert_route_command(const Desk& desk, const AlertRouteArguments& arguments);

}  // namespace tipoff
