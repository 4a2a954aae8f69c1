// Lists of legal forms by jurisdiction, and what strips them.
#include "match/legal_form.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace tipoff {
namespace {

constexpr std::string_view forms =
    // English
    "inc, incorporated, corp, corporation, corpn, co, company, companies, cos, ltd, limited, plc, "
    "llc, llp, lp, llt, lllp,"
    "public limited company, public ltd co, public limited co, limited liability company, limited "
    "partnership, co ltd, co inc, pty, pty ltd, proprietary limited,"
    "pvt, pvt ltd, private limited, pte, pte ltd, bhd, sdn bhd, berhad, reit, unlimited, nl, dac, "
    "psc, pjsc, ojsc, jsc, cjsc, qpsc, qsc, bsc, saog, kscp, kpsc, ulc, pllc, pbc, clg, "
    "co operative ltd, cooperative ltd,"
    // German, Dutch, Nordic
    "ag, se, gmbh, ggmbh, mbh, kg, kgaa, ohg, ug, gmbh and co kg, gmbh and co kgaa, ag and co "
    "kgaa, se and co kgaa, se and co kg, stiftung and co kg, stiftung and co kgaa, gmbh il, ev, "
    "eg, "
    "ewiv, aktiengesellschaft,"
    "nv, bv, vof, cv, cva, cvba, bvba, ab, ab publ, aktiebolag, oy, oyj, abp, as, asa, a/s, aps, "
    "hf, "
    "ehf, ans, ba,"
    // French, Italian, Spanish, Portuguese
    "sa, sas, sasu, sarl, s à rl, sa rl, and cie, et cie, and cie sa, et cie sa, sicav, sca, snc, "
    "scs, eurl, sci, spa, srl, sapa, soc coop, scarl, sl, slu, sau, "
    "sll, sab, sa de cv, sab de cv, s de rl de cv, saa, sac, saic, saci,"
    "ltda, limitada, lda, sgps, eireli, cia, compagnie, s a b de c v,"
    // Central and Eastern Europe, Turkey
    "sp z oo, sp zoo, spzoo, sia, spolka akcyjna, sro, spol sro, as cz, doo, dd, ad, ead, eood, "
    "ood, kft, zrt, "
    "nyrt, bt, oao, ooo, zao, pao, ao, tov, uab, oue, oü, a/o, tas, anonim sirketi, "
    "ltd sti, limited sirketi, tic as, san ve tic as, sanayi ve ticaret as,"
    // Asia
    "kk, kabushiki kaisha, kabushiki gaisha, gk, yk, pt, tbk, persero tbk, persero, tbk pt, jsc "
    "vietnam, pcl, public company limited, public co ltd,"
    // Chinese, Japanese, Korean
    "股份有限公司, 有限责任公司, 有限公司, 公司, 股份公司, 集团公司, 集团有限公司, "
    "集团股份有限公司, 集团有限责任公司, 控股有限公司, 控股集团有限公司, 控股股份有限公司,"
    "有限合伙, 合伙企业, 特殊普通合伙, 普通合伙, 会社, 株式会社, 有限会社, 주식회사, 유한회사, 厂, "
    "总公司, 责任有限公司, 股份制公司";

constexpr std::string_view notes[] = {
    " common stock",   " common shares",   " ordinary share",  " american depositary",
    " class a ",       " class b ",        " class c ",        " depositary",
    " warrant",        " preferred stock", " units each",      " subordinate voting",
    " class a common", " rights to",       " registered share"};

/// A trailing "/De/", "\De\", "/Md", "/ Ma", "(publ)".
std::string_view without_mark(std::string_view name) {
  const auto trim = [](std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
    return text;
  };
  name = trim(name);
  std::string_view bare = name;
  while (!bare.empty() && (bare.back() == '/' || bare.back() == '\\')) bare.remove_suffix(1);
  const std::size_t slash = bare.find_last_of("/\\");
  if (slash == std::string_view::npos || slash < 3) return bare;
  const std::string_view mark = bare.substr(slash + 1);
  return mark.size() >= 2 && mark.size() <= 4 ? trim(bare.substr(0, slash)) : bare;
}

/// Where the folded note begins in the name, or npos. Names are short: each note is looked for in
/// turn.
std::size_t note_at(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::size_t first = std::string_view::npos;
  for (const std::string_view note : notes) first = std::min(first, lower.find(note));
  return first;
}

}  // namespace

