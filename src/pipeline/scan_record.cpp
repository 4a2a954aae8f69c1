// ScanRecord: JSON in, JSON out.
#include "pipeline/scan_record.h"

namespace tipoff {
namespace {

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

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

Result<ScanRecord> read_scan_record(std::string_view line) {
  const auto object = parse_json(line);
  if (!object || !object->is_object()) return failure("not a JSON object");
  if (!object->contains("id")) return failure("the field \"id\" is missing");
  if (!object->contains("title")) return failure("the field \"title\" is missing");
  const Json& id = (*object)["id"];
  if (!id.is_string() && !id.is_number_integer()) return failure("\"id\" must be a text");
  ScanRecord record;
  record.id = id.is_string() ? id.get<std::string>() : dump(id);
  record.date = text_at(*object, "date");
  record.text = {text_at(*object, "title"), text_at(*object, "body"), text_at(*object, "lang")};
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
