// Orders scored accounts into a call list, and tells what moved since the last one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "rank/call_list.h"

namespace tipoff {

struct Candidate {
  const Account* account = nullptr;
  AccountScore score;
  std::optional<Time> last_call;
};

/// Order: score; newest live event; number of live stories; longest since the last call, never
/// called first; name by bytes; id. `top` bounds the entries, 0 = all; disqualified candidates
/// stand apart. `change` is measured against `previous`. version and generated_at are the
/// publisher's to fill in.
[[nodiscard]] CallList rank(std::vector<Candidate> candidates, const Profile& profile,
                            std::size_t top, const CallList& previous);

/// Whether a new version is due: anything that a list shows differs, but version, generated_at and
/// change. What its JSON does not hold (fingerprints, feeds, standing and confidence of a story)
/// does not count, so that a list equals itself read back.
[[nodiscard]] bool differs(const CallList& a, const CallList& b);

}  // namespace tipoff
