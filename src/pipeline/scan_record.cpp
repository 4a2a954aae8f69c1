// ScanRecord: JSON in, JSON out.
#include "pipeline/scan_record.h"

namespace tipoff {
namespace {

std::string_view name_of(Field field) {
  return field == Field::title ? "title" : "body";
}

Json event(const Trigger& trigger, std::span<const Account> accounts) {
  Json out = {{"event", trigger.event}};
  if (trigger.account) out["account"] = accounts[*trigger.account].id;
  if (trigger.role) out["role"] = tipoff::name_of(*trigger.role);
  out["certainty"] = tipoff::name_of(trigger.certainty);
  out["confidence"] = trigger.confidence;
  out["rule"] = trigger.rule;
  out["field"] = name_of(trigger.field);
  out["begin"] = trigger.begin;
  out["end"] = trigger.end;
  out["evidence"] = trigger.evidence;
  if (trigger.ambiguous) out["ambiguous"] = true;
  return out;
}

Json mention_json(const Mention& mention, const NewsText& text, std::span<const Account> accounts) {
  const std::string_view field = mention.field == Field::title ? text.title : text.body;
  return {{"account", accounts[mention.account].id},
          {"field", name_of(mention.field)},
          {"begin", mention.begin},
          {"end", mention.end},
          {"text", field.substr(mention.begin, mention.end - mention.begin)}};
}

}  // namespace

Result<ScanRecord> read_scan_record(std::string_view line, JsonObject& object) {
  if (!object.read(line)) return failure("not a JSON object");
  if (!object.contains("id")) return failure("the field \"id\" is missing");
  if (!object.contains("title")) return failure("the field \"title\" is missing");
  const auto text = [&](std::string_view field) {
    return std::string(object.text(field).value_or(std::string_view()));
  };
  ScanRecord record;
  if (const auto number = object.integer("id")) {
    record.id = std::to_string(*number);
  } else if (object.text("id")) {
    record.id = text("id");
  } else {
    return failure("\"id\" must be a text");
  }
  record.date = text("date");
  record.text = {text("title"), text("body"), text("lang")};
  return record;
}

Json to_json(const ScanRecord& record, const ScanFinding& finding,
             std::span<const Account> accounts, bool with_mentions) {
  Json out = {{"id", record.id}, {"events", Json::array()}};
  Json review = Json::array();
  for (const Trigger& trigger : finding.triggers) {
    (trigger.ambiguous ? review : out["events"]).push_back(event(trigger, accounts));
  }
  if (!review.empty()) out["review"] = std::move(review);
  if (!with_mentions) return out;
  out["mentions"] = Json::array();
  Json ambiguous = Json::array();
  for (const Mention& mention : finding.mentions) {
    (mention.ambiguous ? ambiguous : out["mentions"])
        .push_back(mention_json(mention, record.text, accounts));
  }
  if (!ambiguous.empty()) out["ambiguous_mentions"] = std::move(ambiguous);
  return out;
}

}  // namespace tipoff
