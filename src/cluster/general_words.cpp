// The two lists.
#include "cluster/general_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tipoff {
namespace {

constexpr std::string_view general_english =
    "a about above across after again against ahead all also amid among an and any approval "
    "approved approves are around as at "
    "away back be been before behind being best between big both but by can case close closed "
    "closes closing come company "
    "companies complete completed completes completing completion confirm confirmed confirms corp "
    "corporation could day days "
    "deal deals did do does down during each early end ends exclusive exec executive expect "
    "expected expects far fifth final "
    "finally first firm firms five for former four fourth from full fully further get gets giant "
    "giants global go goes going "
    "group groups had half has have he her here hers his holding holdings how if in inc "
    "incorporated industry industries "
    "international into is it its just key last late latest leader leading ltd limited llc llp "
    "like long made maker makers main "
    "major make makes making man many market markets may maybe might million millions more most "
    "move moves moving much mln mn m "
    "bn b billion billions bln trillion tn k thousand thousands hundred hundreds dozens near "
    "nearly new newly news next no nor "
    "not now of off office offices official officials on once one only onto operations or other "
    "others our out over part "
    "parts people per percent pct plan planned planning plans plc possible press pte pty ag sa se "
    "nv gmbh co kg spa ab oy kk "
    "quarter quarterly q recent release report reported reportedly reports result results right "
    "rival rivals round s same say "
    "saying says said second sector see seen sees several share shares shareholder shareholders "
    "she should since six small so "
    "some source sources stake stakes start starts still stock stocks such t take taken takes talk "
    "talks tell tells ten than "
    "that the their them then there these they third this those three through time to today "
    "together told top total toward "
    "towards two under unit units until up update upon us usd eur gbp rmb cny hk using very via "
    "was way we week weeks well were "
    "what when where which while who why will with within without world would year years yesterday "
    "yet you your month months "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec am pm gmt est et "
    // the events themselves
    "acquire acquired acquirer acquires acquiring acquisition acquisitions agree agreed agrees "
    "agreement agreements aim aims "
    "announce announced announcement announces announcing appoint appointed appointment appoints "
    "approach ask asks award "
    "awarded awards axe axes bag bags bankrupt bankruptcy bet bid bids board bond bonds boost "
    "boosts breach build building "
    "builds business businesses buy buyer buying buyout buys call called calls capital cash ceo "
    "cfo coo cto cio chair chairman "
    "chairwoman change changes chapter chief clinch clinches combination combine combined combines "
    "completing consider "
    "considering considers contract contracts cost costs court creditors cut cuts cutting "
    "cyberattack data debt declare "
    "declares definitive deliver denied denies deny director directors divest divestiture divests "
    "dividend divisional "
    "division drop drops earnings emerge emerges employees enter enters entire equity expand "
    "expanding expands expansion "
    "explore explores exploring facility facilities factory file filed files filing fund funding "
    "funds give gives guidance hack "
    "head hire hires hiring hit hits investment invest investor investors invests ipo jobs job "
    "join joined joins joint lands "
    "launch launches launching lawsuit layoff layoffs lay lays letter line lines list listing loan "
    "loans loss losses manager "
    "management merge merged merger mergers merges merging name named names naming negotiate "
    "negotiates nominee nears note "
    "notes offer offering offers officer open opening opens operation order orders outlook ousts "
    "owner pact partner partners "
    "partnership pay pays permanent plant plants position possible poised post posts potential "
    "president private product "
    "products profit profits program project proposal proposed protection public purchase "
    "purchased purchases purchasing quit "
    "quits raise raised raises rebrand receive received receives record recall reduce redundancies "
    "reject rejected rejects "
    "remain reorganisation reorganization replace replaces resign resignation resigned resigns "
    "restructure restructuring "
    "retire retires revenue review rumour rumor rumours rumors sale sales scrap scraps seal seals "
    "secure secures seek seeking "
    "seeks sell selling sells senior series service services set sets settle shut shuts shutter "
    "sign signed signing signs site "
    "slash slashes snap snapping snaps spin spinoff spokesman spokeswoman spokesperson staff state "
    "statement step steps "
    "strategic strategy strike subject subsidiary succeed succeeds sue sued sues supplier supply "
    "swoop swoops system takeover "
    "target targets team tender term terms terminate terminated terminates transaction transfer "
    "trim trims union valued value "
    "venture vice vote walk walks weigh weighing weighs win winning wins won work worker workers "
    "workforce worth";

constexpr std::string_view general_chinese =
    "公司 股份 有限 责任 集团 控股 子公司 全资 旗下 宣布 公告 发布 表示 披露 消息 记者 日电 快讯 "
    "证券 上市 交易 事项 相关 方面 收购 并购 合并 吸收 拟以 拟将 拟向 计划 "
    "打算 将以 将于 正式 完成 终止 取消 否认 传闻 考虑 洽谈 谈判 亿元 万元 亿 万 元 美元 人民币 "
    "港元 欧元 现金 方式 购买 资产 重组 股权 股票 股东 大会 董事 董事会 董事长 总裁 总经理 "
    "首席 执行官 财务官 任命 聘任 辞职 离任 辞去 职务 出任 担任 副总 经理 高管 裁员 员工 破产 重整 "
    "申请 法院 签署 协议 合同 中标 项目 合作 战略 框架 投资 建设 扩建 工厂 基地 生产 "
    "业务 出售 转让 剥离 分拆 标的 对价 价格 金额 增持 减持 回购 融资 增发 发行 债券 分红 利润 "
    "净利 营收 业绩 预计 预增 季度 年度 今年 去年 本次 此次 今日 昨日 日前 近日 已经 并 将 "
    "拟 已 以 的 了 和 与 及 等 为 在 于 由 被 对 向 从 其 该 这 称 约 超 达 用 年 月 日 亿股 "
    "控制权 实际 控制人 达成 进行 通过 取得 获得 持有 所持 部分 全部 科技 技术 股";

std::unordered_set<std::uint64_t> english_hashes() {
  std::unordered_set<std::uint64_t> hashes;
  for (const auto& word : words_of(general_english)) hashes.insert(word.hash);
  return hashes;
}

std::uint64_t hash_of_run(std::span<const Word> words) {
  std::uint64_t hash = 0;
  for (const auto& word : words) hash = hash_together(hash, word.hash);
  return hash;
}

constexpr std::size_t longest_general = 4;

std::unordered_set<std::uint64_t> chinese_hashes() {
  std::unordered_set<std::uint64_t> hashes;
  std::size_t begin = 0;
  while (begin < general_chinese.size()) {
    const auto end = std::min(general_chinese.find(' ', begin), general_chinese.size());
    hashes.insert(hash_of_run(words_of(general_chinese.substr(begin, end - begin))));
    begin = end + 1;
  }
  return hashes;
}

}  // namespace

bool is_general_word(std::uint64_t hash) {
  static const auto hashes = english_hashes();
  return hashes.contains(hash);
}

std::size_t general_characters(std::span<const Word> words) {
  static const auto hashes = chinese_hashes();
  std::size_t run = 0;
  while (run < std::min(words.size(), longest_general) && words[run].kind == Word::Kind::character)
    ++run;
  for (; run > 0; --run) {
    if (hashes.contains(hash_of_run(words.first(run)))) return run;
  }
  return 0;
}

}  // namespace tipoff
