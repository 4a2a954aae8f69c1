// Reads and writes list versions, and the pieces they have in common.
#include "store/list_table.h"

#include "store/pieces.h"
#include "store/prepared.h"

namespace tipoff {
namespace {

/// The pieces of one version, joined.
std::string text_of(SQLite::Database& connection, std::int64_t list) {
  SQLite::Statement query(
      connection,
      "SELECT text FROM list_version_piece JOIN list_piece ON list_piece.id = piece"
      "  WHERE list = ? ORDER BY place");
  query.bind(1, list);
  std::string text;
  while (query.executeStep()) {
    const auto piece = query.getColumn(0);
    text.append(static_cast<const char*>(piece.getBlob()),
                static_cast<std::size_t>(piece.getBytes()));
  }
  return text;
}

std::optional<StoredList> first_of(SQLite::Database& connection, SQLite::Statement& query) {
  if (!query.executeStep()) return std::nullopt;
  StoredList list;
  list.seller = query.getColumn(1).getString();
  list.version = query.getColumn(2).getInt();
  list.generated_at = time_of(query.getColumn(3));
  list.profile_hash = query.getColumn(4).getString();
  list.rules_hash = query.getColumn(5).getString();
  list.json = text_of(connection, query.getColumn(0).getInt64());
  return list;
}

std::int64_t add_version(SQLite::Database& connection, const StoredList& list) {
  SQLite::Statement insert(
      connection,
      "INSERT INTO list_version (seller, version, generated_at, profile_hash, rules_hash)"
      "  VALUES (?, ?, ?, ?, ?)");
  insert.bind(1, list.seller);
  insert.bind(2, list.version);
  insert.bind(3, seconds_of(list.generated_at));
  insert.bind(4, list.profile_hash);
  insert.bind(5, list.rules_hash);
  insert.exec();
  return connection.getLastInsertRowid();
}

/// Finds a piece that an earlier version has, or adds it.
class PieceRows {
 public:
  explicit PieceRows(SQLite::Database& connection)
      : connection_(connection),
        find_(connection, "SELECT id FROM list_piece WHERE hash = ? AND text = ?"),
        add_(connection, "INSERT INTO list_piece (hash, text) VALUES (?, ?)") {}

  std::int64_t find_or_add(std::string_view piece) {
    const auto hash = bits_of(piece_hash(piece));
    auto query = find_.run();
    bind(*query, hash, piece);
    if (query->executeStep()) return query->getColumn(0).getInt64();
    auto insert = add_.run();
    bind(*insert, hash, piece);
    insert->exec();
    return connection_.getLastInsertRowid();
  }

 private:
  static void bind(SQLite::Statement& statement, std::int64_t hash, std::string_view piece) {
    statement.bind(1, hash);
    statement.bindNoCopy(2, static_cast<const void*>(piece.data()), static_cast<int>(piece.size()));
  }

  SQLite::Database& connection_;
  Prepared find_;
  Prepared add_;
};

constexpr const char* columns =
    "SELECT id, seller, version, generated_at, profile_hash, rules_hash FROM list_version ";

}  // namespace

std::optional<StoredList> ListTable::latest(const std::string& seller) const {
  SQLite::Statement query(connection_,
                          std::string(columns) + "WHERE seller = ? ORDER BY version DESC LIMIT 1");
  query.bind(1, seller);
  return first_of(connection_, query);
}

std::optional<StoredList> ListTable::at(const std::string& seller, Time time) const {
  SQLite::Statement query(
      connection_, std::string(columns) +
                       "WHERE seller = ? AND generated_at <= ? ORDER BY version DESC LIMIT 1");
  query.bind(1, seller);
  query.bind(2, seconds_of(time));
  return first_of(connection_, query);
}

void ListTable::add(const StoredList& list) {
  const auto row = add_version(connection_, list);
  PieceRows pieces(connection_);
  Prepared place_piece(connection_,
                       "INSERT INTO list_version_piece (list, place, piece) VALUES (?, ?, ?)");
  std::int64_t place = 0;
  for (const auto piece : cut_into_pieces(list.json)) {
    const auto id = pieces.find_or_add(piece);
    auto insert = place_piece.run();
    insert->bind(1, row);
    insert->bind(2, place++);
    insert->bind(3, id);
    insert->exec();
  }
}

}  // namespace tipoff
