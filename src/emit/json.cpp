// Writes stories, entries and the call list as the contract's JSON.
#include "emit/json.h"

#include <span>

#include "emit/shown_entries.h"
#include "text/date.h"

namespace tipoff {
namespace {

Json to_json(const ScorePart& part) {
  Json json;
  json["criterion"] = name_of(part.criterion);
  json["points"] = part.points;
  json["of"] = part.of;
  json["because"] = part.because;
  return json;
}

Json to_json(const Disqualification& disqualified) {
  Json json;
  json["criterion"] = name_of(disqualified.criterion);
  json["because"] = disqualified.because;
  return json;
}

template <class T>
Json array_of(const std::vector<T>& values) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(to_json(value));
  return json;
}

void write_score(Json& json, const CallListEntry& entry) {
  json["score"] = entry.score.score;
  json["max_score"] = entry.score.max_score;
  json["parts"] = array_of(entry.score.parts);
  json["why_now"] = entry.why_now;
  Json events = Json::array();
  for (const Story& story : entry.score.events) events.push_back(tipoff::to_json(story));
  json["events"] = std::move(events);
}

void write_contact(Json& json, const CallListEntry& entry) {
  json["contact_name"] = entry.contact.name;
  json["contact_title"] = entry.contact.title;
  json["phone"] = entry.contact.phone;
  json["email"] = entry.contact.email;
  json["owner"] = entry.owner;
}

void write_extra(Json& json, const CallListEntry& entry) {
  if (!entry.extra.empty()) {
    Json extra = Json::object();
    for (const auto& [column, value] : entry.extra) extra[column] = value;
    json["extra"] = std::move(extra);
  }
  if (entry.score.next_change) json["next_change"] = format_utc(*entry.score.next_change);
}

}  // namespace

Json to_json(const Story& story) {
  Json json;
  json["id"] = story.id;
  json["event"] = story.event;
  json["role"] = story.role ? Json(name_of(*story.role)) : Json(nullptr);
  json["certainty"] = name_of(story.certainty);
  json["happened_at"] = format_utc(story.happened_at);
  json["seen_at"] = format_utc(story.seen_at);
  json["title"] = story.title;
  json["url"] = story.url;
  json["evidence"] = story.evidence;
  json["rule"] = story.rule;
  json["sources"] = story.sources;
  return json;
}

Json to_json(const CallListEntry& entry) {
  const auto& disqualified = entry.score.disqualified;
  Json json;
  json["rank"] = disqualified ? Json(nullptr) : Json(entry.rank);
  json["id"] = entry.id;
  json["name"] = entry.name;
  if (disqualified)
    json["disqualified"] = to_json(*disqualified);
  else
    write_score(json, entry);
  write_contact(json, entry);
  if (!disqualified) json["change"] = name_of(entry.change);
  write_extra(json, entry);
  return json;
}

Json to_json(const CallList& list, const RenderOptions& options) {
  Json json;
  json["generated_at"] = format_utc(list.generated_at);
  json["version"] = list.version;
  json["seller"] = list.seller;
  Json entries = Json::array();
  for (const CallListEntry& entry : shown_entries(list, options)) entries.push_back(to_json(entry));
  if (options.with_disqualified)
    for (const CallListEntry& entry : list.disqualified) entries.push_back(to_json(entry));
  json["entries"] = std::move(entries);
  return json;
}

}  // namespace tipoff
