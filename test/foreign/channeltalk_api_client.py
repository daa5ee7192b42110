"""A customer's client of Channel Talk's Open API v5. Written from the protocol sheet alone.

Settings: url, accessKey, accessSecret, groupId, groupName. A user chat has to be open: it is found by the list.
"""

import base64
import time

from channeltalk_webhooks import check_webhooks
from witness import ask, ask_json, finish, holds, settings

known = settings()
base = f"{known['url']}/open/v5"
keys = {"x-access-key": known["accessKey"], "x-access-secret": known["accessSecret"]}
required = ("chatKey", "id", "channelId", "chatType", "chatId", "personType", "personId", "createdAt")


def text(value):
    return {"blocks": [{"type": "text", "value": value}]}


def get(path, headers=None):
    return ask("GET", f"{base}{path}", keys if headers is None else headers)


def post(path, document, headers=None):
    return ask_json("POST", f"{base}{path}", document, keys if headers is None else headers)


def check_limits(answer):
    """The rate limit stands on every answer."""
    limit, remaining, reset = (answer.header(f"x-ratelimit-{each}") for each in ("limit", "remaining", "reset"))
    numbers = all(each is not None and each.isdigit() for each in (limit, remaining, reset))
    holds("every answer has the three rate-limit headers", numbers, answer.headers)
    holds("fewer remain than the limit", int(remaining) < int(limit), answer.headers)
    holds("the reset is in seconds since 1970", abs(int(reset) - time.time()) < 86400, answer.headers)
    return int(remaining)


def sent(answer, chat_id, chat_type="userChat"):
    """The answer to a message that was posted."""
    document = answer.json or {}
    holds("a message is answered with 200", answer.status == 200, answer)
    holds("the answer has message and bot", {"message", "bot"} <= set(document), answer)
    message = document["message"]
    holds("the message has what v5 requires", all(message.get(each) not in (None, "") for each in required), message)
    holds("it is in the chat that was named", message["chatId"] == chat_id and message["chatType"] == chat_type, message)
    return message, document["bot"]


answer = get("/user-chats?state=opened&sortOrder=desc&limit=25")
document = answer.json or {}
holds("user chats can be listed", answer.status == 200 and {"userChats", "users", "messages"} <= set(document), answer)
holds("the chat that a user opened is listed", len(document["userChats"]) >= 1, answer)
before = check_limits(answer)
chat = document["userChats"][0]
holds("its state is opened", chat.get("state") == "opened" and bool(chat.get("id")) and bool(chat.get("userId")), chat)
messages = f"/user-chats/{chat['id']}/messages"

answer = post(f"{messages}?botName=Ada", text("Hello <b>there</b>, see <link type=\"url\" value=\"https://shop.example\">this</link>"))
message, bot = sent(answer, chat["id"])
holds("the bot has the name that was given", bot.get("name") == "Ada", bot)
holds("the message is the bot’s", message["personType"] == "bot" and message["personId"] == bot.get("id"), message)
holds("plainText is the flattened text", message.get("plainText") == "Hello there, see this", message)
holds("the blocks are those that were sent", message.get("blocks", [{}])[0].get("value", "").startswith("Hello <b>"), message)
holds("one fewer remains of the limit", check_limits(answer) < before, answer.headers)

twice = {**text("Only once"), "requestId": "foreign-request-1"}
first, _ = sent(post(f"{messages}?botName=Ada", twice), chat["id"])
again, _ = sent(post(f"{messages}?botName=Ada", twice), chat["id"])
holds("the same requestId is the same message", first["id"] == again["id"], [first, again])

answer = post(messages, {"plainText": "Without a name"})
sent(answer, chat["id"])
button = {"title": "Our terms", "colorVariant": "cobalt", "action": {"type": "web", "attributes": {"url": "https://bank.example/terms"}}}
message, _ = sent(post(f"{messages}?botName=Ada", {**text("Buttons"), "buttons": [button]}), chat["id"])
holds("buttons are kept", message.get("buttons", [{}])[0].get("title") == "Our terms", message)
message, _ = sent(post(f"{messages}?botName=Ada", {**text("Quietly"), "options": ["silent", "doNotPost"]}), chat["id"])
holds("options are kept", "silent" in message.get("options", []), message)
bullets = {"blocks": [{"type": "bullets", "blocks": [{"type": "text", "value": "one"}, {"type": "text", "value": "two"}]}, {"type": "code", "value": "print(1)"}]}
sent(post(f"{messages}?botName=Ada", bullets), chat["id"])

for value in ("a < b", "<p>no such markup</p>"):
    answer = post(f"{messages}?botName=Ada", text(value))
    holds(f"unescaped angle brackets are refused with 422: {value}", answer.status == 422, answer)
    check_limits(answer)
