// Scan: reads lines in batches, examines each batch on as many threads as wanted, writes in order.
#include "pipeline/scan.h"

#include <atomic>
#include <fstream>
#include <future>
#include <ostream>
#include <string>
#include <thread>
#include <utility>

#include "cluster/group.h"
#include "config/account_file.h"
#include "config/rule_file.h"
#include "match/matcher.h"
#include "pipeline/scan_record.h"

namespace tipoff {
namespace {

constexpr std::size_t batch_lines = 1024;
constexpr std::size_t lines_at_a_time = 16;  // that one thread takes

void print(const Complaints& complaints, std::ostream& err) {
  for (const Complaint& complaint : complaints) err << to_text(complaint) << '\n';
}

/// What all threads read and none changes.
struct Examiner {
  Detector detector;
  std::vector<Account> accounts;
  std::optional<Matcher> matcher;  // empty: every company counts
  bool with_mentions = false;

  [[nodiscard]] ScanFinding examine(const NewsText& text) const {
    ScanFinding finding;
    if (!matcher) {
      finding.triggers = detector.detect_any(text);
    } else {
      finding.mentions = matcher->find(text);
      finding.triggers = detector.detect(text, finding.mentions);
    }
    return finding;
  }
};

std::optional<Examiner> assemble(const ScanOptions& options, std::ostream& err) {
  const std::filesystem::path rules = options.rules.value_or(shipped_rules());
  const auto beside = options.jobs > 1 ? std::launch::async : std::launch::deferred;
  auto reading = std::async(beside, [&] { return read_rules(std::span(&rules, 1)); });
  AccountReading accounts;
  std::optional<Matcher> matcher;
  if (options.accounts) {
    accounts = read_accounts(*options.accounts);
    if (!any_error(accounts.complaints)) matcher.emplace(accounts.accounts);
  }
  RuleReading book = reading.get();
  print(book.complaints, err);
  if (!book.detector) return std::nullopt;
  print(accounts.complaints, err);
  if (any_error(accounts.complaints)) return std::nullopt;
  return Examiner{std::move(*book.detector), std::move(accounts.accounts), std::move(matcher),
                  options.mentions};
}

struct Line {
  std::string text;
  std::size_t number = 0;
  ScanRecord record;
  std::string output;     // the JSON object
  std::string complaint;  // instead
};

/// Which story each record belongs to, told by the id of the story's first record. One after the
/// other.
class Stories {
 public:
  [[nodiscard]] const std::string& of(const ScanRecord& record) {
    const std::size_t story = groups_.add(record.text);
    if (story == firsts_.size()) firsts_.push_back(record.id);
    return firsts_[story];
  }

 private:
  StoryGroups groups_;
  std::vector<std::string> firsts_;  // id of each story's first record
};

void examine(const Examiner& examiner, Line& line, JsonObject& object) {
  auto record = read_scan_record(line.text, object);
  if (!record) {
    line.complaint = record.error().message;
    return;
  }
  line.record = std::move(*record);
  line.output = dump(to_json(line.record, examiner.examine(line.record.text), examiner.accounts,
                             examiner.with_mentions));
}

using Batch = std::vector<Line>;

/// A batch under examination by some threads from now on, and by this one from finish() on.
class Shift {
 public:
  Shift(const Examiner& examiner, Batch& batch, unsigned helpers)
      : examiner_(examiner), batch_(batch) {
    for (unsigned i = 0; i < helpers; ++i) threads_.emplace_back([this] { work(); });
  }

  void finish() {
    work();
    threads_.clear();  // joins them
  }

 private:
  void work() {
    JsonObject object;
    for (std::size_t first = 0; (first = taken_.fetch_add(lines_at_a_time)) < batch_.size();) {
      const std::size_t last = std::min(first + lines_at_a_time, batch_.size());
      for (std::size_t i = first; i < last; ++i) examine(examiner_, batch_[i], object);
    }
  }

  const Examiner& examiner_;
  Batch& batch_;
  std::atomic<std::size_t> taken_ = 0;
  std::vector<std::jthread> threads_;
};

void read_batch(std::istream& in, std::size_t& number, Batch& batch) {
  batch.clear();
  std::string text;
  while (batch.size() < batch_lines && std::getline(in, text)) {
    ++number;
    if (text.find_first_not_of(" \t\r") != std::string::npos)
      batch.push_back({std::move(text), number, {}, {}, {}});
    text.clear();
  }
}

/// Where answers and complaints go.
struct Output {
  std::ostream& out;
  std::ostream& err;
  Stories stories;
};

/// Whether every line was a record.
bool write_batch(Batch& batch, const std::string& name, bool with_stories, Output& output) {
  bool sound = true;
  std::string answers;
  for (Line& line : batch) {
    if (!line.complaint.empty()) {
      output.err << name << ':' << line.number << ": " << line.complaint << '\n';
      sound = false;
      continue;
    }
    if (with_stories) {
      line.output.pop_back();
      line.output += ",\"story\":" + dump(Json(output.stories.of(line.record))) + '}';
    }
    answers.append(line.output) += '\n';
  }
  output.out << answers;
  return sound;
}

/// One batch is read and one is written while a third is examined.
bool scan_stream(std::istream& in, const std::string& name, const Examiner& examiner,
                 const ScanOptions& options, Output& output) {
  bool sound = true;
  std::size_t number = 0;
  Batch done;
  Batch next;
  read_batch(in, number, next);
  while (!next.empty()) {
    Batch present = std::exchange(next, {});
    Shift shift(examiner, present, options.jobs - 1);
    sound = write_batch(done, name, options.stories, output) && sound;
    read_batch(in, number, next);
    shift.finish();
    done = std::move(present);
  }
  return write_batch(done, name, options.stories, output) && sound;
}

}  // namespace

ScanOutcome scan(const ScanOptions& options, std::ostream& out, std::ostream& err) {
  const auto examiner = assemble(options, err);
  if (!examiner) return ScanOutcome::wrong_input;
  ScanOutcome outcome = ScanOutcome::done;
  Output output{out, err, {}};
  for (const std::filesystem::path& file : options.files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      err << file.string() << ": cannot be read\n";
      outcome = ScanOutcome::unreadable;
    } else if (!scan_stream(in, file.string(), *examiner, options, output) &&
               outcome == ScanOutcome::done) {
      outcome = ScanOutcome::wrong_input;
    }
  }
  return outcome;
}

}  // namespace tipoff