const PhraseSet& legal_forms() {
  static const PhraseSet set{forms};
  return set;
}

std::size_t legal_form_length(std::span<const Token> name) {
  std::size_t end = name.size();
  while (end > 1) {
    const std::size_t length = legal_forms().length_before(name.first(end), end);
    if (length == 0 || length >= end) break;
    end -= length;
  }
  return name.size() - end;
}

std::uint8_t legal_family(std::uint64_t first_word) {
  static const PhraseSet families[] = {
      PhraseSet{"inc, incorporated, corp, corporation, co, company, companies, cos"},
      PhraseSet{"ltd, limited, plc, pvt, private, pty, public"},
      PhraseSet{"ag, gmbh, ggmbh, mbh, kg, kgaa, aktiengesellschaft"},
      PhraseSet{"sa, sas, sasu, sarl, sau, sab"},
      PhraseSet{"spa, srl"},
      PhraseSet{"nv, bv"},
      PhraseSet{"oy, oyj, abp"},
      PhraseSet{"as, asa"},
      PhraseSet{"ab, aktiebolag"}};
  static const PhraseSet anywhere{"se, reit, lp, trust"};
  if (anywhere.contains(first_word)) return 0;
  for (std::size_t i = 0; i < std::size(families); ++i)
    if (families[i].contains(first_word)) return static_cast<std::uint8_t>(i + 1);
  return static_cast<std::uint8_t>(std::size(families) + 1 + first_word % 240);
}

std::uint8_t legal_form_code(std::uint64_t first_word) {
  static const PhraseSet forms_told_apart[] = {
      PhraseSet{"inc, incorporated, corp, corporation, corpn"},
      PhraseSet{"co, company, companies, cos"}};
  for (std::size_t i = 0; i < std::size(forms_told_apart); ++i)
    if (forms_told_apart[i].contains(first_word)) return static_cast<std::uint8_t>(i + 1);
  return 0;
}

std::string_view without_register_notes(std::string_view name) {
  const bool long_enough = name.size() > 14;
  const std::size_t note = long_enough ? note_at(name) : std::string_view::npos;
  if (note != std::string_view::npos && note > 2) name = name.substr(0, note);
  if (const std::size_t remark = name.find(" ["); remark != std::string_view::npos && remark > 2)
    name = name.substr(0, remark);
  if (const std::size_t dash = name.rfind(" - "); dash != std::string_view::npos && dash > 2) {
    const std::string_view before = name.substr(0, dash);
    if (legal_form_length(tokens_of(before)) > 0) name = before;
  }
  return without_mark(name);
}

std::string without_legal_form(std::string_view name) {
  const std::string_view bare = without_register_notes(name);
  const auto tokens = tokens_of(bare);
  const std::size_t kept = tokens.size() - legal_form_length(tokens);
  if (kept == 0 || kept == tokens.size()) return std::string(bare);
  std::size_t end = tokens[kept - 1].end;
  const std::string_view behind = bare.substr(end, tokens[kept].begin - end);
  for (const std::string_view bracket : {")", "）"})
    if (behind.starts_with(bracket)) end += bracket.size();
  std::string_view core = bare.substr(0, end);
  if (core.size() > 4 && core.ends_with(" &")) core.remove_suffix(2);
  return std::string(core);
}

std::string folded_name(std::string_view name) {
  std::string result;
  bool after_ideograph = false;
  for (const Token& token : tokens_of(name)) {
    const std::string word = spelled(name.substr(token.begin, token.end - token.begin));
    const bool ideograph = kind_of(character_at(word, 0).code) == CharacterKind::ideograph;
    if (!result.empty() && !(ideograph && after_ideograph)) result.push_back(' ');
    result += word;
    after_ideograph = ideograph;
  }
  return result;
}

}  // namespace tipoff
