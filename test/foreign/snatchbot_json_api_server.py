"""A bot server that SnatchBot's JSON API interaction asks. Written from the protocol sheet alone.

It prints where it listens first: that is the API address. Settings: encoding (form, multipart, json or get), botId, moduleId,
query: what the address has of its own; answer: `ok`, or a way to fail.
"""

from email import message_from_bytes
from urllib.parse import parse_qs

from receiver import as_json, empty, serve
from witness import note, tell

required = ("bot_id", "user_id", "module_id", "channel", "incoming_message")


def fields_of(arrived, encoding):
    """The fields by name, decoded as the Content-Type says."""
    media_type = arrived.media_type
    if encoding == "get":
        note("GET: there is no body", arrived.method == "GET" and arrived.body == b"", arrived)
        return dict(arrived.query)
    note("it is a POST", arrived.method == "POST", arrived)
    wanted = {"form": "application/x-www-form-urlencoded", "multipart": "multipart/form-data", "json": "application/json"}
    note(f"the body is {wanted[encoding]}", media_type == wanted[encoding], arrived.headers)
    if media_type == "application/json":
        return arrived.json or {}
    if media_type == "multipart/form-data":
        head = f"Content-Type: {arrived.header('content-type')}\r\n\r\n".encode()
        parts = message_from_bytes(head + arrived.body).get_payload()
        return {part.get_param("name", header="content-disposition"): part.get_payload(decode=True).decode() for part in parts}
    return {name: values[0] for name, values in parse_qs(arrived.text, keep_blank_values=True).items()}


def buttons():
    return [
        {"type": "url", "value": "https://shop.example/more", "name": "Read more"},
        {"type": "module", "value": "4600", "name": "Change module"},
    ]


def words_for(said):
    """One answer of each kind."""
    if said == "several":
        return {"message": "First bubble\n::next::\nSecond bubble"}
    if said == "choose":
        return {"message": "Yes or no?", "suggested_replies": ["Yes", "No"], "blocked_input": True}
    if said == "gallery":
        item = {"image": "https://shop.example/a.png", "heading": "Ada", "subtitle": "The first", "url": "https://shop.example/a", "buttons": buttons()}
        return {"message": "Look", "cards": [{"type": "gallery", "value": "gallery", "gallery": [item, {**item, "heading": "Grace"}]}]}
    if said == "card":
        image = {"type": "image", "value": "https://shop.example/x.png"}
        return {"message": "Cards", "cards": [{"type": "text", "value": "A text card", "buttons": buttons()}, image]}
    return {"message": f"You said {said}"}


def take(arrived, known):
    if arrived.method == "HEAD":
        return empty(200)
    fields = fields_of(arrived, known["encoding"])
    note("it has the five fields", set(required) <= set(fields), fields)
    note("bot_id is the bot’s", fields.get("bot_id") == known["botId"], fields)
    note("module_id is the interaction’s", fields.get("module_id") == known["moduleId"], fields)
    for name, value in known.get("query", {}).items():
        note("the address keeps the query of its own", arrived.query.get(name) == value, arrived.target)
    said = fields.get("incoming_message", "")
    tell(received=said, userId=fields.get("user_id"))
    failing = {
        "500": empty(500),
        "no JSON": (200, [("Content-Type", "application/json")], b"<html>"),
        "empty message": as_json({"message": "", "cards": [{"type": "text", "value": "Never shown"}]}),
    }
    if said in failing:
        return failing[said]
    echoed = {name: fields.get(name) for name in ("user_id", "bot_id", "module_id")}
    return as_json({**echoed, **words_for(said)})


serve(take)
