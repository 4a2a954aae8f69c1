"""Standard Webhooks 1.0, verified without any of Tipoff's code."""

import base64
import hashlib
import hmac


class NotGenuine(Exception):
    """The message was not signed with this secret, or not now."""


def signature(secret, message_id, timestamp, body):
    """`v1,<base64>` of HMAC-SHA256 over `id.timestamp.body`."""
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def verify(secret, headers, body, now, tolerance=300):
    """Raises NotGenuine unless one of the signatures in the headers (names in lower case) is right and recent."""
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
        if name not in headers:
            raise NotGenuine(f"no {name} header")
    timestamp = headers["webhook-timestamp"]
    if not timestamp.isdigit() or abs(now - int(timestamp)) > tolerance:
        raise NotGenuine(f"timestamp {timestamp} is not of now")
    right = signature(secret, headers["webhook-id"], timestamp, body)
    if not any(hmac.compare_digest(right, given) for given in headers["webhook-signature"].split(" ")):
        raise NotGenuine("no signature is right")
