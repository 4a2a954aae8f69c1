// The table of all fixed words of messages. A new language is a new column.
#pragma once

#include <array>
#include <string_view>

namespace tipoff {

/// "{}" is where something is filled in; "{0}" and "{1}" where the order differs.
struct Wording {
  std::string_view english;
  std::string_view chinese;
};

inline constexpr std::array wordings = {
    // Labels of lines
    Wording{"Why this message", "发送原因"},
    Wording{"Why now", "为何现在"},
    Wording{"Headline", "标题"},
    Wording{"Evidence", "原文依据"},
    Wording{"Say", "可以这样说"},
    Wording{"Event", "事件"},
    Wording{"Source", "来源"},
    Wording{"Score", "评分"},
    Wording{"Call", "致电"},
    Wording{"Phone", "电话"},
    Wording{"E-mail", "邮箱"},
    Wording{"Owner", "负责人"},
    Wording{"Note", "备注"},
    Wording{"Agreed for", "约定时间"},
    Wording{"Account", "客户"},

    // Of one account and its event
    Wording{"no contact is known yet: find one, and add it to the account file",
            "暂无联系人：请找到一位，并写入客户文件"},
    Wording{"How the score adds up", "评分构成"},
    Wording{"{} of {}", "{}/{}"},
    Wording{"{} {} of {}", "{} {}/{}"},
    Wording{"{} of {}, number {} on the call list", "{}/{}，在呼叫名单上排第{}位"},
    Wording{"{} (as {})", "{}（{}）"},
    Wording{"{}, {}, {}, 1 source", "{}，{}，{}，1个来源"},
    Wording{"{}, {}, {}, {} sources", "{}，{}，{}，{}个来源"},
    Wording{"{} ({}): {}", "{}（{}）：{}"},
    Wording{"{} ({}): {}: {}", "{}（{}）：{}：{}"},
    Wording{"{} {} {}", "{}（{}，{}）"},
    Wording{"{} {} {} as {}", "{}（{}，{}，{}）"},
    Wording{"{}: “{}”", "{}：“{}”"},

    // Why a message comes
    Wording{"new", "新事件"},
    Wording{"reminder", "提醒"},
    Wording{"digest", "每日摘要"},
    Wording{"Reminder: {}", "提醒：{}"},
    Wording{"{} events, gathered into one message", "{}个事件，合并为一条消息"},
    Wording{"1 event, held in the quiet hours", "1个事件，在免打扰时段内暂存"},
    Wording{"{} events, held in the quiet hours", "{}个事件，在免打扰时段内暂存"},
    Wording{"{} more events: no more than {} messages an hour are sent, the rest is counted here",
            "另有{0}个事件：每小时最多发送{1}条消息，其余在此汇总"},

    // Subjects and headings of several
    Wording{"{} events: {}", "{}个事件：{}"},
    Wording{"{} more events: {}", "另有{}个事件：{}"},
    Wording{"Call list, {}: {}", "呼叫名单，{}：{}"},
    Wording{"1 call", "1个电话"},
    Wording{"{} calls", "{}个电话"},
    Wording{"1 callback", "1个约定回电"},
    Wording{"{} callbacks", "{}个约定回电"},
    Wording{"1 event", "1个事件"},
    Wording{"{} events", "{}个事件"},
    Wording{"nothing new", "没有新内容"},
    Wording{"{}. {} ({})", "{}. {}（{}）"},
    Wording{"{} ({})", "{}（{}）"},
    Wording{"Today's calls", "今日致电"},
    Wording{"Callbacks due today", "今日应回电"},
    Wording{"Moved since yesterday", "与昨天相比"},
    Wording{"Events", "事件"},
    Wording{"By type", "按类型"},
    Wording{"The highest", "评分最高"},
    Wording{"Entered", "新进入"},
    Wording{"Rose", "上升"},
    Wording{"Fell", "下降"},
    Wording{"Left", "离开"},
    Wording{"{} (number {})", "{}（第{}位）"},
    Wording{"{} (number {}, {} -> {} points)", "{}（第{}位，{} → {}分）"},
    Wording{", ", "、"},
    Wording{"{}, +{} more", "{}，另有{}个"},
    Wording{"+{} more: tipoff event list", "另有{}个：tipoff event list"},

    // Of a feed
    Wording{"Feed is back: {}", "订阅源已恢复：{}"},
    Wording{"Feed is gone: {}", "订阅源已停用：{}"},
    Wording{"Feed fails since {}: {}", "订阅源自{}起失败：{}"},
    Wording{"a feed is back", "订阅源已恢复"},
    Wording{"a feed is gone", "订阅源已停用"},
    Wording{"a feed fails", "订阅源失败"},
    Wording{"It answers again. It had failed since {}; what it still carries of that time has been "
            "read.",
            "已恢复响应。自{}起曾失败；期间仍保留的内容已读取。"},
    Wording{"Feed", "订阅源"},
    Wording{"Failing since", "开始失败"},
    Wording{"{}, {} times in a row", "{}，连续{}次"},
    Wording{"Last failure", "最近一次失败"},
    Wording{"Last success", "最近一次成功"},
    Wording{"never", "从未"},
    Wording{"Next try", "下次尝试"},
    Wording{"What to do", "如何处理"},
    Wording{"It is not asked any more. Take it out, or add its new address: tipoff feed remove, "
            "tipoff feed add.",
            "不再请求该订阅源。请移除它，或添加新地址：tipoff feed remove、tipoff feed add。"},
    Wording{"No feed at all has answered since: look at this machine's own network first.",
            "此后没有任何订阅源响应：请先检查本机网络。"},
    Wording{"All feeds that fail: tipoff feed list --failing",
            "全部失败的订阅源：tipoff feed list --failing"},

    // Of a test
    Wording{"Test of the alert {}", "提醒“{}”的测试"},
    Wording{"somebody asked for it: what this alert is told arrives here",
            "有人要求发送：此提醒的消息将送达这里"},
};

/// Sentences that other folders make in English: reasons of messages and of points. A longer one
/// stands before one that it begins like.
inline constexpr std::array sentences = {
    Wording{"new", "新事件"},
    Wording{"reminder", "提醒"},
    Wording{"digest", "每日摘要"},
    Wording{"state changed: {} -> {}", "状态变化：{} → {}"},
    Wording{"score rose to {}", "评分升至{}"},
    Wording{"{} is a target (very important)", "{}是目标（非常重要）"},
    Wording{"{} is a target (somewhat important)", "{}是目标（比较重要）"},
    Wording{"title unknown: find the {}", "职位未知：请找到{}"},
    Wording{"{} unknown: find out whether it is {}", "{}未知：请确认是否为{}"},
    Wording{"no target industries are set", "未设置目标行业"},
    Wording{"no target titles are set", "未设置目标职位"},
    Wording{"no target regions are set", "未设置目标地区"},
    Wording{"no live trigger event", "没有有效的触发事件"},
    Wording{"trigger events do not count", "触发事件不计分"},
    Wording{"sold in this industry before, says the account list", "客户名单注明：曾在该行业成交"},
    Wording{"not sold in this industry before, says the account list",
            "客户名单注明：未在该行业成交"},
    Wording{"sold in {} before", "曾在{}行业成交"},
    Wording{"not known to have sold in this industry", "未知是否曾在该行业成交"},
};

/// Names as data has them: event types, certainties, roles, criteria.
inline constexpr std::array names = {
    Wording{"merger", "合并"},
    Wording{"acquisition", "收购"},
    Wording{"divestiture", "资产出售"},
    Wording{"spin_off", "分拆"},
    Wording{"take_private", "私有化"},
    Wording{"joint_venture", "合资"},
    Wording{"stake_change", "持股变动"},
    Wording{"buyback", "股份回购"},
    Wording{"reorganisation", "重组"},
    Wording{"rebrand", "更名"},
    Wording{"relocation", "搬迁"},
    Wording{"outsourcing", "外包"},
    Wording{"transformation", "转型"},
    Wording{"executive_appointed", "高管任命"},
    Wording{"executive_departed", "高管离任"},
    Wording{"board_change", "董事会变动"},
    Wording{"layoffs", "裁员"},
    Wording{"hiring", "扩招"},
    Wording{"strike", "罢工"},
    Wording{"funding", "融资"},
    Wording{"ipo", "首次公开募股"},
    Wording{"debt_financing", "债务融资"},
    Wording{"dividend", "分红"},
    Wording{"earnings", "业绩"},
    Wording{"guidance", "业绩预告"},
    Wording{"cost_cutting", "削减成本"},
    Wording{"expansion", "扩张"},
    Wording{"closure", "关停"},
    Wording{"capital_project", "投资项目"},
    Wording{"product_launch", "产品发布"},
    Wording{"product_recall", "产品召回"},
    Wording{"contract_won", "获得合同"},
    Wording{"tender", "招标"},
    Wording{"partnership", "合作"},
    Wording{"lawsuit", "诉讼"},
    Wording{"regulatory_action", "监管措施"},
    Wording{"insolvency", "破产"},
    Wording{"data_breach", "数据泄露"},
    Wording{"incident", "事故"},
    Wording{"award", "获奖"},
    Wording{"rumoured", "传闻"},
    Wording{"announced", "已宣布"},
    Wording{"completed", "已完成"},
    Wording{"denied", "已否认"},
    Wording{"acquirer", "收购方"},
    Wording{"target", "被收购方"},
    Wording{"seller", "出售方"},
    Wording{"industry", "行业"},
    Wording{"title", "职位"},
    Wording{"region", "地区"},
    Wording{"trigger", "触发事件"},
    Wording{"sold_in_industry", "行业成交"},
    Wording{"reference_customer", "标杆客户"},
    Wording{"personally_involved", "亲自参与"},
};

}  // namespace tipoff
