#include "dry_run.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <system_error>

#include <stdlib.h>

#include "store/store_copy.h"

namespace tipoff {
namespace {

std::filesystem::path new_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "tipoff-dry-run-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    throw std::filesystem::filesystem_error("cannot make a folder for the copy of the store", name,
                                            std::error_code(errno, std::generic_category()));
  return name;
}

}  // namespace

DryRun::DryRun(const std::filesystem::path& store) : folder_(new_folder()) {
  try {
    if (std::filesystem::exists(store)) copy_store(store, this->store());
  } catch (...) {
    std::filesystem::remove_all(folder_);
    throw;
  }
}

DryRun::~DryRun() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void DryRun::restrain(Settings& settings) {
  settings.list_files.clear();
  settings.push.callback.clear();
}

void DryRun::show(const OutboundMessage& message) {
  std::cout << "would send to " << message.channel << " (" << message.recipient
            << "): " << message.subject << '\n';
  if (message.body.starts_with('{')) std::cout << "  " << message.body << '\n';
  std::cout << std::flush;
}

}  // namespace tipoff
