// AtomIndex: a hash of three bytes leads to the few atoms that begin so.
#include "detect/atom_index.h"

#include <algorithm>

namespace tipoff {
namespace {

std::uint32_t slot_of(const char* three, std::size_t slots) {
  const auto byte = [&](int i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(three[i]));
  };
  const std::uint32_t key = byte(0) | byte(1) << 8U | byte(2) << 16U;
  return (key * 2654435761U >> 12U) & static_cast<std::uint32_t>(slots - 1);
}

/// Lower case of a capital of two bytes: Latin-1 (C3), Greek is left alone, Cyrillic (D0).
void lower_pair(std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto trail = static_cast<unsigned char>(text[at + 1]);
  if (lead == 0xC3 && trail >= 0x80 && trail <= 0x9E && trail != 0x97) {
    text[at + 1] = static_cast<char>(trail + 0x20);
  } else if (lead == 0xD0 && trail >= 0x90 && trail <= 0x9F) {
    text[at + 1] = static_cast<char>(trail + 0x20);
  } else if (lead == 0xD0 && trail >= 0xA0 && trail <= 0xAF) {
    text[at] = static_cast<char>(0xD1);
    text[at + 1] = static_cast<char>(trail - 0x20);
  }
}

}  // namespace

void lower_into(std::string_view text, std::string& out) {
  out.assign(text);
  for (char& c : out) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 0x20 : 0));
  for (std::size_t at = 0; at + 1 < out.size(); ++at) {
    const auto lead = static_cast<unsigned char>(out[at]);
    if (lead == 0xC3 || lead == 0xD0) lower_pair(out, at++);
  }
}

AtomIndex::AtomIndex(std::vector<std::string> atoms)
    : atoms_(std::move(atoms)), next_(atoms_.size(), -1) {
  heads_.fill(-1);
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    if (atoms_[i].size() < 3) continue;
    std::int32_t& head = heads_[slot_of(atoms_[i].data(), slots)];
    next_[i] = head;
    head = static_cast<std::int32_t>(i);
  }
}

void AtomIndex::find(std::string_view lowered, std::vector<int>& out) const {
  out.clear();
  for (std::size_t at = 0; at + 3 <= lowered.size(); ++at) {
    for (std::int32_t i = heads_[slot_of(lowered.data() + at, slots)]; i >= 0;
         i = next_[static_cast<std::size_t>(i)]) {
      if (lowered.substr(at).starts_with(atoms_[static_cast<std::size_t>(i)])) out.push_back(i);
    }
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
}

}  // namespace tipoff
