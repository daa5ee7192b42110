"""A customer's app on Chatlayer's webhook channel, current dialect, with its webhook for leg B. Written from the sheet alone.

It prints where it listens first: that is the webhook URL. Settings: url, channelId, accessToken, verifyToken, envelope (E1, E2,
merged), payloads (opaque or json), failures: how many times each bot message is answered 500 before it is taken (0 to 3).
"""

import json

from chatlayer_legb import LegB, check_quick_replies, check_rich, opaque, template_of
from witness import ask, ask_json, finish, holds, settings

leg_b = LegB()
known = settings()
leg_b.failures = known.get("failures", 0)
user = "foreign-d1-4b1f9f52-7d3c-4c55"
leg_b.configure(known, user)
url = f"{known['url']}/v1/channels/webhook/{known['channelId']}/messages"
bearer = {"Authorization": f"Bearer {known['accessToken']}"}


def post(message, headers=None, **more):
    document = {"conversationId": user, "message": message, **more}
    return ask_json("POST", url, document, bearer if headers is None else headers)


def accepted(answer):
    holds("leg A is answered with 200", answer.status == 200, answer)
    holds("its body has no words of the bot", answer.body.strip() in (b"", b"{}", b"EVENT_RECEIVED"), answer)


def say(text, **more):
    accepted(post({"textMessage": {"text": text}}, **more))


def press(payload):
    """An opaque payload goes back as text; one of JSON as a postbackMessage."""
    if opaque(payload):
        return accepted(post({"textMessage": {"text": payload}}))
    read = json.loads(payload)
    given = read.get("params", read.get("parameters", []))
    back = {"title": read.get("caption", read.get("title", "")), "nextDialogstateId": read["nextDialogstateId"], "sessionDataToSet": given}
    accepted(post({"postbackMessage": back}))


accepted(post({"introMessage": {}}))
holds("introMessage starts the welcome flow", bool(leg_b.message()))
say("hi", sessionData={"plan": "gold"})
replies = check_quick_replies(leg_b.message())
if known.get("payloads", "opaque") == "opaque":
    holds("a payload is 40 hexadecimal digits", all(opaque(each["payload"]) for each in replies), replies)
else:
    holds("a payload is JSON in a string with nextDialogstateId", all("nextDialogstateId" in json.loads(each["payload"]) for each in replies), replies)
press(next(each["payload"] for each in replies if each["title"] == "Balance"))
buttons = template_of(leg_b.message(), "button").get("buttons", [])
press(buttons[0]["payload"])
heard = [leg_b.message() for _ in range(3)]
holds("the messages of a turn come in their order", "4821" in heard[0].get("text", "") and "Available" in heard[1].get("text", ""), heard)
check_quick_replies(heard[2])
holds("an event for the app has the type event, and no words", leg_b.message().get("type") == "event")
leg_b.nothing_more()
button = check_rich(say, leg_b)
press(button["payload"])
holds("a carousel button goes back and is answered", bool(leg_b.message()))
leg_b.message()
leg_b.nothing_more()

# The other way to name the user: another user, another counter.
leg_b.configure(known, "foreign-d1-user-id")
sender = {"id": "foreign-d1-user-id", "firstName": "Ada", "lastName": "L", "preferredLanguage": "en"}
accepted(ask_json("POST", url, {"user": sender, "message": {"textMessage": {"text": "hi"}}}, bearer))
holds("user.id names the user as well", bool(leg_b.message()))

leg_b.configure(known, "foreign-d1-both")
both = {"conversationId": "foreign-d1-both", "user": {"id": "another"}, "message": {"textMessage": {"text": "hi"}}}
accepted(ask_json("POST", url, both, bearer))
holds("conversationId counts where both are there", bool(leg_b.message()))

# What is refused brings no bot message.
for name, headers in [("no bearer", {}), ("a wrong bearer", {"Authorization": "Bearer another"}), ("a token without Bearer", {"Authorization": known["accessToken"]})]:
    answer = post({"textMessage": {"text": "hi"}}, headers)
    holds(f"{name}: 401", answer.status == 401, answer)
answer = ask("POST", url, {**bearer, "Content-Type": "application/json"}, '{"message":')
holds("a body that is not JSON: 400", answer.status == 400, answer)
leg_b.nothing_more()

answer = ask_json("POST", url, {"conversationId": "foreign-d1-last", "message": {"textMessage": {"text": "hi"}}}, bearer)
limits = [answer.header(f"x-ratelimit-{each}") for each in ("limit", "remaining", "reset")]
holds("rate-limit headers are numbers where they are there", all(each is None or each.isdigit() for each in limits), answer.headers)
leg_b.configure(known, "foreign-d1-last")
holds("the last message is there, and nothing was lost", bool(leg_b.message()))
finish()
