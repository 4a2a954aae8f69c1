// Prints what alert_outlook and alert_trial find.
#include "cli/alert_trial_command.h"

#include <algorithm>
#include <ostream>

#include "cli/account_lookup.h"
#include "cli/channel_choice.h"
#include "cli/exit_code.h"
#include "cli/known_event.h"
#include "cli/typed_moment.h"
#include "config/account_file.h"
#include "emit/text_table.h"
#include "net/curl_transport.h"
#include "net/mail_thread.h"
#include "pipeline/alert_outlook.h"
#include "pipeline/alert_preview.h"
#include "pipeline/alert_trial.h"
#include "pipeline/assembly.h"
#include "text/date.h"
#include "text/format.h"
#include "text/time_zone.h"

namespace tipoff {
namespace {

int say_wrong(const Desk& desk, const std::string& message) {
  desk.err << message << '\n';
  return exit_usage;
}

/// As the channel would send it; of a mail its two parts in the clear.
void print_message(const Desk& desk, const AlertPreview& preview, bool raw) {
  const OutboundMessage& message = preview.message;
  if (raw) {
    desk.out << message.body << '\n';
    return;
  }
  desk.out << fmt::format("Alert: {}\nTo: {}\nSubject: {}\n\n", message.channel,
                          shown_recipient(message.recipient), message.subject);
  if (preview.text.empty())
    desk.out << message.body << "\n\n";
  else
    desk.out << preview.text << '\n' << preview.html << '\n';
}

std::string when_of(const Decision& decision) {
  if (decision.action == Decision::Action::drop) return "never";
  return decision.action == Decision::Action::tell ? "at once" : format_local(decision.release);
}

/// "new; merger breaks through the quiet hours, .."
std::string why_of(const Telling& telling, const std::string& reason) {
  const std::string& why = telling.decision.why;
  if (telling.decision.action != Decision::Action::tell) return why;
  return why.empty() || why == "at once" ? reason : reason + "; " + why;
}

std::string path_of(const Routing& routing) {
  if (routing.everyone) return "no [[route]] is written: every alert is told";
  if (routing.path.empty()) return "no [[route]] matches: nobody is told";
  std::string text;
  for (const std::string& name : routing.path) text += (text.empty() ? "" : ", ") + name;
  return "route: " + text;
}

void print_tellings(const Desk& desk, const Outlook& outlook) {
  TextTable table({{"ALERT", TextColumn::Align::left, 0},
                   {"TO", TextColumn::Align::left, 1},
                   {"WHEN", TextColumn::Align::left, 0},
                   {"WHY", TextColumn::Align::left, 2}});
  for (const Telling& telling : outlook.tellings)
    table.add({telling.channel, shown_recipient(telling.recipient), when_of(telling.decision),
               why_of(telling, outlook.reason)});
  if (table.empty())
    desk.out << "Nobody is told.\n";
  else
    desk.out << table.to_text(desk.width);
}

void print_outlook(const Desk& desk, const Settings& settings, const Outlook& outlook) {
  const CallListEntry& entry = outlook.news.entry;
  desk.out << fmt::format("{} ({}) of {}, {}{}\n", outlook.news.story.event,
                          name_of(outlook.news.story.certainty), entry.name,
                          format_local(outlook.news.at),
                          settings.profiles.size() > 1 ? ", for " + outlook.news.seller : "");
  if (!outlook.silence.empty()) {
    desk.out << fmt::format("Nobody is told: {}\n", outlook.silence);
    return;
  }
  desk.out << fmt::format("score {} of {}{}; {}\n", entry.score.score, entry.score.max_score,
                          entry.rank > 0 ? fmt::format(", number {} on the list", entry.rank) : "",
                          path_of(outlook.routing));
  print_tellings(desk, outlook);
}

Result<ImaginedEvent> imagined_from(const AlertRouteArguments& arguments, const Settings& settings,
                                    Time now) {
  ImaginedEvent imagined;
  const auto event = known_event(arguments.event, settings);
  if (!event) return std::unexpected(event.error());
  imagined.event = *event;
  const auto certainty = certainty_named(arguments.certainty);
  if (!certainty)
    return failure(fmt::format("no certainty is named '{}': rumoured, announced, completed, denied",
                               arguments.certainty));
  imagined.certainty = *certainty;
  imagined.at = now;
  if (arguments.at.empty()) return imagined;
  const auto at = typed_moment(arguments.at, local_zone(), now);
  if (!at)
    return failure(fmt::format("'{}' is no moment: write \"2026-03-05 22:30\"", arguments.at));
  imagined.at = *at;
  return imagined;
}

/// The one that was named, or all.
Result<std::vector<Channel>> channels_for(const Settings& settings, const std::string& name) {
  if (name.empty() && !settings.channels.empty()) return settings.channels;
  const auto channel = channel_named(settings, name);
  if (!channel) return std::unexpected(channel.error());
  return std::vector<Channel>{**channel};
}

}  // namespace

int test_alert(const Desk& desk, const AlertTestArguments& arguments, Transport& transport,
               MailTransport& mail) {
  const auto settings = settings_for(desk, Secrets::needed);
  if (!settings) return exit_wrong_input;
  const auto channel = channel_named(*settings, arguments.name);
  if (!channel) return say_wrong(desk, channel.error().message);
  bool all = true;
  for (const TrialAnswer& answer : try_channel(**channel, transport, mail, desk.now)) {
    all = all && answer.accepted;
    desk.out << fmt::format("{}  {}: {}\n", answer.accepted ? "ok    " : "failed",
                            shown_recipient(answer.recipient), answer.answer);
  }
  return all ? exit_done : exit_ground_failed;
}

int alert_test_command(const Desk& desk, const AlertTestArguments& arguments) {
  CurlTransport transport;
  MailThread mail;
  return test_alert(desk, arguments, transport, mail);
}

int alert_preview_command(const Desk& desk, const AlertPreviewArguments& arguments) {
  const auto reading = assemble(find_config_file(desk.config), Secrets::spared);
  if (!reading.assembly) {
    print(reading.complaints, desk.err);
    return exit_wrong_input;
  }
  const Assembly& assembly = *reading.assembly;
  const auto channels = channels_for(assembly.settings, arguments.name);
  if (!channels) return say_wrong(desk, channels.error().message);
  std::string account;
  if (!arguments.account.empty()) {
    const auto found = look_up(assembly.accounts, arguments.account);
    if (!found) return say_wrong(desk, found.error().message);
    account = (*found)->id;
  }
  Database database(assembly.settings.store.string(), OpenFor::reading);
  for (const Channel& channel : *channels) {
    const auto due = latest_news(assembly.settings, assembly.accounts, account, channel.seller,
                                 database, desk.now);
    if (due)
      print_message(desk, preview(channel, *due, assembly, database, desk.now), arguments.raw);
    else
      desk.err << fmt::format("{}: there is no event yet that it could tell of\n", channel.name);
  }
  return exit_done;
}

int alert_route_command(const Desk& desk, const AlertRouteArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto accounts = read_accounts(settings->accounts).accounts;
  const auto account = look_up(accounts, arguments.account);
  if (!account) return say_wrong(desk, account.error().message);
  const auto imagined = imagined_from(arguments, *settings, desk.now);
  if (!imagined) return say_wrong(desk, imagined.error().message);
  Database database(settings->store.string(), OpenFor::reading);
  const auto outlooks = outlook(*settings, **account, *imagined, database);
  if (outlooks.empty()) desk.out << "Nobody is told: the account belongs to no seller.\n";
  for (const Outlook& outlook : outlooks) print_outlook(desk, *settings, outlook);
  return exit_done;
}

}  // namespace tipoff
