// Dates: what is told lies in its bounds, and is told again from our own way to write it.
#include "text/date.h"

#include "must.h"
#include "targets.h"

namespace tipoff::fuzz {

void date(std::string_view bytes) {
  const auto time = parse_date(bytes);
  if (!time) return;
  const std::string written = format_utc(*time);
  must(written >= "1899-12-2" && written < "2201-01-1", "a date lies between 1900 and 2200");
  must(parse_date(written) == time || written < "1900" || written >= "2201",
       "our own way to write a date is read");
}

}  // namespace tipoff::fuzz
