// A call list as people and programs read it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rank/call_list.h"
#include "result.h"

namespace tipoff {

/// atom: the live events of the list, newest first (emit/atom.h); for files alone.
enum class ListFormat { table, csv, json, markdown, html, atom };

[[nodiscard]] std::optional<ListFormat> list_format_named(std::string_view name);
[[nodiscard]] std::optional<ListFormat> list_format_of_file(
    std::string_view path);  // by extension: .csv .json .md .html .txt .atom

struct RenderOptions {
  std::size_t top = 0;             // 0: all
  bool with_disqualified = false;  // JSON: entries with "rank":null; other formats: a second table
  std::size_t width = 100;         // columns of the terminal, for the table
};

/// Bytes of the whole document. Formats as in the contract: JSON is one line and a newline; CSV has
/// a BOM and CRLF, and a cell that came from a feed and begins with = + - @ or a tab gets a leading
/// '.
[[nodiscard]] std::string render(const CallList& list, ListFormat format,
                                 const RenderOptions& options = {});

/// The list back from its JSON rendering, which is how the store keeps versions.
[[nodiscard]] Result<CallList> call_list_from_json(std::string_view json);

}  // namespace tipoff
