// A row for each mute; one that was lifted has ended.
#include "store/mute_table.h"

#include <SQLiteCpp/Statement.h>

#include "store/prepared.h"

namespace tipoff {

std::int64_t MuteTable::add(const Mute& mute) {
  SQLite::Statement insert(connection_,
                           "INSERT INTO mute (seller, account, event, made_at, until, note)"
                           "  VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind(1, mute.seller);
  insert.bind(2, mute.account);
  insert.bind(3, mute.event);
  insert.bind(4, seconds_of(mute.made_at));
  insert.bind(5, seconds_of(mute.until));
  insert.bind(6, mute.note);
  insert.exec();
  return connection_.getLastInsertRowid();
}

std::vector<Mute> MuteTable::live(Time now) const {
  SQLite::Statement query(connection_,
                          "SELECT id, seller, account, event, made_at, until, note FROM mute"
                          "  WHERE until > ? ORDER BY id");
  query.bind(1, seconds_of(now));
  std::vector<Mute> mutes;
  while (query.executeStep()) {
    Mute& mute = mutes.emplace_back();
    mute.id = query.getColumn(0).getInt64();
    mute.seller = query.getColumn(1).getString();
    mute.account = query.getColumn(2).getString();
    mute.event = query.getColumn(3).getString();
    mute.made_at = time_of(query.getColumn(4));
    mute.until = time_of(query.getColumn(5));
    mute.note = query.getColumn(6).getString();
  }
  return mutes;
}

bool MuteTable::lift(std::int64_t id, Time now) {
  SQLite::Statement update(connection_, "UPDATE mute SET until = ?1 WHERE id = ?2 AND until > ?1");
  update.bind(1, seconds_of(now));
  update.bind(2, id);
  return update.exec() > 0;
}

}  // namespace tipoff
