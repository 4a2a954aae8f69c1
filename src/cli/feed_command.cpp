// A thin face on pipeline/feed_documents.
#include "cli/feed_command.h"

#include "cli/exit_code.h"
#include "pipeline/feed_documents.h"

namespace tipoff {

int feed_parse_command(const Desk& desk, const FeedParseArguments& arguments) {
  const FeedSource source{.base_url = arguments.base_url, .content_type = arguments.content_type};
  return print_feed_documents(arguments.files, source, desk.out) ? exit_done : exit_no;
}

}  // namespace tipoff
