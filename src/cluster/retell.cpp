// Report by report, as if none had been published between them.
#include "cluster/retell.h"

#include "cluster/join.h"

namespace tipoff {

Story retell(const Story& story, std::span<const Report> reports) {
  Story told = new_story(reports.front());
  for (const Report& report : reports.subspan(1))
    told = advance(std::move(told), report, true).story;
  told.id = story.id;
  return told;
}

}  // namespace tipoff
