"""A customer's app on Chatlayer's deprecated webhook dialect, with its webhook for leg B. Written from the sheet alone.

It prints where it listens first: that is the webhook URL. Settings: url, botId, accessToken, verifyToken, envelope, payloads.
"""

import json

from chatlayer_legb import LegB, check_quick_replies, check_rich, opaque, template_of
from witness import ask, ask_json, finish, holds, settings

leg_b = LegB()
known = settings()
user = "a7355930-0000-11e7-8308-2f056e75d1ee"
leg_b.configure(known, user)
url = f"{known['url']}/api/webhookMessage/{known['botId']}"


def post(text, sender=user, **more):
    return ask_json("POST", url, {"text": text, "sender": {"id": sender}, "verifyToken": known["verifyToken"], "locale": "en", **more})


def say(text):
    answer = post(text)
    holds("leg A is answered with 200 EVENT_RECEIVED", answer.status == 200 and answer.text == "EVENT_RECEIVED", answer)


say("hi")
replies = check_quick_replies(leg_b.message())
balance = next(each["payload"] for each in replies if each["title"] == "Balance")
if known.get("payloads", "opaque") == "json":
    read = json.loads(balance)
    holds("an old payload has nextDialogstateId and params", "nextDialogstateId" in read and isinstance(read.get("params"), list), read)
else:
    holds("a payload is 40 hexadecimal digits", opaque(balance), balance)
say(balance)
buttons = template_of(leg_b.message(), "button").get("buttons", [])
holds("the payload went back as text, verbatim, and was known", buttons[0].get("type") == "postback", buttons)
say(buttons[0]["payload"])
heard = [leg_b.message() for _ in range(3)]
holds("the messages of a turn come in their order", "4821" in heard[0].get("text", "") and "Available" in heard[1].get("text", ""), heard)
holds("an event for the app has the type event, and no words", leg_b.message().get("type") == "event")
leg_b.nothing_more()
check_rich(say, leg_b)
leg_b.nothing_more()

counter = leg_b.counter
leg_b.configure(known, "short")
answer = post("hi", sender="short", locale="fr")
holds("a sender id below 32 characters is taken all the same", answer.status == 200, answer)
holds("and is answered", bool(leg_b.message()))
leg_b.configure(known, user)
leg_b.counter = counter

answer = post("hi", verifyToken="another")
holds("a wrong verifyToken is refused with 401 or 403", answer.status in (401, 403), answer)
for missing in ("verifyToken", "sender", "text"):
    document = {"text": "hi", "sender": {"id": user}, "verifyToken": known["verifyToken"]}
    del document[missing]
    answer = ask_json("POST", url, document)
    holds(f"without {missing} it is refused", 400 <= answer.status < 500, answer)
answer = ask("POST", url, {"Content-Type": "application/json"}, "{")
holds("a body that is not JSON is refused", 400 <= answer.status < 500, answer)
leg_b.nothing_more()

token = f"access_token={known['accessToken']}"
answer = ask("GET", f"{known['url']}/api/bots/{known['botId']}/history/{user}?{token}&offset=0&limit=5")
rows = (answer.json or {}).get("rows", [])
holds("history has rows and a count", answer.status == 200 and rows and "count" in answer.json, answer)
holds("at most as many rows as the limit", len(rows) <= 5, answer)
holds("a row has id, actor, message and createdAt", all({"id", "actor", "message", "createdAt"} <= set(each) for each in rows), rows)
holds("an actor is bot or user", all(each["actor"] in ("bot", "user") for each in rows), rows)
answer = ask("GET", f"{known['url']}/api/bots/{known['botId']}/history/{user}?access_token=another")
holds("history with a wrong access_token is refused", answer.status in (401, 403), answer)
answer = ask("GET", f"{known['url']}/api/sessionData/{known['botId']}/{user}/general?{token}")
holds("session data is a plain object", answer.status == 200 and isinstance(answer.json, dict), answer)

view = {"botId": known["botId"], "senderId": user, "messages": [{"type": "text", "config": {"textMessages": [{"text": "From a web view"}]}}]}
answer = ask_json("POST", f"{known['url']}/api/webview?{token}", view)
holds("a web view may post messages", answer.status == 200, answer)
holds("they come on leg B", leg_b.message().get("text") == "From a web view")
answer = ask_json("POST", f"{known['url']}/api/webview?{token}", {"botId": known["botId"], "senderId": user})
holds("a web view needs a message or an action", 400 <= answer.status < 500, answer)
finish()
