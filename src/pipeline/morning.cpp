#include "pipeline/morning.h"

#include "pipeline/list_files.h"

namespace tipoff {
namespace {

DueCallback callback_of(const Call& call, const Assembly& assembly) {
  DueCallback callback;
  callback.account = call.account;
  callback.contact = call.contact;
  callback.due = call.due.value_or(call.at);
  callback.note = call.note;
  const Account* account = assembly.find_account(call.account);
  if (!account) return callback;
  callback.account = account->name;
  for (const Contact& contact : account->contacts) {
    if (contact.phone.empty()) continue;
    if (callback.phone.empty() || contact.name == call.contact) callback.phone = contact.phone;
  }
  return callback;
}

}  // namespace

std::optional<CallList> list_a_day_ago(const ListTable& lists, const std::string& seller,
                                       Time now) {
  const auto stored = lists.at(seller, now - std::chrono::hours{24});
  if (!stored) return std::nullopt;
  return read_stored_list(*stored);
}

std::set<std::string> muted_accounts(std::span<const Mute> mutes, const std::string& seller) {
  std::set<std::string> accounts;
  for (const Mute& mute : mutes)
    if (!mute.account.empty() && mute.event.empty() &&
        (mute.seller.empty() || mute.seller == seller))
      accounts.insert(mute.account);
  return accounts;
}

std::vector<DueCallback> callbacks_today(const CallTable& calls, const Assembly& assembly,
                                         const std::string& seller, const Digest& digest,
                                         Time now) {
  WeekTime midnight;
  midnight.zone = digest.at.zone;
  CallFilter filter;
  filter.seller = seller;
  std::vector<DueCallback> callbacks;
  for (const Call& call : calls.due_before(next(midnight, now), filter))
    callbacks.push_back(callback_of(call, assembly));
  return callbacks;
}

}  // namespace tipoff
