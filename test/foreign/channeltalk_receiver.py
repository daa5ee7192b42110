"""A customer's webhook for Channel Talk. Written from the protocol sheet alone.

It prints where it listens first: that is the webhook's URL. Settings: token; reply: `quick` (x-quick-reply and blocks), `shouted`
(the same with the header names in upper case), `silent` (the same body without the header), `wrong` (the header says yes), `empty`
(header, no blocks), `broken` (header, no JSON), or a status; botName, where it names itself; typeCase: how the channel spells type.
It never answers a bot: its own words come back as an event.
"""

import json

from receiver import as_json, empty, serve
from witness import note, tell

required = ("chatKey", "id", "channelId", "chatType", "chatId", "personType", "personId", "createdAt")


def check_message(document):
    entity, refers = document.get("entity", {}), document.get("refers", {})
    note("a message has what v5 requires", all(entity.get(each) not in (None, "") for each in required), entity)
    note("chatType is userChat or group", entity.get("chatType") in ("userChat", "group"), entity)
    note("personType is user, manager or bot", entity.get("personType") in ("user", "manager", "bot"), entity)
    note("createdAt is in milliseconds", isinstance(entity.get("createdAt"), int) and entity["createdAt"] > 10**12, entity)
    note("chatKey is the type and the id of the chat", entity.get("chatKey") == f"{entity.get('chatType')}-{entity.get('chatId')}", entity)
    note("a message has blocks or plainText", bool(entity.get("blocks") or entity.get("plainText")), entity)
    if entity.get("chatType") == "userChat":
        note("refers has the userChat and the user", {"userChat", "user"} <= set(refers), refers)
        note("the userChat is that of the message", refers.get("userChat", {}).get("id") == entity.get("chatId"), refers)
    if entity.get("personType") in ("bot", "manager"):
        note(f"refers has the {entity['personType']} who wrote it", entity["personType"] in refers, refers)


def check_chat(document):
    entity, refers = document.get("entity", {}), document.get("refers", {})
    note("an opened chat has an id and the state opened", bool(entity.get("id")) and entity.get("state") == "opened", entity)
    note("refers has the user", "user" in refers, refers)


def reply_to(words, known):
    bot = [("x-bot-name", known["botName"])] if known.get("botName") else []
    body = {"blocks": [{"type": "text", "value": f"You said <b>{words}</b>"}, {"type": "code", "value": "print(1)"}]}
    kind = known["reply"]
    if isinstance(kind, int):
        return empty(kind)
    if kind == "silent":
        return as_json(body, headers=bot)
    if kind == "wrong":
        return as_json(body, headers=[("x-quick-reply", "yes"), *bot])
    quick = [("x-quick-reply", "true"), *bot]
    if kind == "shouted":
        return as_json(body, headers=[(name.upper(), value) for name, value in quick])
    if kind == "empty":
        return as_json({"blocks": []}, headers=quick)
    if kind == "broken":
        return 200, [("Content-Type", "application/json"), *quick], b'{"blocks":'
    return as_json(body, headers=quick)


def kind_of(document, known):
    """The type as the samples spell it; the prose spells it with a capital."""
    kind = document.get("type") or ""
    is_capital = kind[:1].isupper()
    note("type is spelled as the channel says", is_capital == (known.get("typeCase") == "capitalised"), document.get("type"))
    return kind[:1].lower() + kind[1:]


def take(arrived, known):
    note("an event is a POST of JSON", arrived.method == "POST" and arrived.media_type == "application/json", arrived)
    note("the token is the query parameter token", arrived.query.get("token") == known["token"], arrived.target)
    document = arrived.json or {}
    note("an event has event, type and entity", {"event", "type", "entity"} <= set(document), document)
    entity = document.get("entity", {})
    kind = kind_of(document, known)
    bot = document.get("refers", {}).get("bot", {})
    told = {"person": entity.get("personType"), "text": entity.get("plainText"), "bot": bot.get("name")}
    tell(received=kind, event=document.get("event"), chatId=entity.get("chatId", entity.get("id")), **told)
    if kind == "userChat":
        note("an opened chat is a push", document.get("event") == "push", document)
        check_chat(document)
        return empty(200)
    if kind == "user":
        note("a user is an upsert, or deleted", document.get("event") in ("upsert", "delete"), document)
        note("a user has id and type", entity.get("id") and entity.get("type") in ("member", "lead", "unified"), entity)
        return empty(200)
    note("a message is a push of the type message", kind == "message" and document.get("event") == "push", json.dumps(document)[:400])
    check_message(document)
    return reply_to(entity.get("plainText"), known) if entity.get("personType") == "user" else empty(200)


serve(take)
