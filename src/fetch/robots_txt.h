// RobotsTxt: what a host lets robots read (RFC 9309).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

inline constexpr std::string_view robot_name = "tipoff";       // our product token
inline constexpr std::size_t largest_robots_txt = 512U << 10;  // bytes; what follows is not read

class RobotsTxt {
 public:
  /// Reads any bytes. The groups that name the robot hold for it; where none does, those of "*".
  [[nodiscard]] static RobotsTxt parse(std::string_view bytes, std::string_view robot = robot_name);
  [[nodiscard]] static RobotsTxt allowing_all() { return {}; }
  [[nodiscard]] static RobotsTxt allowing_nothing();

  /// What the answer to a request for /robots.txt means (2.3.1): 2xx is read; 4xx, there is none,
  /// so all is allowed; anything else, it cannot be known, so nothing is.
  [[nodiscard]] static RobotsTxt of_answer(int status, std::string_view body);

  /// The rule with the longest pattern decides; of equally long ones the one that allows.
  /// /robots.txt itself may always be asked for.
  [[nodiscard]] bool allows(std::string_view url) const;

  /// Crawl-delay, which no standard knows but hosts write: at least so long between two requests,
  /// an hour at the most.
  [[nodiscard]] std::optional<std::chrono::seconds> delay() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;  // percent-encoding normalised
    bool allow = false;
  };
  std::vector<Rule> rules_;
  std::optional<std::chrono::seconds> delay_;
};

/// "https://host:port/robots.txt" of any http or https URL.
[[nodiscard]] std::string robots_url(std::string_view url);

}  // namespace tipoff
