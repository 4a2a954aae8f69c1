// HostGate: which hosts may be asked now, so that none is asked too much at once or before it said.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "clock.h"
#include "fetch/host_pace.h"

namespace tipoff {

class HostGate {
 public:
  explicit HostGate(int per_host) : per_host_(per_host < 1 ? 1 : per_host) {}

  /// Not full, not held, and within its budget.
  [[nodiscard]] bool may_start(std::string_view host, Time now) const;
  void started(std::string_view host, Time now);
  void finished(std::string_view host);

  /// Retry-After holds the whole host. A later hold never shortens an earlier one.
  void hold(std::string_view host, Time until);

  /// When the hold ends; nothing where the host is not held.
  [[nodiscard]] std::optional<Time> held_until(std::string_view host, Time now) const;

  /// Requests a day from now on.
  void set_pace(std::string_view host, const HostPace& pace);
  [[nodiscard]] const HostPace* pace(std::string_view host) const;

  /// When neither hold nor budget are in the way; `now` where they are not.
  [[nodiscard]] Time opens_at(std::string_view host, Time now) const;

  [[nodiscard]] bool is_full(std::string_view host) const { return running(host) >= per_host_; }
  [[nodiscard]] int running(std::string_view host) const;
  void set_per_host(int per_host) { per_host_ = per_host < 1 ? 1 : per_host; }

  /// Forgets the holds that have ended: now and then, lest hosts pile up.
  void tidy(Time now);

 private:
  struct Host {
    int running = 0;
    Time held{};
    std::optional<HostPace> pace;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  Host& host(std::string_view name);
  [[nodiscard]] const Host* find(std::string_view name) const;

  int per_host_;
  std::unordered_map<std::string, Host, Hash, std::equal_to<>> hosts_;
};

}  // namespace tipoff
