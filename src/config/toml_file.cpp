// toml++ behind plain values: exceptions become complaints, nodes keep their source.
#include "config/toml_file.h"

#include "config/read_file.h"

namespace tipoff {

namespace {

constexpr std::size_t largest_file = 64U << 20;

/// Nodes are moved, since a copied one forgets its file and line.
void place(toml::table& base, const toml::key& key, toml::node& node) {
  base.erase(key.str());
  node.visit([&](auto& concrete) { base.insert(key, std::move(concrete)); });
}

void append(toml::array& base, toml::array& more) {
  for (toml::node& node : more) {
    node.visit([&](auto& concrete) { base.push_back(std::move(concrete)); });
  }
}

}  // namespace

std::optional<toml::table> read_toml(const std::filesystem::path& file, Complaints& complaints) {
  const auto text = read_file(file, largest_file);
  if (text) return parse_toml(*text, file.string(), complaints);
  complaints.push_back({file.string(), 0, "", text.error().message, false});
  return std::nullopt;
}

std::optional<toml::table> parse_toml(std::string_view text, const std::string& file,
                                      Complaints& complaints) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    complaints.push_back({file, static_cast<int>(error.source().begin.line), "",
                          "is not valid TOML here: " + std::string(error.description()), false});
    return std::nullopt;
  }
}

void merge_toml(toml::table& base, toml::table&& more) {
  for (auto&& [key, node] : more) {
    toml::node* before = base.get(key.str());
    if (before != nullptr && before->is_table() && node.is_table()) {
      merge_toml(*before->as_table(), std::move(*node.as_table()));
    } else if (before != nullptr && before->is_array_of_tables() && node.is_array_of_tables()) {
      append(*before->as_array(), *node.as_array());
    } else {
      place(base, key, node);
    }
  }
}

}  // namespace tipoff
