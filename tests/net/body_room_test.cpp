#include "net/body_room.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Bodies share a room, and who finds none waits until one gives back", "[net]") {
  BodyRoom room(100);
  const int a = 0;
  const int b = 0;
  CHECK(room.take(&a, 60));
  CHECK(room.take(&b, 40));
  CHECK_FALSE(room.take(&b, 1));
  CHECK_FALSE(room.may_take(&b, 1));
  room.give_back(&a);
  CHECK(room.may_take(&b, 1));
  CHECK(room.take(&b, 60));
  CHECK(room.taken() == 100);
}

TEST_CASE("The first to come goes on even where the room is full", "[net]") {
  BodyRoom room(100);
  const int a = 0;
  const int b = 0;
  const int c = 0;
  CHECK(room.take(&a, 50));
  CHECK(room.take(&b, 50));
  CHECK_FALSE(room.take(&c, 10));
  CHECK(room.take(&a, 500));
  CHECK_FALSE(room.take(&b, 1));
  room.give_back(&a);
  CHECK(room.take(&b, 500));
  CHECK_FALSE(room.take(&c, 10));
  room.give_back(&b);
  CHECK(room.take(&c, 500));
  room.give_back(&c);
  CHECK(room.taken() == 0);
}

TEST_CASE("Who never asked gives nothing back", "[net]") {
  BodyRoom room(100);
  const int a = 0;
  room.give_back(&a);
  CHECK(room.taken() == 0);
}

}  // namespace tipoff
