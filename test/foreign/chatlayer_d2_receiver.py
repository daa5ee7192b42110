"""A customer's live-chat backend behind Chatlayer's offloading webhook. Written from the protocol sheet alone.

It prints where it listens first: that is the webhook URL. Settings: url, botId, accessToken, verifyToken, version. It answers the
health check, keeps what was said, takes an offload over, and then an agent of its speaks through the actions.
"""

import threading

from receiver import as_json, empty, serve
from witness import ask_json, note, tell

templates = [
    {"textMessageTemplate": {"textMessages": [{"text": "This is Grace, a person."}]}},
    {
        "quickReplyTemplate": {
            "textMessages": [{"text": "Is it about a card?"}],
            "quickReplies": [{"imageUrl": "", "title": "Yes, a card", "payload": {"nextDialogstateId": "card.lost", "sessionDataToSet": []}}],
        }
    },
    {
        "buttonTemplate": {
            "textMessages": [{"text": "Or read this:"}],
            "buttons": [
                {"urlButton": {"title": "Our terms", "url": "https://bank.example/terms"}},
                {"phoneNumberButton": {"title": "Call us", "phoneNumber": "+441632960000"}},
                {"postBackButton": {"title": "Balance", "payload": {"nextDialogstateId": "balance", "sessionDataToSet": []}}},
            ],
        }
    },
    {"attachmentTemplate": {"media": {"url": "https://bank.example/map.png", "type": "image"}}},
    {"carouselTemplate": {"elements": [{"title": "Meadow", "subTitle": "No yearly fee", "imageUrl": "", "buttons": []}]}},
]


def act(known, session_id):
    """What the agent says, once the conversation is theirs."""
    url = f"{known['url']}/v1/bots/{known['botId']}/conversations/{session_id}/actions?version={known['version']}"
    bearer = {"Authorization": f"Bearer {known['accessToken']}"}
    refused = ask_json("POST", url, {"sendMessages": templates[:1]}, {"Authorization": "Bearer another"})
    note("an action with a wrong bearer is refused with 401", refused.status == 401, refused)
    for each in templates:
        answer = ask_json("POST", url, {"sendMessages": [each]}, bearer)
        note(f"an action with a {next(iter(each))} is taken", 200 <= answer.status < 300, answer)
    nlp = f"{known['url']}/v1/bots/{known['botId']}/nlp/extract?version=DRAFT"
    answer = ask_json("POST", nlp, {"language": "en", "expression": "my card is lost"}, bearer)
    extract = (answer.json or {}).get("extract", {})
    is_so = answer.status == 200 and isinstance(extract.get("intents"), list) and isinstance(extract.get("entities"), list)
    note("extract answers with intents and entities", is_so, answer)
    tell(acted=True)


def check_items(name, items):
    for each in items:
        whole = each.get("actor") in ("bot", "user") and isinstance(each.get("message"), dict) and "timestamp" in each
        note(f"{name}: an item has actor, message and timestamp", whole, each)
        if each.get("actor") == "user":
            said = each["message"]
            kinds = ("intro", "text", "postback", "location", "fileUploadInputResult")
            note(f"{name}: a user message has a messageType", said.get("messageType") in kinds, said)
            note(f"{name}: a user message has its sender", bool(said.get("sender", {}).get("id")), said)
        else:
            note(f"{name}: a bot message has no type and config", "config" not in each["message"], each)


def take(arrived, known):
    token = arrived.query.get("challenge.verifyToken")
    note("the token is the query parameter challenge.verifyToken", token == known["verifyToken"], arrived.target)
    if arrived.method == "GET":
        tell(received="health")
        return as_json({"status": "ok"})
    document = arrived.json or {}
    whole = {"botId", "version", "channel", "sessionId", "event", "timestamp"}
    note("an event has its six fields", whole <= set(document), document)
    note("botId is the bot’s", document.get("botId") == known["botId"], document)
    note("version is DRAFT or LIVE", document.get("version") in ("DRAFT", "LIVE"), document)
    if document.get("event") == "offload":
        note("an offload has a payload and a transcript", "payload" in document and isinstance(document.get("transcript"), list), document)
        check_items("transcript", document.get("transcript", []))
        tell(received="offload", transcript=len(document.get("transcript", [])))
        threading.Timer(0.3, act, (known, document["sessionId"])).start()
        return as_json({"offloadSuccess": True, "pauseBot": True})
    note("the other event is messages", document.get("event") == "messages", document)
    check_items("messages", document.get("messages", []))
    tell(received="messages", actors=[each.get("actor") for each in document.get("messages", [])])
    return empty(200)


serve(take)
