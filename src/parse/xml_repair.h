// Repair: makes markup that no strict parser reads well-formed, so that one can.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// The same document, well-formed as pugixml takes it: every element closed, every attribute
/// quoted; CDATA sections and references stay as they are. What cannot be a tag is text; an end tag
/// without a start is left out, one that overlaps others closes them; a new item closes the one
/// that was left open; of elements more than 128 deep only the text is kept; comments,
/// instructions, the DOCTYPE and NULs are dropped. After 400,000 elements the document counts as
/// cut. An item that the end cuts off is left out: never half an article. Linear in time and
/// memory.
[[nodiscard]] std::string repair_markup(std::string_view source);

}  // namespace tipoff
