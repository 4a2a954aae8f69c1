// What publishers tell search engines, and what they tell readers.
#include "parse/paywall.h"

#include <algorithm>
#include <array>

#include "parse/xml_names.h"
#include "text/json.h"

namespace tipoff {
namespace {

constexpr int deepest_value = 8;

constexpr std::array<std::string_view, 20> phrases{"subscribe to continue",
                                                   "subscribe to read",
                                                   "continue reading with a subscription",
                                                   "to continue reading",
                                                   "to read the full article",
                                                   "already a subscriber",
                                                   "this article is for subscribers",
                                                   "this content is for subscribers",
                                                   "subscribers only",
                                                   "log in to read",
                                                   "sign in to read",
                                                   "jetzt weiterlesen",
                                                   "um weiterzulesen",
                                                   "nur für abonnenten",
                                                   "artikel ist abonnenten",
                                                   "mit einem abo",
                                                   "订阅后",
                                                   "登录后阅读",
                                                   "登录后查看",
                                                   "付费阅读"};

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower_case);
  return result;
}

bool means_no(const Json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  return value.is_string() && lowered(value.get<std::string>()) == "false";
}

/// The article itself, its graph, or a list of things; not the parts of the page it names.
bool says_closed(const Json& value, int depth) {
  if (depth > deepest_value) return false;
  if (value.is_array())
    return std::ranges::any_of(value, [&](const Json& one) { return says_closed(one, depth + 1); });
  if (!value.is_object()) return false;
  if (const auto free = value.find("isAccessibleForFree"); free != value.end())
    return means_no(*free);
  for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    const auto found = value.find(inner);
    if (found != value.end() && says_closed(*found, depth + 1)) return true;
  }
  return false;
}

}  // namespace

bool declares_paywall(const xmlNode* root) {
  for (const xmlNode* script : elements_named(root, "script")) {
    if (lowered(attribute_of(script, "type")) != "application/ld+json") continue;
    const auto json = parse_json(raw_text_of(script));
    if (json && says_closed(*json, 0)) return true;
  }
  return std::ranges::any_of(elements_named(root, "meta"), [](const xmlNode* meta) {
    return attribute_of(meta, "property") == "article:content_tier" &&
           lowered(attribute_of(meta, "content")) == "locked";
  });
}

bool sounds_like_paywall(std::string_view text) {
  const std::string low = lowered(text);
  return std::ranges::any_of(
      phrases, [&](std::string_view phrase) { return low.find(phrase) != std::string::npos; });
}

}  // namespace tipoff
