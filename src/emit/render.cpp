// Chooses how a call list is written.
#include "emit/render.h"

#include <filesystem>

#include "emit/atom.h"
#include "emit/json.h"
#include "emit/list_csv.h"
#include "emit/list_html.h"
#include "emit/list_markdown.h"
#include "emit/list_table.h"

namespace tipoff {

std::optional<ListFormat> list_format_named(std::string_view name) {
  if (name == "table") return ListFormat::table;
  if (name == "csv") return ListFormat::csv;
  if (name == "json") return ListFormat::json;
  if (name == "markdown") return ListFormat::markdown;
  if (name == "html") return ListFormat::html;
  return std::nullopt;
}

std::optional<ListFormat> list_format_of_file(std::string_view path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension == ".txt") return ListFormat::table;
  if (extension == ".csv") return ListFormat::csv;
  if (extension == ".json") return ListFormat::json;
  if (extension == ".md") return ListFormat::markdown;
  if (extension == ".html") return ListFormat::html;
  if (extension == ".atom") return ListFormat::atom;
  return std::nullopt;
}

std::string render(const CallList& list, ListFormat format, const RenderOptions& options) {
  switch (format) {
    case ListFormat::table:
      return table_of(list, options);
    case ListFormat::csv:
      return csv_of(list, options);
    case ListFormat::json:
      return dump(to_json(list, options)) + "\n";
    case ListFormat::markdown:
      return markdown_of(list, options);
    case ListFormat::html:
      return html_of(list, options);
    case ListFormat::atom:
      return atom_of(list);
  }
  return {};
}

}  // namespace tipoff
