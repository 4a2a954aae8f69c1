// X-Hub-Signature (WebSub, 7.1): whether a document comes from the hub that we told our secret.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// `header`: "sha256=<hex>", also sha1, sha384 and sha512. False for every other method, and for
/// what is no signature. Takes as long for a signature that is nearly right as for one that is not.
[[nodiscard]] bool is_signed_by_hub(std::string_view header, std::string_view secret,
                                    std::string_view body);

/// In lower-case hexadecimal, twice as long; from the system's source.
[[nodiscard]] std::string random_hex(std::size_t bytes);

}  // namespace tipoff
