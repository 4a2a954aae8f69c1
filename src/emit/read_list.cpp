// Reads a call list back from its JSON.
#include "emit/render.h"
#include "text/date.h"
#include "text/json.h"

namespace tipoff {
namespace {

/// What is wrong with the JSON, on its way to the caller; thrown beside nlohmann's own exceptions
/// and never further.
struct Unreadable {
  std::string message;
};

std::string text_of(const Json& json, const char* field) {
  return json.at(field).get<std::string>();
}

Time time_of(const Json& json, const char* field) {
  const std::string text = text_of(json, field);
  const auto time = parse_date(text);
  if (!time) throw Unreadable{std::string(field) + " '" + text + "' is no time"};
  return *time;
}

template <class Name>
auto named(const Json& json, const char* field, Name name) {
  const std::string text = text_of(json, field);
  const auto value = name(text);
  if (!value) throw Unreadable{std::string(field) + " '" + text + "' is unknown"};
  return *value;
}

Story story_from(const Json& json, const std::string& account) {
  Story story;
  story.id = json.at("id").get<std::int64_t>();
  story.account = account;
  story.event = text_of(json, "event");
  if (!json.at("role").is_null()) story.role = named(json, "role", role_named);
  story.certainty = named(json, "certainty", certainty_named);
  story.happened_at = time_of(json, "happened_at");
  story.seen_at = time_of(json, "seen_at");
  story.title = text_of(json, "title");
  story.url = text_of(json, "url");
  story.evidence = text_of(json, "evidence");
  story.rule = text_of(json, "rule");
  story.sources = json.at("sources").get<int>();
  return story;
}

ScorePart part_from(const Json& json) {
  return {.criterion = named(json, "criterion", criterion_named),
          .points = json.at("points").get<int>(),
          .of = json.at("of").get<int>(),
          .because = text_of(json, "because")};
}

void read_ranked(const Json& json, CallListEntry& entry) {
  entry.rank = json.at("rank").get<int>();
  entry.score.score = json.at("score").get<int>();
  entry.score.max_score = json.at("max_score").get<int>();
  for (const Json& part : json.at("parts")) entry.score.parts.push_back(part_from(part));
  entry.why_now = text_of(json, "why_now");
  for (const Json& event : json.at("events"))
    entry.score.events.push_back(story_from(event, entry.id));
  entry.change = named(json, "change", movement_named);
  if (json.contains("next_change")) entry.score.next_change = time_of(json, "next_change");
}

CallListEntry entry_from(const Json& json) {
  CallListEntry entry;
  entry.id = text_of(json, "id");
  entry.name = text_of(json, "name");
  entry.contact = {.name = text_of(json, "contact_name"),
                   .title = text_of(json, "contact_title"),
                   .phone = text_of(json, "phone"),
                   .email = text_of(json, "email")};
  entry.owner = text_of(json, "owner");
  if (json.contains("extra"))
    for (const auto& [column, value] : json.at("extra").items())
      entry.extra.emplace_back(column, value.get<std::string>());
  if (json.contains("disqualified")) {
    const Json& reason = json.at("disqualified");
    entry.score.disqualified =
        Disqualification{.criterion = named(reason, "criterion", criterion_named),
                         .because = text_of(reason, "because")};
  } else {
    read_ranked(json, entry);
  }
  return entry;
}

CallList list_from(const Json& json) {
  CallList list;
  list.generated_at = time_of(json, "generated_at");
  list.version = json.at("version").get<int>();
  list.seller = text_of(json, "seller");
  for (const Json& each : json.at("entries")) {
    CallListEntry entry = entry_from(each);
    (entry.score.disqualified ? list.disqualified : list.entries).push_back(std::move(entry));
  }
  return list;
}

}  // namespace

Result<CallList> call_list_from_json(std::string_view json) {
  const auto value = parse_json(json);
  if (!value) return failure("the call list is no JSON");
  try {
    return list_from(*value);
  } catch (const Unreadable& unreadable) {
    return failure("the call list cannot be read: " + unreadable.message);
  } catch (const Json::exception& exception) {
    return failure(std::string("the call list cannot be read: ") + exception.what());
  }
}

}  // namespace tipoff
