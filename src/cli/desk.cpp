#include "cli/desk.h"

#include <charconv>
#include <ostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "config/duration.h"
#include "pipeline/assembly.h"
#include "text/date.h"

namespace tipoff {

std::optional<Settings> settings_for(const Desk& desk, Secrets secrets) {
  auto reading = read_settings(find_config_file(desk.config), secrets);
  if (!any_error(reading.complaints)) return std::move(reading.settings);
  print(reading.complaints, desk.err);
  return std::nullopt;
}

void print(const Complaints& complaints, std::ostream& err) {
  for (const Complaint& complaint : complaints) err << to_text(complaint) << '\n';
}

std::size_t terminal_width() {
  constexpr std::size_t usual = 100;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
  return size.ws_col;
}

std::optional<Time> moment_named(const std::string& text, Time now) {
  if (const auto ago = parse_duration(text))
    return now - std::chrono::ceil<std::chrono::seconds>(*ago);
  return parse_date(text);
}

}  // namespace tipoff
