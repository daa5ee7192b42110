"""A customer's client of the Kore.ai webhook channel in async mode, with the receiver of its POST_URL. Written from the sheet alone.

It prints where it listens first: that is the POST_URL. Settings: url, botId, clientId, clientSecret, algorithm, version (v1 or
v2), accessToken, and tokenHeader: the header that the Access Token comes in with its whole value, null for none.
"""

import html
import json
import re

from kore_jwt import Credential
from receiver import Receiver, empty
from witness import ask_json, finish, holds, settings

callbacks = Receiver(lambda arrived: empty(200))
known = settings()
credential = Credential(known)
is_v2 = known["version"] == "v2"
path = "/chatbot/v2/webhook/" if is_v2 else "/chatbot/hooks/"
url = f"{known['url']}{path}{known['botId']}"
user = f"foreign-async-{known['version']}"
task_end = {"endOfTask", "endReason", "completedTaskId", "completedTaskName"}


def message(text):
    said = {"type": "text", "val": text} if is_v2 else {"text": text}
    return {"session": {"new": False}, "message": said, "from": {"id": user}, "to": {"id": known["botId"]}}


def say(text):
    """Says something; the acknowledgement comes at once and has no words of the bot."""
    answer = ask_json("POST", url, message(text), credential.header())
    holds("the acknowledgement is 200", answer.status == 200, answer)
    if is_v2:
        document = answer.json or {}
        holds("it says status ok and _v v2", document.get("status") == "ok" and document.get("_v") == "v2", answer)
        holds("it has a trace id", re.fullmatch(r"RTM-TRACE-[0-9A-Z]{9}", str(document.get("traceId"))), answer)
        holds("it has nothing else", set(document) == {"status", "_v", "traceId"}, answer)
    else:
        holds("it is empty, or an empty object", answer.body.strip() in (b"", b"{}"), answer)


def callback():
    """The next callback, with what every one of them has."""
    arrived = callbacks.next()
    holds("a callback comes", arrived is not None, "none within 20 s")
    holds("it is a POST", arrived.method == "POST", arrived)
    holds("its body is JSON and says so", arrived.media_type == "application/json" and isinstance(arrived.json, dict), arrived)
    if known["tokenHeader"]:
        name, value = known["tokenHeader"]
        holds(f"the Access Token comes as {name}", arrived.header(name) == value, arrived.headers)
    else:
        values = [value for _, value in arrived.headers]
        holds("no header has the Access Token", not any(known["accessToken"] in each for each in values), arrived.headers)
    return arrived.json


def bot_message():
    """One callback with one message: its words."""
    document = callback()
    holds("a callback with a message has no task-end fields", not task_end & set(document), document)
    if is_v2:
        holds("V2: _v is v2, and data has one message", document.get("_v") == "v2" and len(document.get("data", [])) == 1, document)
        one = document["data"][0]
        holds("it has a type, a val and createdOn", {"type", "val", "createdOn"} <= set(one), document)
        return one["val"]
    holds("V1: to is the user and from is the bot", document.get("to") == user and document.get("from") == known["botId"], document)
    holds("V1: text is the message", "text" in document, document)
    return document["text"]


def template(words):
    try:
        return json.loads(words if is_v2 else html.unescape(words)).get("payload", {})
    except (ValueError, AttributeError, TypeError):
        return {}


def nothing_more():
    more = callbacks.next(0.6)
    holds("no callback comes that the turn does not have", more is None, more)


say("hi")
words = bot_message()
replies = template(words).get("quick_replies", [])
holds("a template is JSON in a string", len(replies) > 0, words)
nothing_more()

say(next(each["payload"] for each in replies if each["title"] == "Balance"))
buttons = template(bot_message()).get("buttons", [])
holds("buttons have payloads", len(buttons) > 0, buttons)
nothing_more()

say(buttons[0]["payload"])
heard = [bot_message() for _ in range(3)]
holds("the first message of the turn comes first", "4821" in str(heard[0]), heard)
holds("the second comes second", "Available" in str(heard[1]), heard)
holds("the quick replies come last", template(heard[2]).get("template_type") == "quick_replies", heard)
document = callback()
holds("the end of the task comes after the last message", document.get("endOfTask") is True, document)
holds("in a callback of its own, without words", "text" not in document and not document.get("data"), document)
holds("with its reason, id and name", task_end <= set(document), document)
nothing_more()

if is_v2:
    notify = f"{known['url']}/api/public/bot/{known['botId']}/notifyV2"
    proactive = {
        "channel": "ivr",
        "webhookInstanceName": "ivr",
        "userIdentityType": "resolve",
        "message": {"type": "text", "value": "Your card has arrived"},
        "identities": [{"email": user}],
    }
    job = ask_json("POST", notify, proactive, {"auth": credential.token()})
    document = job.json or {}
    holds("a proactive message is answered with a job", job.status == 200 and str(document.get("_id", "")).startswith("ds-"), job)
    holds("the job is in progress, for this bot", document.get("status") == "IN_PROGRESS" and document.get("streamId") == known["botId"], job)
    holds("the proactive message comes to the POST URL", bot_message() == "Your card has arrived")
    refused = ask_json("POST", notify, proactive, {"auth": credential.token() + "x"})
    holds("a proactive message with a bad token is refused with 401", refused.status == 401, refused)
    nothing_more()

refused = ask_json("POST", url, message("hi"), credential.refused()[2][1])
holds("a token of another secret is refused with 401", refused.status == 401, refused)
nothing_more()
finish()
