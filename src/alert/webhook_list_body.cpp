// Writes the body of a webhook that tells what moved on a call list.
#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "alert/safe_text.h"
#include "alert/webhook_body.h"
#include "text/date.h"
#include "text/json.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_body = 19'000;  // bytes; the contract says 20 KB
constexpr std::size_t longest_text = 600;     // bytes of a name or sentence
constexpr std::array kinds = {"entered", "rose", "fell", "left"};

enum Kind : std::size_t { entered, rose, fell, left };

/// Where a change of rank stands: `now` is null for an account that left, `before` for one that
/// entered.
struct Move {
  Kind kind = entered;
  const CallListEntry* now = nullptr;
  const CallListEntry* before = nullptr;

  [[nodiscard]] int best_rank() const {
    constexpr int none = std::numeric_limits<int>::max();
    return std::min(now == nullptr ? none : now->rank, before == nullptr ? none : before->rank);
  }
};

using Places = std::unordered_map<std::string_view, const CallListEntry*>;

Places places_of(const CallList* list) {
  Places places;
  if (list == nullptr) return places;
  for (const CallListEntry& entry : list->entries) places.emplace(entry.id, &entry);
  return places;
}

std::vector<Move> moves_between(const CallList* before, const CallList& list) {
  Places old = places_of(before);
  std::vector<Move> moves;
  for (const CallListEntry& entry : list.entries) {
    const auto found = old.find(entry.id);
    if (found == old.end()) {
      moves.push_back({entered, &entry, nullptr});
      continue;
    }
    const CallListEntry* was = found->second;
    old.erase(found);
    if (entry.rank != was->rank)
      moves.push_back({entry.rank < was->rank ? rose : fell, &entry, was});
  }
  for (const auto& [id, was] : old) moves.push_back({left, nullptr, was});
  std::ranges::sort(moves, [](const Move& a, const Move& b) {
    const int first = a.best_rank();
    const int second = b.best_rank();
    return first != second ? first < second : a.kind < b.kind;
  });
  return moves;
}

Json number_in(const CallListEntry* entry, int CallListEntry::* member) {
  return entry == nullptr ? Json(nullptr) : Json(entry->*member);
}

Json score_in(const CallListEntry* entry) {
  return entry == nullptr ? Json(nullptr) : Json(entry->score.score);
}

Json to_json(const Move& move) {
  const CallListEntry& shown = move.now == nullptr ? *move.before : *move.now;
  Json json;
  json["id"] = safe_line(shown.id, longest_text);
  json["name"] = safe_line(shown.name, longest_text);
  json["rank"] = number_in(move.now, &CallListEntry::rank);
  json["rank_before"] = number_in(move.before, &CallListEntry::rank);
  json["score"] = score_in(move.now);
  json["score_before"] = score_in(move.before);
  if (move.now != nullptr) json["why_now"] = safe_line(shown.why_now, longest_text);
  return json;
}

/// Adds moves until there is no room for the next; the rest is counted.
void add(Json& data, const std::vector<Move>& moves) {
  Json counts = Json::object();
  for (const char* kind : kinds) {
    data[kind] = Json::array();
    counts[kind] = 0;
  }
  for (const Move& move : moves) {
    Json& count = counts[kinds.at(move.kind)];
    count = count.get<std::size_t>() + 1;
  }
  std::size_t size = dump(data).size() + dump(counts).size();
  std::size_t told = 0;
  for (const Move& move : moves) {
    Json json = to_json(move);
    size += dump(json).size() + 1;
    if (size > longest_body) break;
    data[kinds.at(move.kind)].push_back(std::move(json));
    ++told;
  }
  data["counts"] = std::move(counts);
  data["more"] = moves.size() - told;
}

}  // namespace

std::string call_list_body(const CallList& list, const CallList* before) {
  const bool had_version = before != nullptr && before->version > 0;
  Json data;
  data["seller"] = safe_line(list.seller, longest_text);
  data["version"] = list.version;
  data["version_before"] = had_version ? Json(before->version) : Json(nullptr);
  data["entries"] = list.entries.size();
  add(data, moves_between(before, list));
  Json body;
  body["type"] = "call_list.updated";
  body["timestamp"] = format_utc(list.generated_at);
  body["data"] = std::move(data);
  return dump(body);
}

}  // namespace tipoff
