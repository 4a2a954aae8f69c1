"""What six chats take, and how two of them are signed to, without any of Tipoff's code."""

import base64
import hashlib
import hmac
import json
import re
import urllib.parse


class NotRight(Exception):
    """The chat would refuse this, or show something that it should not."""


def feishu_sign(secret, timestamp):
    """base64(HMAC-SHA256(key = "timestamp\\nsecret", of nothing)); seconds."""
    return base64.b64encode(hmac.new(f"{timestamp}\n{secret}".encode(), b"", hashlib.sha256).digest()).decode()


def dingtalk_sign(secret, timestamp):
    """base64(HMAC-SHA256(key = secret, of "timestamp\\nsecret")); milliseconds."""
    return base64.b64encode(hmac.new(secret.encode(), f"{timestamp}\n{secret}".encode(), hashlib.sha256).digest()).decode()


def need(true, complaint):
    if not true:
        raise NotRight(complaint)


def strings(value, key=""):
    """Every text in a JSON value, with the name of its field."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, key)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from strings(part, name)


def slack(payload, url, secret, now):
    need(len(payload["blocks"]) <= 50 and len(payload["text"]) <= 40_000, "too long")
    for block in payload["blocks"]:
        for key, text in strings(block):
            need(key != "text" or len(text) <= 3_000, "a text is too long")
            rest = re.sub(r"<(https?://|tel:|mailto:)[^<>|]+\|[^<>|]*>", "", text) if block["type"] == "context" else text
            need(not re.search(r"[<>]|&(?!amp;|lt;|gt;)", rest), f"not escaped: {text}")
    need(not re.search(r"[<>]", payload["text"]), "not escaped")


def teams(payload, url, secret, now):
    need(len(json.dumps(payload, ensure_ascii=False).encode()) <= 28 * 1024, "too long")
    need(payload["type"] == "message", "no message")
    for attachment in payload["attachments"]:
        need(attachment["contentType"] == "application/vnd.microsoft.card.adaptive", "no adaptive card")
        need(attachment["content"]["type"] == "AdaptiveCard", "no adaptive card")
    for key, text in strings(payload):
        need(key != "type" or text != "TextBlock", "TextBlock knows Markdown")
        need(key != "url" or re.fullmatch(r"https?://\S+", text), f"opens {text}")
        need(key == "$schema" or not re.search(r"\{\{|\$\{|<", text), f"computes {text}")


def discord(payload, url, secret, now):
    content = payload["content"]
    need(0 < len(content.encode("utf-16-le")) // 2 <= 2_000, "too long")
    need(payload["allowed_mentions"] == {"parse": []}, "mentions")
    rest = re.sub(r"\\.", "", re.sub(r"\(?<https?://[^\s<>]*>\)?", "", content))
    need(not re.search(r"<[@#:a-z]|@(everyone|here)|\|\||~~|`", rest), f"markup: {content}")


def feishu(payload, url, secret, now):
    need(len(json.dumps(payload, ensure_ascii=False).encode()) <= 20_000, "too long")
    if secret:
        need(abs(int(payload["timestamp"]) - now) <= 3_600, "another time")
        need(payload["sign"] == feishu_sign(secret, payload["timestamp"]), "another signature")
    need(payload["msg_type"] == "post", "no post")
    for key, text in strings(payload):
        need(key != "tag" or text in ("text", "a"), f"a tag {text}")
        need(key != "href" or re.fullmatch(r"https?://\S+", text), f"leads to {text}")
        need("<" not in text, f"a tag in {text}")


def small_markdown(text):
    rest = re.sub(r"\[[^\[\]]*\]\(https?://[^\s()<>]*\)", "", text)
    need(not re.search(r"[\[\]<>`~|]|(^|\W)@", rest), f"markup: {text}")


def dingtalk(payload, url, secret, now):
    need(len(json.dumps(payload, ensure_ascii=False).encode()) <= 20_000, "too long")
    if secret:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)
        need(abs(int(query["timestamp"][0]) / 1_000 - now) <= 3_600, "another time")
        need(query["sign"] == [dingtalk_sign(secret, query["timestamp"][0])], "another signature")
    need(payload["msgtype"] == "markdown" and payload["at"] == {"isAtAll": False}, "mentions")
    small_markdown(payload["markdown"]["text"])


def wecom(payload, url, secret, now):
    need(payload["msgtype"] == "markdown", "no markdown")
    need(0 < len(payload["markdown"]["content"].encode()) <= 4_096, "too long")
    small_markdown(payload["markdown"]["content"])


RULES = {rule.__name__: rule for rule in (slack, teams, discord, feishu, dingtalk, wecom)}

# Status, headers and body of a chat that has taken a message, and of one that wants to be left alone for a while.
TAKEN = {
    "slack": (200, "ok"), "teams": (202, ""), "discord": (204, ""), "feishu": (200, '{"code":0,"msg":"success","data":{}}'),
    "dingtalk": (200, '{"errcode":0,"errmsg":"ok"}'), "wecom": (200, '{"errcode":0,"errmsg":"ok"}'),
}


def check(kind, body, url, secret=None, now=None):
    """Raises NotRight where the chat would not take the request."""
    payload = json.loads(body)
    need(isinstance(payload, dict), "no object")
    for _, text in strings(payload):
        need(not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), f"a bad character: {text!r}")
    RULES[kind](payload, url, secret, now)
