// The parts of an [[alert]]: what each kind of channel needs, and its policy.
#pragma once

#include "config/settings_sections.h"

namespace tipoff {

/// url, secret.
void read_webhook(TomlTable& table, const AlertContext& context, Channel& channel);

/// server, tls, user, password, ca_file, from, to.
void read_email(TomlTable& table, const AlertContext& context, Channel& channel);

/// url, which is a secret, and for Feishu and DingTalk secret. The channel's kind is set.
void read_chat(TomlTable& table, const AlertContext& context, Channel& channel);

/// What is told, and when. The channel's kind is set.
void read_policy(TomlTable& table, std::vector<EventTypeMention>& event_types, Channel& channel);

}  // namespace tipoff
