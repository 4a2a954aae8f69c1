#include "pipeline/alert_preview.h"

#include <optional>

#include "alert/compose.h"
#include "alert/digest_brief.h"
#include "alert/mail_html.h"
#include "alert/mail_text.h"
#include "alert/trigger_brief.h"
#include "pipeline/list_files.h"
#include "pipeline/morning.h"

namespace tipoff {
namespace {

constexpr const char* cause = "preview";

void show_parts(const Channel& channel, const Brief& brief, AlertPreview& preview) {
  if (channel.kind != ChannelKind::email) return;
  preview.text = mail_text(brief);
  preview.html = mail_html(brief);
}

AlertPreview digest_preview(const Channel& channel, const Bundle& bundle, const Assembly& assembly,
                            Database& database, Time now) {
  const std::string& seller = bundle.told.front().news.seller;
  const ListTable lists(database);
  std::optional<CallList> list;
  if (const auto stored = lists.latest(seller)) list = read_stored_list(*stored);
  const auto yesterday = list_a_day_ago(lists, seller, now);
  const MorningList morning{.list = list ? &*list : nullptr,
                            .yesterday = yesterday ? &*yesterday : nullptr,
                            .callbacks = callbacks_today(CallTable(database), assembly, seller,
                                                         *channel.policy.digest, now)};
  AlertPreview preview;
  preview.message =
      compose_digest(channel, recipients_of(channel).front(), cause, bundle, morning, now);
  show_parts(channel, digest_brief(channel, bundle, morning, now), preview);
  return preview;
}

}  // namespace

AlertPreview preview(const Channel& channel, const DueNews& due, const Assembly& assembly,
                     Database& database, Time now) {
  Bundle bundle;
  bundle.told = {due};
  if (channel.policy.digest && is_for_people(channel)) {
    bundle.kind = Bundle::Kind::digest;
    return digest_preview(channel, bundle, assembly, database, now);
  }
  AlertPreview preview;
  preview.message = compose(channel, recipients_of(channel).front(), cause, bundle, now);
  if (is_for_people(channel))
    show_parts(channel, trigger_brief(due, Bundle::Kind::single, channel.language), preview);
  return preview;
}

}  // namespace tipoff
