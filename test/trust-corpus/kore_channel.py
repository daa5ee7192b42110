"""The demo channel of Kore.ai, and requests to it. Every id and secret is invented, and the secrets say so."""

from entries import JSON, SECONDS, compact, request
from tokens import hs

BOT = "st-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f70"
APP = "cs-8e2d41b6-97a3-5c1f-b0e4-6d7f8a9b0c1d"
SECRET = "NOT-A-REAL-SECRET-invented-for-Hookbench-01="
ACCESS_TOKEN = "NOT-A-REAL-ACCESS-TOKEN-invented-for-Hookbench-02"

V1 = f"/chatbot/hooks/{BOT}"
V2 = f"/chatbot/v2/webhook/{BOT}"
RECEIVER = f"/receive/kore/{BOT}"

GREETING = {"session": {"new": True}, "message": {"text": "hi"}, "from": {"id": "u-42"}, "to": {"id": BOT}}
GREETING_V2 = {
    "session": {"new": False},
    "message": {"type": "text", "val": "hi"},
    "from": {"id": "u-42", "userInfo": {"firstName": "Robin", "lastName": "Example", "email": "robin@example.com"}},
}


def claims(**over):
    """The claims of a right token, and others on top; None leaves one out."""
    all_claims = {"sub": "1234567890", "appId": APP, "iat": SECONDS - 5, "exp": SECONDS + 300, **over}
    return {name: value for name, value in all_claims.items() if value is not None}


def good(**over):
    return hs(claims(**over), SECRET)


def post(authorization=None, target=V1, body=None, headers=()):
    """A message of a user with this Authorization header."""
    lines = [] if authorization is None else [("Authorization", authorization)]
    text = body if isinstance(body, (str, bytes)) else compact(GREETING if body is None else body)
    return request("POST", target, [*lines, *headers, JSON], text)


def bearer(token, **over):
    return post(f"bearer {token}", **over)


def v2(token, body=None):
    return bearer(token, target=V2, body=GREETING_V2 if body is None else body)


def callback(headers, **over):
    """A message of the bot that the platform posts to the app."""
    return request("POST", RECEIVER, [*headers, JSON], compact({"text": "Hello!", "to": "u-42", **over}))
