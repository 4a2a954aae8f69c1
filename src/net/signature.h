// Signatures of messages: Standard Webhooks 1.0, and the base64 and HMAC beneath.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "result.h"

namespace tipoff {

[[nodiscard]] std::string hmac_sha256(std::string_view key,
                                      std::string_view message);  // 32 raw bytes
[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] Result<std::string> from_base64(std::string_view text);
[[nodiscard]] std::uint64_t random_number();  // from the system's source
[[nodiscard]] double chance();                // in [0, 1), evenly: for jitter

/// Value of the webhook-signature header: "v1,<base64>", several with a space between while secrets
/// rotate. `secrets`: "whsec_<base64 key>". Seconds since 1970.
[[nodiscard]] Result<std::string> webhook_signature(std::span<const std::string> secrets,
                                                    std::string_view id, std::int64_t timestamp,
                                                    std::string_view body);

/// What Feishu's custom bots expect as "sign": base64 of the HMAC of nothing under the key
/// "<timestamp>\n<secret>". Seconds since 1970.
[[nodiscard]] std::string feishu_signature(std::string_view secret, std::int64_t timestamp);

/// What DingTalk's custom bots expect as "sign", before it is percent-encoded: base64 of the HMAC
/// of "<timestamp>\n<secret>" under the secret. Milliseconds since 1970.
[[nodiscard]] std::string dingtalk_signature(std::string_view secret, std::int64_t timestamp);

}  // namespace tipoff
