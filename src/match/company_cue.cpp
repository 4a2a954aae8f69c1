// Word lists for cues, and where they are looked for.
#include "match/company_cue.h"

#include <algorithm>

#include "match/chinese_name.h"
#include "match/legal_form.h"

namespace tipoff {
namespace {

/// Directly before a name: "shares of X", "the retailer X".
const PhraseSet& before_strong() {
  static const PhraseSet set{
      "shares of, shares in, stake in, stock of, stock in, investors in, shareholders of, shareholders in, subsidiary of, unit of, division of, ceo of, cfo of, coo of, cto of, "
      "chairman of, president of, chief executive of, chief executive officer of, head of, founder of, co founder of, owner of, parent of, parent company, maker of, acquisition of, takeover of, "
      "merger with, deal with, contract with, partnership with, joint venture with, bid for, offer for, listing of, ipo of, results of, earnings of, customers of, employees of, headquarters of, "
      "start up, startup, company, firm, retailer, carmaker, automaker, chipmaker, drugmaker, planemaker, steelmaker, manufacturer, lender, insurer, bank, airline, carrier, operator, developer, producer, supplier, "
      "provider, brewer, miner, utility, builder, homebuilder, publisher, broadcaster, distributor, wholesaler, conglomerate, giant, rival, competitor, subsidiary, fintech, unicorn, platform, app, maker, group, chain, "
      "brand, vendor, broker, brokerage, exchange operator, studio, contractor, logistics group, tech company, bullish on, bearish on, positive on, upgrades, downgrades, upgraded, downgraded, sell, buy, hold, exit, accumulate, avoid, prefer, recommend, target for, target of, price target on, target price for, exposure to, invest in, invested in, stay with, position in, long on, stocks like, stocks such as, names like, results from, orders from, order from, level for, levels for, view on, bets on, bet on, bids for, talks with, "
      "analysts expect, analysts say, according to analysts at, acquire, acquires, acquired, acquiring, buys, buying, to buy, bought"};
  return set;
}

/// Directly after a name: "X shares", "X's workers". A word that begins a sentence may be an adjective before these.
const PhraseSet& after_nouns() {
  static const PhraseSet set{
      "shares, stock, share price, shareholders, stockholders, investors, board, director, directors, executives, employees, workers, staff, customers, subsidiary, unit, headquarters, factory, plant, plants, stores, "
      "earnings, profit, revenue, results, ipo, bonds, debt, acquisition, merger, takeover, buyout, stake, to cut, to open, to launch, names, recalls, quarterly, first quarter, second quarter, third quarter, fourth quarter, full year"};
  return set;
}

/// Directly after a name, also where it begins a sentence: "X chief executive", "X appoints".
const PhraseSet& after_roles() {
  static const PhraseSet set{
      "ceo, cfo, coo, cto, cio, cmo, chief executive, chief financial, chief operating, chairman, chairwoman, spokesman, spokeswoman, spokesperson, founder, co founder, "
      "net profit, net up, net down, net rises, net falls, net jumps, net loss, net drops, pat, scrip, ipo, fpo, share sale, rights issue, to acquire, to merge, to lay off, lays off, acquires, hires, hired, appoints, appointed, unveils, announces, announced, acquired, files for, raises million, q1, q2, q3, q4"};
  return set;
}

const PhraseSet& after_weak() {
  static const PhraseSet set{
      "said, says, will, plans, plan, expects, expect, reported, reports, posted, posts, launches, launched, opens, opened, raises, is, was, has, had, agreed, agrees, signs, signed, wins, won, cuts, sues, buys, bought, sells, sold, "
      "invests, invested, offers, offered, told, would, could, may, closed, closes, rallies, rallied, surges, surged, soars, soared, tanks, slumps, plunges, jumps, slips, gains, falls, rises, ends, drops, hits, up, down, declares, bags, seeks, eyes, mulls, rose, fell, gained, lost, jumped, slid, climbs, dropped, files, filed, secures, secured, expands, partners, completes, completed, introduces, introduced"};
  return set;
}

/// Anywhere in the same sentence.
const PhraseSet& nearby() {
  static const PhraseSet set{
      "company, firm, start up, startup, ceo, cfo, chief executive, chief financial officer, chairman, shares, stock, shareholders, million, billion, revenue, profit, earnings, sales, acquisition, merger, ipo, funding, "
      "round, investors, valuation, layoffs, employees, workers, headquarters, subsidiary, quarter, customers, software, product, products, series a, series b, series c, venture, retailer, bank, analysts, nasdaq, nyse, order, orders, target, stock up, stock down, stocks, 52 week, crore, lakh, rs, pct, percent, per cent, net, dividend"};
  return set;
}

/// What an appositive after a name calls it: "X, the software company,".
const PhraseSet& company_nouns() {
  static const PhraseSet set{
      "company, firm, start up, startup, maker, retailer, group, bank, lender, insurer, manufacturer, developer, operator, provider, producer, supplier, chain, brand, platform, app, service, conglomerate, unit, subsidiary, airline, carmaker, automaker, chipmaker, drugmaker, utility, "
      "builder, publisher, broker, brokerage, studio, business, corporation, distributor, marketplace, fintech, giant, contractor, miner, brewer, agency, carrier, consultancy"};
  return set;
}

const PhraseSet& extensions() {
  static const PhraseSet set{
      "energy, cars, bank, banks, motors, motor, financial, finance, capital, insurance, pharma, pharmaceuticals, chemicals, chemical, steel, power, foods, healthineers, securities, ventures, foundation, university, college, airlines, airways, petroleum, logistics, "
      "infotech, infrastructure, life, mutual, investments, realty, properties, electronics, telecom, communications, media, entertainment, studios, minerals, mining, resources, oil, cement, textiles, hotels, hospitals, healthcare, health, sciences, "
      "biotech, aerospace, automotive, trucks, marine, aviation, shipping, semiconductors, semiconductor, agro, fertilisers, fertilizers, amc, asset management, bancorp, bankshares, bancshares, savings, stadium, arena, museum, park, street, avenue, river, valley, county, city, island, islands, "
      "fertiliser, fertilizer, sugar, tea, coffee, gas, electric, housing, leasing, broking, lombard, prudential, direct, laboratories, labs, sons, brothers, partners, tools, robotics, games, railway, railways, railroad, lines, tyres, tires, paints, jewellers, global, projects, ports, transmission, green, gold, metals, copper, zinc, elxsi, consultancy"};
  return set;
}

const PhraseSet& exchanges() {
  static const PhraseSet set{
      "nyse, nasdaq, nasdaqgs, nasdaqgm, nasdaqcm, nyse american, nyse arca, amex, otc, otcqb, otcqx, otcmkts, lse, aim, tsx, tsxv, tsx v, cse, asx, nzx, hkex, hkse, sehk, hk, sse, szse, sh, sz, ss, bse, nse, xetra, fra, fwb, etr, euronext, epa, ams, ebr, six, swx, omx, sto, cph, hel, ose, tse, tyo, krx, kospi, sgx, klse, bursa, idx, set, twse, tpe, bmv, b3, bvmf, jse, tase, moex, bit, bme"};
  return set;
}

constexpr std::string_view blanks = " \t\n";

bool adjoins(const FieldReading& reading, std::size_t token) {
  return token < reading.tokens().size() && token > 0 &&
         reading.gap_before(token).find_first_not_of(blanks) == std::string_view::npos;
}

/// Between a name and its legal form: blank, comma, dot, opening bracket.
bool admits_legal_form(std::string_view gap) {
  return gap.size() <= 3 && gap.find_first_not_of(" ,.(-/") == std::string_view::npos;
}

/// Two-letter forms are words in running text, so they need capitals, and in a field of capitals they say nothing.
bool is_written_as_form(const FieldReading& reading, std::size_t token) {
  if (!is_ideograph(reading.text(), reading.tokens()[token]) && !reading.is_capitalised(token)) {
    static const PhraseSet small{"plc, gmbh, publ"};
    return small.contains(reading.tokens()[token].hash);
  }
  static const PhraseSet words{"as, se, so, ad, a s, is, do, ba, ev, cv, ug, sl, set, co, bt, dd, kg, eg, ao, pt, rt, tas, cos"};
  static const PhraseSet sure{"co, kg"};
  if (reading.style() != CaseStyle::capitals) return true;
  return !words.contains(reading.tokens()[token].hash) || sure.contains(reading.tokens()[token].hash);
}

bool ticker_follows(const FieldReading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  if (end >= tokens.size()) return false;
  const std::string_view gap = reading.gap_before(end);
  if (gap.find_first_of("(<[") == std::string_view::npos && gap.find("（") == std::string_view::npos) return false;
  const std::size_t exchange = exchanges().length_at(tokens, end);
  if (exchange > 0 && end + exchange < tokens.size()) {
    const std::string_view colon = reading.gap_before(end + exchange);
    return colon.find(':') != std::string_view::npos || colon.find("：") != std::string_view::npos;
  }
  const std::string_view word = reading.raw(end);
  const bool digits = word.size() >= 4 && word.size() <= 6 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && end + 1 < tokens.size() && reading.gap_before(end + 1) == "." && exchanges().length_at(tokens, end + 1) > 0;
}

bool appositive_follows(const FieldReading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  if (end + 1 >= tokens.size() || !reading.gap_before(end).starts_with(",")) return false;
  static const PhraseSet articles{"a, an, the, which, one, another, whose"};
  if (articles.length_at(tokens, end) == 0) return false;
  for (std::size_t i = end + 1; i < tokens.size() && i < end + 9; ++i) {
    if (reading.gap_before(i).find_first_of(",.;") != std::string_view::npos) break;
    if (company_nouns().length_at(tokens, i) > 0) return true;
  }
  return false;
}

}  // namespace

bool has_determiner(const FieldReading& reading, std::size_t begin) {
  static const PhraseSet set{"the, a, an, this, that, its, their, his, her, our, your, my, any, no, each, every, some, new, first, last"};
  return adjoins(reading, begin) && set.length_before(reading.tokens(), begin) > 0;
}

namespace {

bool strong_before(const FieldReading& reading, std::size_t begin) {
  return adjoins(reading, begin) && before_strong().length_before(reading.tokens(), begin) > 0;
}

bool has_nearby_cue(const FieldReading& reading, TokenSpan name) {
  constexpr std::size_t reach = 14;
  const auto& tokens = reading.tokens();
  const std::size_t first = name.begin > reach ? name.begin - reach : 0;
  for (std::size_t i = name.begin; i > first; --i) {
    if (i < name.begin && reading.starts_sentence(i)) break;
    if (nearby().length_at(tokens, i - 1) > 0) return true;
  }
  for (std::size_t i = name.end; i < tokens.size() && i < name.end + reach; ++i) {
    if (reading.starts_sentence(i)) break;
    if (nearby().length_at(tokens, i) > 0) return true;
    if (reading.gap_before(i).find('$') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::size_t legal_form_after(const FieldReading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  std::size_t at = end;
  while (at < tokens.size() && at < end + 8 && admits_legal_form(reading.gap_before(at))) {
    const std::size_t length = legal_forms().length_at(tokens, at);
    if (length == 0 || !is_written_as_form(reading, at)) break;
    at += length;
  }
  return at - end;
}

Cue latin_cue(const FieldReading& reading, TokenSpan name) {
  const auto& tokens = reading.tokens();
  if (ticker_follows(reading, name.end) || appositive_follows(reading, name.end)) return Cue::strong;
  if (reading.style() == CaseStyle::capitals || has_determiner(reading, name.begin)) return Cue::none;
  if (strong_before(reading, name.begin)) return Cue::strong;
  if (!adjoins(reading, name.end)) return Cue::none;
  const bool within = !reading.starts_sentence(name.begin);
  const bool small = !reading.is_capitalised(name.end);
  const bool possessive = tokens[name.end - 1].stem != tokens[name.end - 1].hash;
  if (after_roles().length_at(tokens, name.end) > 0 && (small || reading.is_in_capitals(name.end))) return Cue::strong;
  if (after_nouns().length_at(tokens, name.end) > 0 && small && (within || possessive)) return Cue::strong;
  if (within && after_weak().length_at(tokens, name.end) > 0 && has_nearby_cue(reading, name)) return Cue::weak;
  return Cue::none;
}

Cue chinese_cue(const FieldReading& reading, TokenSpan name) {
  static const PhraseSet after{
      "公司, 集团, 股份, 控股, 科技, 有限, 宣布, 发布, 公告, 称, 表示, 回应, 董事, 董事长, 董事会, 总裁, 总经理, 创始人, 首席, 高管, 旗下, 财报, 股价, 股票, 官方, 拟, 计划, 收购, 并购, 推出, 官宣, "
      "入股, 投资, 完成, 获, 签署, 签约, 中标, 裁员, 上市, 披露, 营收, 净利, 业绩, 子公司, 员工, 工厂, 方面, 系, 概念股, 供应商, 任命, 聘任, 与, 和, 旗舰, 手机, 汽车, 门店, 市值, 涨, 跌, 的"};
  static const PhraseSet before{"公司, 企业, 品牌, 巨头, 厂商, 收购, 入股, 投资, 控股, 起诉, 供应商, 创业公司, 独角兽, 开发商, 运营商, 制造商, 投资者, 股东, 加盟, 任职于, 就职于, 离开, 携手, 联合, 与, 和, 对, 向, 由, 在"};
  static const PhraseSet strong_after{"公司, 集团, 股份, 控股, 有限, 宣布, 发布公告, 公告, 董事长, 董事会, 总裁, 总经理, 创始人, 首席, 旗下, 财报, 股价, 市值, 营收, 净利, 拟收购, 拟, 概念股"};
  static const PhraseSet strong_before_set{"公司, 企业, 品牌, 巨头, 厂商, 供应商, 开发商, 运营商, 制造商, 收购, 入股"};
  const auto& tokens = reading.tokens();
  if (ticker_follows(reading, name.end)) return Cue::strong;
  const bool open_after = name.end < tokens.size() && reading.gap_before(name.end).empty();
  const bool open_before = name.begin > 0 && reading.gap_before(name.begin).empty();
  const bool edge_after = !open_after || after.length_at(tokens, name.end) > 0;
  const bool edge_before = !open_before || before.length_before(tokens, name.begin) > 0;
  if (edge_before && open_after && strong_after.length_at(tokens, name.end) > 0) return Cue::strong;
  if (edge_after && open_before && strong_before_set.length_before(tokens, name.begin) > 0) return Cue::strong;
  return edge_after && edge_before ? Cue::weak : Cue::none;
}

bool follows_company_word(const FieldReading& reading, std::size_t begin) { return strong_before(reading, begin); }

bool goes_on_to_longer_name(const FieldReading& reading, TokenSpan name) {
  const auto& tokens = reading.tokens();
  if (name.end >= tokens.size()) return false;
  if (is_ideograph(reading.text(), tokens[name.end])) {
    if (!reading.gap_before(name.end).empty()) return false;
    static const PhraseSet sure{"证券, 银行, 保险, 人寿, 财险, 产险, 信托, 基金, 期货, 租赁, 地产, 物业, 资本"};
    const std::size_t count = name.end - name.begin;
    return (count <= 3 ? chinese_extensions_set() : sure).length_at(tokens, name.end) > 0;
  }
  if (!adjoins(reading, name.end) && reading.gap_before(name.end) != "-") return false;
  if (tokens[name.end - 1].stem != tokens[name.end - 1].hash) return false;  // "Altmoor's Energy"
  return reading.is_capitalised(name.end) && extensions().length_at(tokens, name.end) > 0;
}

bool stands_as_ticker(const FieldReading& reading, TokenSpan symbol) {
  const std::string_view text = reading.text();
  const std::size_t begin = reading.tokens()[symbol.begin].begin;
  const std::size_t end = reading.tokens()[symbol.end - 1].end;
  const std::string_view word = text.substr(begin, end - begin);
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  if (begin > 0 && text[begin - 1] == '$') return true;
  const std::string_view before = text.substr(begin > 28 ? begin - 28 : 0, std::min<std::size_t>(begin, 28));
  const std::size_t open = before.find_last_of("(<[)>]");
  const std::size_t wide_open = before.rfind("（");
  const bool opened = (open != std::string_view::npos && std::string_view("(<[").find(before[open]) != std::string_view::npos) ||
                      (wide_open != std::string_view::npos && before.find("）", wide_open) == std::string_view::npos);
  const std::string_view after = text.substr(end, 12);
  const bool closed = after.find_first_of(")>]") != std::string_view::npos || after.find("）") != std::string_view::npos;
  if (opened && closed) return word.size() >= 2 || before.back() == ' ' || before.back() == ':';
  return word.size() == 6 && (after.starts_with(".SH") || after.starts_with(".SZ") || after.starts_with(".BJ"));
}

}  // namespace tipoff
