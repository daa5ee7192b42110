"""A customer's client of the Kore.ai webhook channel, V2, sync with polling. Written from the protocol sheet alone.

Settings: url, botId, clientId, clientSecret, algorithm; webhookInstanceId where the channel is a further one; mustPoll where at
least one answer has to come in parts. The bot behind it is the demo bot.
"""

import json
import re
import time

from kore_jwt import Credential, jwt
from kore_v2_files import check_files
from witness import ask, ask_json, finish, holds, settings

known = settings()
credential = Credential(known)
instance = f"/hookInstance/{known['webhookInstanceId']}" if known.get("webhookInstanceId") else ""
url = f"{known['url']}/chatbot/v2/webhook/{known['botId']}{instance}"
polls = {"pending": 0, "finished": 0, "delivered": None}


def message(kind, value, user="foreign-v2", **more):
    """The request of the sheet's section 5.2."""
    return {
        "session": {"new": False},
        "message": {"type": kind, "val": value},
        "from": {"id": user, "userInfo": {"firstName": "Ada", "lastName": "", "email": ""}},
        **more,
    }


def post(document, headers=None):
    return ask_json("POST", url, document, headers or credential.header())


def check_answer(answer, user="foreign-v2"):
    """The answer of the sheet's section 6.2, and each of its messages."""
    document = answer.json or {}
    holds("an answer is 200 and has _v v2", answer.status == 200 and document.get("_v") == "v2", answer)
    holds("to, where it is there, is the user", document.get("to", user) == user, document)
    holds("from, where it is there, is the bot", document.get("from", known["botId"]) == known["botId"], document)
    for each in document.get("data", []):
        holds("each of data has a type and a val", "type" in each and "val" in each, each)
        holds("its messageId begins with ms-", str(each.get("messageId", "")).startswith("ms-"), each)
        stamp = str(each.get("createdOn"))
        holds("its createdOn is a time of UTC with milliseconds", re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z", stamp), each)
    if "pollId" in document:
        holds("a pollId is 32 lower-case hexadecimal digits", re.fullmatch(r"[0-9a-f]{32}", document["pollId"]), document)
        holds("an answer with a pollId has no task-end fields", "endOfTask" not in document, document)
    return document


def poll(poll_id):
    """Asks until the answer is there; remembers what was seen on the way."""
    for _ in range(60):
        answer = ask("GET", f"{url}/poll/{poll_id}", credential.header())
        document = answer.json or {}
        if document.get("status") != "Inprogress":
            polls["finished"] += 1
            polls["delivered"] = poll_id
            return check_answer(answer)
        polls["pending"] += 1
        wanted = {"status": "Inprogress", "pollId": poll_id, "_v": "v2"}
        holds("while it runs: 200, Inprogress, the pollId and _v", answer.status == 200 and document == wanted, answer)
        time.sleep(0.1)
    holds("a poll comes to its end", False, f"Inprogress for 6 s at {poll_id}")


def say(kind, value, user="foreign-v2", **more):
    """Says something and collects all the messages of the answer, and the last document."""
    document = check_answer(post(message(kind, value, user, **more)), user)
    said = list(document.get("data", []))
    while "pollId" in document:
        document = poll(document["pollId"])
        said += document.get("data", [])
    return said, document


def template(value):
    """On V2 a template is raw JSON in the string; an object is taken too."""
    if isinstance(value, dict):
        return value
    try:
        read = json.loads(value)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def payloads(said):
    return [template(each["val"]).get("payload", {}) for each in said]


# A conversation: opened, a quick reply, a button, a form, closed.
said, document = say("event", "ON_CONNECT", session={"new": True})
holds("ON_CONNECT is answered with the welcome", len(said) >= 1, document)
said, _ = say("text", "hi")
replies = next((each["quick_replies"] for each in payloads(said) if each.get("template_type") == "quick_replies"), [])
holds("quick replies are raw JSON in val, of the type text", replies and said[-1]["type"] == "text", said)
said, _ = say("text", next(each["payload"] for each in replies if each["title"] == "Balance"))
buttons = next((each["buttons"] for each in payloads(said) if each.get("template_type") == "button"), [])
holds("buttons are postbacks with a title and a payload", buttons and buttons[0]["type"] == "postback", said)
said, document = say("text", buttons[0]["payload"])
holds("several messages are several of data", len(said) >= 2, said)
holds("the last answer has the end of the task", document.get("endOfTask") is True, document)
holds("endReason is Fulfilled", document.get("endReason") == "Fulfilled", document)
holds("completedTaskId begins with dg-", str(document.get("completedTaskId", "")).startswith("dg-"), document)
holds("completedTaskName is the task's name", bool(document.get("completedTaskName")), document)
said, _ = say("text", "cards", interactiveLanguage="en")
holds("a carousel is a template", any(each.get("template_type") == "carousel" for each in payloads(said)), said)
say("text", "payments", InteractiveLanguage="en")
filled = {"formId": "callback", "data": [{"componentId": "name", "input": "Ada"}, {"componentId": "send", "input": "Submit"}], "meta": {}}
said, document = say("formData", filled)
holds("form data is answered with messages", len(said) >= 1, document)
said, document = say("template", {"type": "template", "payload": {"template_type": "button", "text": "hi", "buttons": []}})
say("text", "hi", token={}, mergeIdentity="true")

# Polling.
if known.get("mustPoll"):
    holds("at least one answer came in parts", polls["finished"] > 0, polls)
if polls["delivered"]:
    answer = ask("GET", f"{url}/poll/{polls['delivered']}", credential.header())
    holds("a poll is delivered once: No data found", answer.json == {"errors": [{"msg": "No data found", "code": 400}]}, answer)
answer = ask("GET", f"{url}/poll/{'0' * 32}", credential.header())
holds("an unknown pollId: No data found, without _v and _t", answer.json == {"errors": [{"msg": "No data found", "code": 400}]}, answer)
holds("its status is 400", answer.status == 400, answer)
holds("a poll without a token: 401", ask("GET", f"{url}/poll/{'0' * 32}").status == 401)
if instance:
    answer = ask("GET", f"{known['url']}/chatbot/v2/webhook/{known['botId']}/poll/{'0' * 32}", credential.header())
    holds("a poll without the instance in its path finds the channel too", answer.status == 400, answer)

# The end of the session.
answer = post(message("event", "SESSION_CLOSURE"))
event = ((answer.json or {}).get("data") or [{}])[0]
wanted = {"type": "event", "val": "SESSION_CLOSURE", "eventType": "SESSION_CLOSURE_SUCCESS", "description": "session closed successfully"}
holds("SESSION_CLOSURE is answered with its event", answer.status == 200 and event == wanted, answer)
holds("beside it only _v", (answer.json or {}).get("_v") == "v2", answer)
answer = post(message("event", "SESSION_CLOSURE"))
event = ((answer.json or {}).get("data") or [{}])[0]
holds("without a live session it is ignored", event.get("eventType") == "SESSION_CLOSURE_IGNORED", answer)
holds("and says so", event.get("description") == "Active session doesn't exist", answer)


def check_error(name, answer, status, words):
    """The envelope of the sheet's section 4."""
    document = answer.json or {}
    holds(f"{name}: {status}", answer.status == status, answer)
    holds(f"{name}: {words}", document.get("errors") == [{"msg": words, "code": status}], answer)
    trace = str(document.get("_t"))
    holds(f"{name}: _v v2 and a trace id", document.get("_v") == "v2" and re.fullmatch(r"RTM-TRACE-[0-9A-Z]{9}", trace), answer)


for name, headers in credential.refused():
    check_error(name, ask_json("POST", url, message("text", "hi"), headers), 401, "Invalid Access token")
other = credential.header(userIdentity="somebody-else")
check_error("a userIdentity that is not from.id", post(message("text", "hi"), other), 401, "Invalid Access token")
answer = post(message("text", "hi"), credential.header(userIdentity="foreign-v2"))
holds("a userIdentity that is from.id: accepted", answer.status == 200, answer)
issued = jwt({"iss": credential.client_id, "sub": 8812}, credential.secret, credential.algorithm)
answer = post(message("text", "hi"), {"Authorization": f"Bearer {issued}"})
holds("iss instead of appId: accepted", answer.status == 200, answer)
invalid = [
    ("a body that is not JSON", '{"message":'),
    ("no from.id", json.dumps({"session": {"new": False}, "message": {"type": "text", "val": "hi"}})),
    ("no message", json.dumps({"session": {"new": False}, "from": {"id": "foreign-v2"}})),
    ("no val", json.dumps({"message": {"type": "text"}, "from": {"id": "foreign-v2"}})),
]
blank = message("text", " ", message={"type": "text", "val": " ", "attachments": [{"url": "https://files.example/a.png"}]})
invalid.append(("an attachment beside a blank val", json.dumps(blank)))
for name, body in invalid:
    answer = ask("POST", url, {**credential.header(), "Content-Type": "application/json"}, body)
    check_error(name, answer, 400, "Invalid Request Payload")

unknown = f"{known['url']}/chatbot/v2/webhook/st-00000000-0000-5000-8000-000000000000"
answer = ask_json("POST", unknown, message("text", "hi"), credential.header())
holds("an unknown bot: 404", answer.status == 404, answer)

asked = {"Origin": "https://shop.example", "Access-Control-Request-Headers": "authorization,content-type"}
base, bot = known["url"], known["botId"]
addresses = [
    ("POST", url),
    ("GET", f"{url}/poll/{'0' * 32}"),
    ("POST", f"{base}/api/public/uploadfile"),
    ("POST", f"{base}/api/attachments/{bot}/ivr/token"),
    ("PUT", f"{base}/api/attachments/{bot}/ivr/token/t-1/chunk"),
    ("GET", f"{base}/api/chathistory/{bot}/ivr?botId={bot}&limit=10"),
    ("GET", f"{base}/api/botmeta/{bot}"),
]
for method, address in addresses:
    answer = ask("OPTIONS", address, {**asked, "Access-Control-Request-Method": method})
    allowed = (answer.header("access-control-allow-headers") or "").lower()
    is_so = 200 <= answer.status < 300 and "authorization" in allowed and bool(answer.header("access-control-allow-origin"))
    holds(f"a browser may {method} to {address.replace(base, '').split('?')[0]}", is_so, f"{answer} {answer.headers}")

check_files(known, credential, say)
finish()
