// JsonObject: the fields of one JSON object after the other, read without building a value of each.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace tipoff {

/// For files with an object on each line, where parse_json would spend most of its time on values
/// that nobody asks for. Memory is used again from object to object; one for each thread.
class JsonObject {
 public:
  JsonObject();
  JsonObject(JsonObject&&) noexcept;
  JsonObject& operator=(JsonObject&&) noexcept;
  ~JsonObject();

  /// Whether the whole text is one object, in sound UTF-8 and not too deep (1,024 levels). What the
  /// members below return is valid until the next read.
  [[nodiscard]] bool read(std::string_view text);

  [[nodiscard]] bool contains(std::string_view field) const;
  /// Nothing where the field is missing or is no text.
  [[nodiscard]] std::optional<std::string_view> text(std::string_view field) const;
  /// Nothing where the field is missing or is no whole number of 64 bits.
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view field) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace tipoff
