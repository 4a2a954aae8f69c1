// A row for each recipient that has a rhythm.
#include "store/recipient_table.h"

namespace tipoff {

RecipientTable::RecipientTable(Database& database)
    : find_(database.connection(),
            "SELECT digest_at, group_at FROM recipient_rhythm WHERE channel = ? AND recipient = ?"),
      save_(database.connection(),
            "INSERT OR REPLACE INTO recipient_rhythm (channel, recipient, digest_at, group_at)"
            "  VALUES (?, ?, ?, ?)") {}

RecipientRhythm RecipientTable::find(const std::string& channel,
                                     const std::string& recipient) const {
  auto query = find_.run();
  query->bind(1, channel);
  query->bind(2, recipient);
  if (!query->executeStep()) return {};
  return {.digest = optional_time_of(query->getColumn(0)),
          .group = optional_time_of(query->getColumn(1))};
}

void RecipientTable::save(const std::string& channel, const std::string& recipient,
                          const RecipientRhythm& rhythm) {
  auto save = save_.run();
  save->bind(1, channel);
  save->bind(2, recipient);
  bind_optional(*save, 3, rhythm.digest);
  bind_optional(*save, 4, rhythm.group);
  save->exec();
}

}  // namespace tipoff
