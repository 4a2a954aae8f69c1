// Writes conversion and proposals with the contract's field names.
#include "learn/report_json.h"

namespace tipoff {
namespace {

Json interval_json(const Interval& interval) {
  return Json::array({interval.low, interval.high});
}

Json to_json(const ConversionRow& row) {
  Json json;
  json["criterion"] = name_of(row.facet.side);
  json["value"] = row.facet.value;
  json["called"] = row.tally.called;
  json["open"] = row.tally.open;
  json["won"] = row.tally.won;
  json["rate"] = row.tally.rate();
  json["interval"] = interval_json(row.tally.interval());
  return json;
}

}  // namespace

Json to_json(const Proposal& proposal, int number) {
  Json json;
  json["number"] = number;
  json["change"] = proposal.change;
  json["because"] = proposal.because;
  json["effect"] = proposal.effect;
  Json settings = Json::array();
  for (const SettingChange& setting : proposal.settings) {
    Json entry;
    entry["key"] = setting.key;
    entry["from"] = setting.from.empty() ? Json(nullptr) : Json(setting.from);
    entry["to"] = setting.to;
    settings.push_back(std::move(entry));
  }
  json["settings"] = std::move(settings);
  return json;
}

Json report_json(const Conversion& conversion, std::span<const Proposal> proposals) {
  Json json;
  json["accounts_called"] = conversion.all.called;
  json["open"] = conversion.all.open;
  json["won"] = conversion.all.won;
  json["lost"] = conversion.lost;
  json["lapsed"] = conversion.lapsed;
  json["meetings"] = conversion.meetings;
  json["proposals_made"] = conversion.proposals;
  json["rate"] = conversion.all.rate();
  json["interval"] = interval_json(conversion.all.interval());
  json["target"] = conversion.target;
  json["verdict"] = name_of(conversion.verdict);
  Json by = Json::array();
  for (const ConversionRow& row : conversion.by) by.push_back(to_json(row));
  json["by"] = std::move(by);
  Json list = Json::array();
  for (const Proposal& proposal : proposals)
    list.push_back(to_json(proposal, static_cast<int>(list.size()) + 1));
  json["proposals"] = std::move(list);
  return json;
}

}  // namespace tipoff
