// JsonObject: simdjson's parser and its present document.
#include "text/json_object.h"

#include <simdjson.h>

namespace tipoff {

struct JsonObject::Parsed {
  simdjson::dom::parser parser;
  std::optional<simdjson::dom::object> object;  // empty where the last text was none

  template <typename Value>
  [[nodiscard]] std::optional<Value> at(std::string_view field) const {
    Value value{};
    if (!object || object->at_key(field).get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
  }
};

JsonObject::JsonObject() : parsed_(std::make_unique<Parsed>()) {}
JsonObject::JsonObject(JsonObject&&) noexcept = default;
JsonObject& JsonObject::operator=(JsonObject&&) noexcept = default;
JsonObject::~JsonObject() = default;

bool JsonObject::read(std::string_view text) {
  simdjson::dom::object object;
  parsed_->object.reset();
  if (parsed_->parser.parse(text.data(), text.size()).get(object) != simdjson::SUCCESS)
    return false;
  parsed_->object = object;
  return true;
}

bool JsonObject::contains(std::string_view field) const {
  return parsed_->at<simdjson::dom::element>(field).has_value();
}

std::optional<std::string_view> JsonObject::text(std::string_view field) const {
  return parsed_->at<std::string_view>(field);
}

std::optional<std::int64_t> JsonObject::integer(std::string_view field) const {
  return parsed_->at<std::int64_t>(field);
}

}  // namespace tipoff
