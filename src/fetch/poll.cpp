// Politeness towards the server is decided here; what the bytes mean is parse's business.
#include "fetch/poll.h"

#include <algorithm>
#include <array>

#include "fetch/retry_after.h"
#include "fetch/schedule.h"

namespace tipoff {
namespace {

constexpr std::string_view accepted_types =
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

std::string_view meaning(int status) {
  struct Meaning {
    int status;
    std::string_view words;
  };
  constexpr std::array meanings{
      Meaning{400, " (it does not understand the request)"},
      Meaning{401, " (it asks for a password)"},
      Meaning{403, " (it does not let us in)"},
      Meaning{404, " (there is nothing at this address)"},
      Meaning{406, " (it offers no feed of a kind we read)"},
      Meaning{408, " (it waited too long for us)"},
      Meaning{421, " (it is the wrong server for this address)"},
      Meaning{429, " (we ask too often)"},
      Meaning{451, " (it may not show this, for legal reasons)"},
      Meaning{500, " (it has a fault of its own)"},
      Meaning{502, " (the server behind it does not work)"},
      Meaning{503, " (it is overloaded or closed for a while)"},
      Meaning{504, " (the server behind it does not answer)"},
  };
  for (const auto& [known, words] : meanings)
    if (known == status) return words;
  return "";
}

PollOutcome failed(PollOutcome outcome, std::string reason) {
  return failed_outcome(std::move(outcome), std::move(reason));
}

PollOutcome judged(PollOutcome outcome, int status, bool conditional) {
  switch (status) {
    case 200:
    case 203:
    case 226:
      if (outcome.body.empty())
        return failed(std::move(outcome), "the server sent an empty answer");
      outcome.kind = PollKind::news;
      return outcome;
    case 304:
      if (!conditional)
        return failed(std::move(outcome),
                      "the server says that nothing has changed, but was not asked that");
      outcome.kind = PollKind::not_modified;
      return outcome;
    case 410:
      outcome.kind = PollKind::gone;
      outcome.failure = "the server says that this feed is gone for good (410)";
      return outcome;
    default:
      return failed(std::move(outcome),
                    "the server answered " + std::to_string(status) + std::string(meaning(status)));
  }
}

}  // namespace

bool sends_validators(const FeedState& state, Time now) {
  const bool known = !state.etag.empty() || !state.last_modified.empty();
  const auto age = now - state.validators_since;
  return known && age >= std::chrono::seconds{0} && age < longest_validator_life;
}

std::string poll_url(const Feed& feed, const FeedState& state) {
  return state.moved_seen >= moves_to_believe && !state.moved_to.empty() ? state.moved_to
                                                                         : feed.url;
}

Request poll_request(const Feed& feed, const FeedState& state, const FetchSettings& settings,
                     Time now) {
  Request request;
  request.url = poll_url(feed, state);
  request.headers = {"User-Agent: " + user_agent(settings),
                     "Accept: " + std::string(accepted_types)};
  if (sends_validators(state, now)) {
    if (!state.etag.empty()) request.headers.push_back("If-None-Match: " + state.etag);
    if (!state.last_modified.empty())
      request.headers.push_back("If-Modified-Since: " + state.last_modified);
  }
  request.connect_timeout = settings.connect_timeout;
  request.timeout = settings.timeout;
  request.body_cap = settings.body_cap;
  request.addresses =
      feed.allow_private_networks ? AddressRule::private_too : AddressRule::public_only;
  request.local_files = feed.url.starts_with("file:");
  request.keep_connection = !feed.searched_account.empty();
  request.proxy = feed.proxy.value_or(settings.proxy);
  request.ca_file = settings.ca_file;
  return request;
}

std::string user_agent(const FetchSettings& settings) {
  if (!settings.user_agent.empty()) return settings.user_agent;
  const std::string name = "Tipoff/" TIPOFF_VERSION;
  return settings.contact.empty() ? name : name + " (+" + settings.contact + ")";
}

int budget_of(const FetchSettings& settings, const std::string& host) {
  const auto found = settings.host_budgets.find(host);
  if (found == settings.host_budgets.end()) return settings.host_budget;
  return settings.host_budget > 0 ? std::min(settings.host_budget, found->second) : found->second;
}

PollOutcome poll_outcome(Response response, Time now, bool conditional) {
  PollOutcome outcome;
  outcome.url = response.url;
  outcome.moved_to = std::move(response.moved_to);
  if (response.status == 0)
    return failed(std::move(outcome),
                  response.failure.empty() ? "no answer" : std::move(response.failure));
  outcome.content_type = header(response, "content-type");
  outcome.etag = header(response, "etag");
  outcome.last_modified = header(response, "last-modified");
  outcome.fresh_for = fresh_for(response, now);
  outcome.links = push_links(response);
  if (response.status == 429 || response.status == 503)
    outcome.retry_after = retry_after(header(response, "retry-after"), now);
  outcome.body = std::move(response.body);
  return judged(std::move(outcome), response.status, conditional);
}

}  // namespace tipoff
