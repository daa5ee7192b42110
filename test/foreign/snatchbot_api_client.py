"""A program that talks to a SnatchBot bot through the API channel. Written from the protocol sheet alone.

Settings: url, botId, appId, appSecret.
"""

import json
from urllib.parse import quote

from witness import ask, finish, holds, settings

known = settings()
base = f"{known['url']}/channels/api/api/id{known['botId']}/app{known['appId']}/aps{known['appSecret']}"
user = "foreign.1553a463a21bde95.7kQLaUOl"


def post(text, content_type="application/json", more="", address=base):
    headers = {} if content_type is None else {"Content-Type": content_type}
    return ask("POST", f"{address}?user_id={quote(user)}{more}", headers, json.dumps({"message": text}))


def said(answer):
    document = answer.json or {}
    holds("a message is answered with 200 and JSON", answer.status == 200 and isinstance(answer.json, dict), answer)
    holds("status is true", document.get("status") is True, document)
    holds("messages is a list", isinstance(document.get("messages"), list), document)
    for each in document["messages"]:
        holds("each has message and speech", isinstance(each.get("message"), str) and "speech" in each, each)
    holds("cards and suggested are lists", isinstance(document.get("cards"), list) and isinstance(document.get("suggested"), list), document)
    holds("suggested replies are plain strings", all(isinstance(each, str) for each in document["suggested"]), document)
    return document


def check_cards(cards):
    for each in cards:
        holds("a card is a text, an image or a gallery", each.get("type") in ("text", "image", "gallery") and "value" in each, each)
        items = each.get("gallery", []) if each["type"] == "gallery" else [each]
        for item in items:
            for button in item.get("buttons", []):
                holds("a button has type url or module, value and name", button.get("type") in ("url", "module") and isinstance(button.get("value"), str) and button.get("name"), button)
        if each["type"] == "gallery":
            holds("a gallery has items with image, heading, subtitle and url", items and all({"image", "heading", "subtitle", "url"} <= set(item) for item in items), each)


document = said(post(""))
holds("an empty message starts the chat with the bot’s welcome", bool(document["messages"]), document)
document = said(post("hi"))
holds("quick replies come as suggested", "Balance" in document["suggested"], document)
document = said(post("Balance"))
check_cards(document["cards"])
offered = [button["name"] for card in document["cards"] for button in card.get("buttons", [])] + document["suggested"]
holds("what the bot offers comes as buttons of cards or as suggested", any("veryday" in each for each in offered), document)
document = said(post("Everyday account"))
holds("several messages are several of messages", len(document["messages"]) >= 2, document)
document = said(post("cards"))
holds("a carousel comes as a gallery card", any(each["type"] == "gallery" for each in document["cards"]), document)
check_cards(document["cards"])

for content_type in ("application/json; charset=utf-8", "text/plain;charset=UTF-8", "text/plain", None):
    document = said(post("hi", content_type))
    holds(f"the body is JSON whatever the header says: {content_type}", bool(document["messages"]), document)
said(post("hi", more="&message_id=0"))

answer = ask("GET", f"{base}?user_id={quote(user)}&message_id=0")
listed = (answer.json or {}).get("messages", [])
holds("GET answers with messages", answer.status == 200 and len(listed) > 0, answer)
holds("each has id, message and date", all({"id", "message", "date"} <= set(each) for each in listed), listed)
dates = [each["date"] for each in listed]
holds("the newest comes first", dates == sorted(dates, reverse=True), dates)
newest = listed[0]["id"]
answer = ask("GET", f"{base}?user_id={quote(user)}&message_id={quote(str(newest))}")
holds("GET with a message_id answers with messages too", answer.status == 200 and isinstance((answer.json or {}).get("messages"), list), answer)
answer = ask("GET", f"{base}?user_id=somebody-else&message_id=0")
holds("another user has other messages", (answer.json or {}).get("messages") == [], answer)

wrong = [base.replace(f"aps{known['appSecret']}", "apsWRONG"), base.replace(f"/app{known['appId']}/", "/appWRONG/")]
for address in wrong:
    answer = post("hi", address=address)
    holds("a wrong id or secret in the path is not answered with 200", answer.status == 403, answer)
    holds("and says status false", (answer.json or {}).get("status") is False, answer)
answer = ask("POST", f"{base}?user_id={quote(user)}", {"Content-Type": "application/json"}, "no json")
holds("a body that is not JSON is not answered with 200", answer.status != 200, answer)
answer = ask("POST", base, {"Content-Type": "application/json"}, json.dumps({"message": "hi"}))
holds("without user_id it is not answered with 200", answer.status != 200, answer)
finish()
