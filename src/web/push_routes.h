// The routes at which hubs call.
#pragma once

#include <functional>

#include "clock.h"
#include "fetch/subscription.h"
#include "pipeline/push_callback.h"
#include "web/router.h"

namespace tipoff {

/// Below the path of the callback's address; none where push is off. `callback` and `clock` outlive
/// the router. A path that holds no token of ours is 404, whatever is asked; a document that is
/// wrongly signed is accepted and ignored (WebSub, 7.1), so that guessing teaches nothing.
void add_push_routes(Router& router, const PushSettings& settings, PushCallback& callback,
                     const Clock& clock);

}  // namespace tipoff
