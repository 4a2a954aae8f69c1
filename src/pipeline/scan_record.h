// ScanRecord: one line of a saved article file, and the line that tells what was found in it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/trigger.h"
#include "match/account.h"
#include "match/mention.h"
#include "parse/article.h"
#include "result.h"
#include "text/json.h"
#include "text/json_object.h"

namespace tipoff {

struct ScanRecord {
  std::string id;
  std::string date;  // as written
  NewsText text;
};

/// `object` lends its memory: one for each thread.
[[nodiscard]] Result<ScanRecord> read_scan_record(std::string_view line, JsonObject& object);

/// What was found in a record.
struct ScanFinding {
  std::vector<Trigger> triggers;
  std::vector<Mention> mentions;
};

/// {"id":..,"events":[..]}, and "review" for what rests on ambiguous mentions. `accounts` is empty
/// where every company counts.
[[nodiscard]] Json to_json(const ScanRecord& record, const ScanFinding& finding,
                           std::span<const Account> accounts, bool with_mentions);

}  // namespace tipoff
