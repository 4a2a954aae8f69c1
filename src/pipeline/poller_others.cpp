// The part of the Poller that lets others ask the same hosts: hubs stand behind the same gate.
#include "pipeline/poller.h"
#include "text/url.h"

namespace tipoff {

std::optional<Time> Poller::opens_for_other(const std::string& url, Time now) {
  const HostIndex host = host_index(host_of(url));
  if (gate_.is_full(hosts_[host].name)) return std::nullopt;
  return gate_.opens_at(hosts_[host].name, now);
}

void Poller::other_started(const std::string& url, Time now) {
  gate_.started(hosts_[host_index(host_of(url))].name, now);
}

/// The feeds that it kept waiting can go on.
void Poller::other_finished(const std::string& url, std::optional<Time> held_until) {
  const HostIndex host = host_index(host_of(url));
  gate_.finished(hosts_[host].name);
  if (held_until) gate_.hold(hosts_[host].name, *held_until);
  ready_.push_back(host);
}

void Poller::remember_other(const std::string& url, std::optional<Time> held_until) {
  const std::string host = host_of(url);
  if (host.empty()) return;
  if (held_until) table_.hold_host(host, *held_until);
  if (const HostPace* pace = gate_.pace(host)) table_.save_pace(host, pace->spent_until());
}

}  // namespace tipoff
