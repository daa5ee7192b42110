"""A customer's client of the Kore.ai webhook channel, V1, sync. Written from the protocol sheet alone.

Settings: url, botId, clientId, clientSecret, algorithm; webhookInstanceId where the channel is a further one.
The bot behind it is the demo bot: “hi” is one message, “everyday account” is several and ends a task.
"""

import html
import json

from kore_jwt import Credential, jwt
from witness import ask, ask_json, finish, holds, settings

known = settings()
credential = Credential(known)
instance = f"/hookInstance/{known['webhookInstanceId']}" if known.get("webhookInstanceId") else ""
url = f"{known['url']}/chatbot/hooks/{known['botId']}{instance}"


def message(text, **more):
    """The request of the sheet's section 5.1."""
    return {
        "session": {"new": False},
        "message": {"text": text},
        "from": {"id": "foreign-v1", "userInfo": {"firstName": "Ada", "lastName": "", "email": ""}},
        "to": {"id": known["botId"], "groupInfo": {"id": "", "name": ""}},
        **more,
    }


def say(text, headers=None, **more):
    return ask_json("POST", url, message(text, **more), headers or credential.header())


def template(text):
    """A template is JSON inside the string, with its quotes escaped as HTML entities."""
    try:
        return json.loads(html.unescape(text))
    except ValueError:
        return None


# One message, several messages, and the end of a task.
answer = say("hi", session={"new": True})
holds("a message is answered with 200", answer.status == 200, answer)
media_type = answer.header("content-type") or ""
holds("the answer is application/json", media_type.startswith("application/json"), media_type)
holds("one message: text is a string", isinstance((answer.json or {}).get("text"), str), answer)
payload = (template(answer.json["text"]) or {}).get("payload", {})
holds("quick replies come as a template: JSON in a string", payload.get("template_type") == "quick_replies", answer)
holds("its quotes are escaped as HTML entities", "&quot;" in answer.json["text"] and '"' not in answer.json["text"], answer)
replies = payload.get("quick_replies", [])
holds(
    "a quick reply has content_type text, a title and a payload",
    replies and all(each.get("content_type") == "text" and each.get("title") and each.get("payload") for each in replies),
    replies,
)

answer = say(next(each["payload"] for each in replies if each["title"] == "Balance"))
payload = (template((answer.json or {}).get("text")) or {}).get("payload", {})
holds("the payload of a quick reply goes back as plain text", answer.status == 200, answer)
holds("buttons come as a template of the type button", payload.get("template_type") == "button", answer)
pressed = payload.get("buttons", [{}])[0]
holds("a button that answers has the type postback", pressed.get("type") == "postback", payload)

answer = say(pressed["payload"])
texts = (answer.json or {}).get("text")
holds("several messages: text is an array", isinstance(texts, list) and len(texts) >= 2, answer)
holds("each of them is a string", all(isinstance(each, str) for each in texts), answer)
holds("the end of a task rides on the answer: endOfTask", answer.json.get("endOfTask") is True, answer)
holds("endReason is Fulfilled", answer.json.get("endReason") == "Fulfilled", answer)
holds("completedTaskId begins with dg-", str(answer.json.get("completedTaskId", "")).startswith("dg-"), answer)
holds("completedTaskName is the task's name", bool(answer.json.get("completedTaskName")), answer)
holds("V1 has no _v, data or pollId", not {"_v", "data", "pollId"} & set(answer.json), answer)

answer = say("cards")
kinds = [(template(each) or {}).get("payload", {}).get("template_type") for each in (answer.json or {}).get("text", [])]
holds("a carousel comes as a template among texts", "carousel" in kinds and None in kinds, answer)

# Everything that a client in the wild sends, and that has to be taken.
link = "https://files.example/a.png"
stored = {"fileId": "f-1", "fileType": "image", "fileName": "a.png"}
tolerated = [
    ("attachments as plain links", {"message": {"text": "hi", "attachments": [link]}}),
    ("attachments as objects", {"message": {"text": "hi", "attachments": [{"url": link}, stored]}}),
    ("the web SDK’s empty token and attachment", {"message": {"text": "hi", "attachments": [{}]}, "token": {}}),
    ("customData, metaTags and mergeIdentity", {"customData": {"userToken": "x"}, "metaTags": {}, "mergeIdentity": True}),
    ("a to.id that is not the bot’s", {"to": {"id": "Kore.ai"}}),
]
for name, more in tolerated:
    answer = say("hi", **more)
    holds(f"{name}: taken", answer.status == 200 and "text" in (answer.json or {}), answer)
without_to = {key: value for key, value in message("hi").items() if key != "to"}
answer = ask_json("POST", url, without_to, credential.header())
holds("no to at all: taken", answer.status == 200, answer)

# Tokens that have to be taken.
issued = jwt({"iss": credential.client_id, "sub": "1", "aud": "https://idproxy.example"}, credential.secret, credential.algorithm)
without_sub = jwt({"appId": credential.client_id}, credential.secret, credential.algorithm)
accepted = [
    ("the scheme word Bearer", credential.header("Bearer")),
    ("a sub that is a number", credential.header(sub=8812)),
    ("iss instead of appId", {"Authorization": f"bearer {issued}"}),
    ("no sub", {"Authorization": f"bearer {without_sub}"}),
    ("iat and a future exp", credential.header(iat=1, exp=32503680000)),
]
for name, headers in accepted:
    answer = say("hi", headers)
    holds(f"{name}: accepted", answer.status == 200, answer)

# Tokens that have to be refused.
for name, headers in credential.refused():
    answer = ask_json("POST", url, message("hi"), headers)
    holds(f"{name}: 401", answer.status == 401, answer)
    errors = (answer.json or {}).get("errors", [{}])
    holds(
        f"{name}: says only Invalid Access token",
        errors[0].get("msg") == "Invalid Access token" and errors[0].get("code") == 401,
        answer,
    )
    holds(f"{name}: the V1 envelope has neither _v nor _t", not {"_v", "_t"} & set(answer.json), answer)

unknown = ask_json("POST", f"{known['url']}/chatbot/hooks/st-00000000-0000-5000-8000-000000000000", message("hi"), credential.header())
holds("an unknown bot: 404", unknown.status == 404, unknown)

# A browser asks first.
asked = {
    "Origin": "https://shop.example",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type",
}
answer = ask("OPTIONS", url, asked)
allowed = (answer.header("access-control-allow-headers") or "").lower()
holds("a browser’s preflight is answered", 200 <= answer.status < 300, answer)
origin = answer.header("access-control-allow-origin")
holds("it allows the origin", origin in ("*", "https://shop.example"), answer.headers)
holds("it allows authorization and content-type", "authorization" in allowed and "content-type" in allowed, answer.headers)
answer = say("hi", {**credential.header(), "Origin": "https://shop.example"})
holds("the answer itself can be read by that origin", bool(answer.header("access-control-allow-origin")), answer.headers)

finish()
