#include "pipeline/list_files.h"

#include <stdexcept>

#include "emit/file.h"
#include "emit/render.h"
#include "pipeline/log.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::filesystem::path with_seller(const std::filesystem::path& path, const std::string& seller) {
  constexpr std::string_view placeholder = "{seller}";
  std::string text = path.string();
  for (std::size_t at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + seller.size()))
    text.replace(at, placeholder.size(), seller);
  return text;
}

CallList checked(Result<CallList> list, const StoredList& stored) {
  if (list) return *std::move(list);
  throw std::runtime_error(
      fmt::format("version {} of {}'s call list in the store cannot be read: {}", stored.version,
                  stored.seller, list.error().message));
}

}  // namespace

StoredList stored_list(const CallList& list, const std::string& profile_hash,
                       const std::string& rules_hash) {
  return {.seller = list.seller,
          .version = list.version,
          .generated_at = list.generated_at,
          .json = render(list, ListFormat::json, {.top = 0, .with_disqualified = true, .width = 0}),
          .profile_hash = profile_hash,
          .rules_hash = rules_hash};
}

CallList read_stored_list(const StoredList& stored) {
  return checked(call_list_from_json(stored.json), stored);
}

bool write_list_file(const std::filesystem::path& path, const CallList& list) {
  const auto target = with_seller(path, list.seller);
  const auto format = list_format_of_file(target.string());
  if (!format) return false;  // the configuration's reader has refused it already
  const auto written = replace_file(target, render(list, *format));
  if (!written) {
    log(Severity::error, "list.not_written",
        {{"file", target.string()}, {"reason", written.error().message}});
    return false;
  }
  if (*written)
    log(Severity::info, "list.written",
        {{"file", target.string()}, {"version", std::to_string(list.version)}});
  return true;
}

}  // namespace tipoff
