// The one door to fmt: everybody else formats text through this header.
#pragma once

#include <fmt/format.h>
