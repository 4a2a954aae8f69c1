// Word lists that tell a company's name from a common word, as data.
#pragma once

#include <string_view>

namespace tipoff {

// clang-format off
/// Directly before a name: "shares of X", "the retailer X".
inline constexpr std::string_view before_strong_words =
    "shares of, shares in, stake in, stock of, stock in, investors in, shareholders of, shareholders in, subsidiary of, unit of, division of, ceo of,"
    "cfo of, coo of, cto of, chairman of, president of, chief executive of, chief executive officer of, head of, founder of, co founder of, owner of,"
    "parent of, parent company, maker of, acquisition of, takeover of, merger with, deal with, contract with, partnership with, joint venture with,"
    "bid for, offer for, listing of, ipo of, results of, earnings of, customers of, employees of, headquarters of, start up, startup, company, firm,"
    "retailer, carmaker, automaker, chipmaker, drugmaker, planemaker, steelmaker, manufacturer, lender, insurer, bank, airline, carrier, operator,"
    "developer, producer, supplier, provider, brewer, miner, utility, builder, homebuilder, publisher, broadcaster, distributor, wholesaler, conglomerate,"
    "giant, rival, competitor, subsidiary, fintech, unicorn, platform, app, maker, group, chain, brand, vendor, broker, brokerage, exchange operator,"
    "studio, contractor, logistics group, tech company, bullish on, bearish on, positive on, upgrades, downgrades, upgraded, downgraded, sell, buy, hold,"
    "exit, accumulate, avoid, prefer, recommend, target for, target of, price target on, target price for, exposure to, invest in, invested in, stay with,"
    "position in, long on, stocks like, stocks such as, names like, results from, orders from, order from, level for, levels for, view on, bets on,"
    "bet on, bids for, talks with, analysts expect, analysts say, according to analysts at, acquire, acquires, acquired, acquiring, buys, buying, to buy,"
    "bought";

/// Directly after a name: "X shares", "X's workers". A word that begins a sentence may be an adjective before these.
inline constexpr std::string_view after_nouns_words =
    "shares, stock, share price, shareholders, stockholders, investors, board, director, directors, executives, employees, workers, staff, customers,"
    "subsidiary, unit, headquarters, factory, plant, plants, stores, earnings, profit, revenue, results, ipo, bonds, debt, acquisition, merger, takeover,"
    "buyout, stake, to cut, to open, to launch, names, recalls, quarterly, first quarter, second quarter, third quarter, fourth quarter, full year";

/// Directly after a name, also where it begins a sentence: "X chief executive", "X appoints".
inline constexpr std::string_view after_roles_words =
    "ceo, cfo, coo, cto, cio, cmo, chief executive, chief financial, chief operating, chairman, chairwoman, spokesman, spokeswoman, spokesperson, founder,"
    "co founder, net profit, net up, net down, net rises, net falls, net jumps, net loss, net drops, pat, scrip, ipo, fpo, share sale, rights issue,"
    "to acquire, to merge, to lay off, lays off, acquires, hires, hired, appoints, appointed, unveils, announces, announced, acquired, files for,"
    "raises million, q1, q2, q3, q4";

/// Directly after a name: what hardly anybody but a company does. In a headline in title case it is enough.
inline constexpr std::string_view after_acts_words =
    "names, appoints, hires, recalls, acquires, lays off, unveils, to acquire, to buy, to sell, to merge, to cut, to lay off, to open, to close, to shut, to launch,"
    "to hire, to invest, to raise, to build, to spin off, to recall, files for, to file for, completes acquisition, buys back, reports quarterly, posts quarterly,"
    "wins contract, wins order, completes merger";

/// Directly after a name: what companies do, and others too.
inline constexpr std::string_view after_weak_words =
    "said, says, will, plans, plan, expects, expect, reported, reports, posted, posts, launches, launched, opens, opened, raises, is, was, has, had,"
    "agreed, agrees, signs, signed, wins, won, cuts, sues, buys, bought, sells, sold, invests, invested, offers, offered, told, would, could, may, closed,"
    "closes, rallies, rallied, surges, surged, soars, soared, tanks, slumps, plunges, jumps, slips, gains, falls, rises, ends, drops, hits, up, down,"
    "declares, bags, seeks, eyes, mulls, rose, fell, gained, lost, jumped, slid, climbs, dropped, files, filed, secures, secured, expands, partners,"
    "completes, completed, introduces, introduced";

/// Anywhere in the same sentence.
inline constexpr std::string_view nearby_words =
    "company, firm, start up, startup, ceo, cfo, chief executive, chief financial officer, chairman, shares, stock, shareholders, million, billion,"
    "revenue, profit, earnings, sales, jobs, acquisition, merger, ipo, funding, round, investors, valuation, layoffs, employees, workers, headquarters,"
    "subsidiary, quarter, customers, software, product, products, series a, series b, series c, venture, retailer, bank, analysts, nasdaq, nyse, order,"
    "orders, target, stock up, stock down, stocks, 52 week, crore, lakh, rs, pct, percent, per cent, net, dividend";

/// What an appositive after a name calls it: "X, the software company,".
inline constexpr std::string_view company_nouns_words =
    "company, firm, start up, startup, maker, retailer, group, bank, lender, insurer, manufacturer, developer, operator, provider, producer, supplier,"
    "chain, brand, platform, app, service, conglomerate, unit, subsidiary, airline, carmaker, automaker, chipmaker, drugmaker, utility, builder,"
    "publisher, broker, brokerage, studio, business, corporation, distributor, marketplace, fintech, giant, contractor, miner, brewer, agency, carrier,"
    "consultancy";

/// Capitalised behind a name, they make it another company's: "Altmoor Energy".
inline constexpr std::string_view extensions_words =
    "energy, cars, bank, banks, motors, motor, financial, finance, capital, insurance, pharma, pharmaceuticals, chemicals, chemical, steel, power, foods,"
    "healthineers, securities, ventures, foundation, university, college, airlines, airways, petroleum, logistics, infotech, infrastructure, life, mutual,"
    "investments, realty, properties, electronics, telecom, communications, media, entertainment, studios, minerals, mining, resources, oil, cement,"
    "textiles, hotels, hospitals, healthcare, health, sciences, biotech, aerospace, automotive, trucks, marine, aviation, shipping, semiconductors,"
    "semiconductor, agro, fertilisers, fertilizers, amc, asset management, bancorp, bankshares, bancshares, savings, stadium, arena, museum, park, street,"
    "avenue, river, valley, county, city, island, islands, fertiliser, fertilizer, sugar, tea, coffee, gas, electric, housing, leasing, broking, lombard,"
    "prudential, direct, laboratories, labs, sons, brothers, partners, tools, robotics, games, railway, railways, railroad, lines, tyres, tires, paints,"
    "of america, of north america, of canada, of japan, of india, of china, of australia, of europe, of britain, of germany, of france, packaging,"
    "jewellers, global, projects, ports, transmission, green, gold, metals, copper, zinc, elxsi, consultancy";

/// As they stand before a symbol: "(NYSE: ABCD)".
inline constexpr std::string_view exchanges_words =
    "nyse, nasdaq, nasdaqgs, nasdaqgm, nasdaqcm, nyse american, nyse arca, amex, otc, otcqb, otcqx, otcmkts, lse, aim, tsx, tsxv, tsx v, cse, asx, nzx,"
    "hkex, hkse, sehk, hk, sse, szse, sh, sz, ss, bse, nse, xetra, fra, fwb, etr, euronext, epa, ams, ebr, six, swx, omx, sto, cph, hel, ose, tse, tyo,"
    "krx, kospi, ks, kq, tw, us, sha, she, shse, hkg, bj, lon, sgx, klse, bursa, idx, set, twse, tpe, bmv, b3, bvmf, jse, tase, moex, bit, bme";

/// Directly behind a Chinese name, so that it ends there.
inline constexpr std::string_view chinese_after_words =
    "公司, 集团, 股份, 控股, 科技, 有限, 宣布, 发布, 公告, 称, 表示, 回应, 董事, 董事长, 董事会, 总裁, 总经理, 创始人, 首席, 高管, 旗下, 财报, 股价, 股票,"
    "官方, 拟, 计划, 收购, 并购, 推出, 官宣, 入股, 投资, 完成, 获, 签署, 签约, 中标, 裁员, 上市, 披露, 营收, 净利, 业绩, 子公司, 员工, 工厂, 方面, 系,"
    "概念股, 供应商, 任命, 聘任, 与, 和, 旗舰, 手机, 汽车, 门店, 市值, 涨, 跌, 的";

/// Directly before a Chinese name, so that it begins there.
inline constexpr std::string_view chinese_before_words =
    "公司, 企业, 品牌, 巨头, 厂商, 收购, 入股, 投资, 控股, 起诉, 供应商, 创业公司, 独角兽, 开发商, 运营商, 制造商, 投资者, 股东, 加盟, 任职于, 就职于,"
    "离开, 携手, 联合, 与, 和, 对, 向, 由, 在";

/// Behind a Chinese name: what only a company has or does.
inline constexpr std::string_view chinese_strong_after_words =
    "公司, 集团, 股份, 控股, 有限, 宣布, 发布公告, 公告, 董事长, 董事会, 总裁, 总经理, 创始人, 首席, 旗下, 财报, 股价, 市值, 营收, 净利, 拟收购, 拟,"
    "概念股";

/// Before a Chinese name: what only a company is or suffers.
inline constexpr std::string_view chinese_strong_before_set_words =
    "公司, 企业, 品牌, 巨头, 厂商, 供应商, 开发商, 运营商, 制造商, 收购, 入股";

// clang-format on

}  // namespace tipoff
