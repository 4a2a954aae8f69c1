// Counts transfers by host. Files have no host, and no limit.
#include "fetch/host_gate.h"

#include <algorithm>

namespace tipoff {

bool HostGate::may_start(std::string_view host, Time now) const {
  return host.empty() || (!is_full(host) && opens_at(host, now) <= now);
}

void HostGate::started(std::string_view name, Time now) {
  if (name.empty()) return;
  Host& asked = host(name);
  ++asked.running;
  if (asked.pace) asked.pace->spend(now);
}

void HostGate::set_pace(std::string_view name, const HostPace& pace) {
  if (!name.empty()) host(name).pace = pace;
}

const HostPace* HostGate::pace(std::string_view name) const {
  const Host* known = find(name);
  return known != nullptr && known->pace ? &*known->pace : nullptr;
}

Time HostGate::opens_at(std::string_view name, Time now) const {
  const Host* known = name.empty() ? nullptr : find(name);
  if (known == nullptr) return now;
  const Time opens = std::max(now, known->held);
  return known->pace ? std::max(opens, known->pace->opens_at()) : opens;
}

void HostGate::finished(std::string_view name) {
  const auto found = hosts_.find(name);
  if (found == hosts_.end()) return;
  found->second.running = std::max(0, found->second.running - 1);
  if (found->second.running == 0 && found->second.held == Time{} && !found->second.pace)
    hosts_.erase(found);
}

void HostGate::hold(std::string_view name, Time until) {
  if (!name.empty()) host(name).held = std::max(host(name).held, until);
}

std::optional<Time> HostGate::held_until(std::string_view name, Time now) const {
  const Host* known = find(name);
  if (known == nullptr || known->held <= now) return std::nullopt;
  return known->held;
}

int HostGate::running(std::string_view name) const {
  const Host* known = find(name);
  return known == nullptr ? 0 : known->running;
}

void HostGate::tidy(Time now) {
  std::erase_if(hosts_, [now](const auto& entry) {
    return entry.second.running == 0 && entry.second.held <= now && !entry.second.pace;
  });
}

HostGate::Host& HostGate::host(std::string_view name) {
  const auto found = hosts_.find(name);
  return found != hosts_.end() ? found->second
                               : hosts_.emplace(std::string(name), Host{}).first->second;
}

const HostGate::Host* HostGate::find(std::string_view name) const {
  const auto found = hosts_.find(name);
  return found == hosts_.end() ? nullptr : &found->second;
}

}  // namespace tipoff