message, _ = sent(post(f"{messages}?botName=Ada", text("a &lt; b")), chat["id"])
holds("escaped ones are taken", message.get("plainText") in ("a < b", "a &lt; b"), message)
answer = post(f"{messages}?botName=Ada", {**text("Three"), "buttons": [button, button, button]})
holds("more than two buttons are refused", 400 <= answer.status < 500, answer)
answer = post(f"{messages}?botName=Ada%40home", text("A name with @"))
holds("a bot’s name with @ is refused", 400 <= answer.status < 500, answer)

answer = get(f"{messages}?sortOrder=desc&limit=50")
listed = (answer.json or {}).get("messages", [])
holds("messages can be listed, with their bots", answer.status == 200 and "bots" in (answer.json or {}), answer)
holds("the message with the requestId is there once", [each["id"] for each in listed].count(first["id"]) == 1, answer)
times = [each["createdAt"] for each in listed]
holds("desc is newest first", times == sorted(times, reverse=True), times)
answer = get(f"{messages}?sortOrder=asc&limit=2")
holds("the limit holds", len((answer.json or {}).get("messages", [])) == 2, answer)
following = (answer.json or {}).get("next")
holds("there is a next", bool(following), answer)
answer = get(f"{messages}?sortOrder=asc&limit=2&since={following}")
ids = [each["id"] for each in (answer.json or {}).get("messages", [])]
holds("since goes on after it", len(ids) == 2 and listed[-1]["id"] not in ids, answer)
answer = get(f"/user-chats/{chat['id']}")
holds("a chat can be read", (answer.json or {}).get("userChat", {}).get("id") == chat["id"], answer)
answer = get(f"/users/{chat['userId']}")
holds("its user can be read", (answer.json or {}).get("user", {}).get("id") == chat["userId"], answer)
answer = post("/user-chats/no-such-chat/messages", text("Nobody"))
holds("an unknown chat is refused", 400 <= answer.status < 500, answer)

group = f"/groups/{known['groupId']}/messages?botName=Ada"
message, _ = sent(post(group, text("To the team")), known["groupId"], "group")
message, _ = sent(post(f"/groups/@{known['groupName']}/messages?botName=Ada", text("To the team by its name")), known["groupId"], "group")
answer = post(f"/groups/{known['groupId']}/threads/{message['id']}/messages?botName=Ada&broadcast=false", text("In a thread"))
sent(answer, known["groupId"], "group")
answer = post(group, {**text("As a manager"), "options": ["actAsManager"]})
holds("actAsManager in a team chat is refused with 422", answer.status == 422, answer)

for path, name in [("/managers", "managers"), ("/bots", "bots"), ("/channel", "channel")]:
    answer = get(path)
    holds(f"{path} answers with {name}", answer.status == 200 and name in (answer.json or {}), answer)
answer = post("/bots", {"name": "Grace"})
holds("a bot is made", 200 <= answer.status < 300 and (answer.json or {}).get("bot", {}).get("name") == "Grace", answer)
answer = post(f"/users/{chat['userId']}/user-chats", {})
holds("a chat is opened for a user", 200 <= answer.status < 300 and bool((answer.json or {}).get("userChat", {}).get("id")), answer)
answer = ask("PUT", f"{base}/user-chats/{chat['id']}/snooze?botName=Ada&duration=PT1H", keys)
holds("a chat can be snoozed", (answer.json or {}).get("userChat", {}).get("state") == "snoozed", answer)
answer = ask("PUT", f"{base}/user-chats/{chat['id']}/open?botName=Ada", keys)
holds("and opened", (answer.json or {}).get("userChat", {}).get("state") == "opened", answer)
answer = ask("PUT", f"{base}/user-chats/{chat['id']}/open", keys)
holds("not without a botName", 400 <= answer.status < 500, answer)
answer = ask_json("POST", f"{known['url']}/open/v4/user-chats/{chat['id']}/messages?botName=Ada", text("By v4"), keys)
holds("v4 still lives", answer.status == 200, answer)

basic = base64.b64encode(f"{known['accessKey']}:{known['accessSecret']}".encode()).decode()
wrong = [
    ("no keys", {}),
    ("a wrong secret", {**keys, "x-access-secret": "another"}),
    ("a wrong key", {**keys, "x-access-key": "another"}),
    ("Basic auth", {"Authorization": f"Basic {basic}"}),
]
for name, headers in wrong:
    answer = post(f"{messages}?botName=Ada", text("Never seen"), headers)
    holds(f"{name}: refused with 401 or 403", answer.status in (401, 403), answer)
upper = {"X-Access-Key": known["accessKey"], "X-ACCESS-SECRET": known["accessSecret"]}
sent(post(f"{messages}?botName=Ada", text("Header names have no case"), upper), chat["id"])

check_webhooks(base, keys)
finish()
