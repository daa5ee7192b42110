"""Channel Talk: a token in the query of an event, and two keys in the headers of a call."""

import base64
import html
from urllib.parse import quote

from entries import JSON, Corpus, compact, on_the_wire, other_channel, request

TOKEN = "NOT-A-REAL-TOKEN-invented-for-Hookbench-04"
KEY = "not-a-real-access-key-04"
SECRET = "NOT-A-REAL-SECRET-invented-for-Hookbench-05"
OTHER_TOKEN = "NOT-A-REAL-TOKEN-of-another-invented-channel-14"
OTHER_KEY = "not-a-real-access-key-of-another-channel-14"
OTHER_SECRET = "NOT-A-REAL-SECRET-of-another-invented-channel-14"
OTHER = other_channel("channeltalk", "Channel Talk staging", {"receiverId": "staging", "token": OTHER_TOKEN, "accessKey": OTHER_KEY, "accessSecret": OTHER_SECRET})

CHAT = "5f0c2d8a9b7e6c1d2f3a4b5c"
PERSON = "5f0c2d8a9b7e6c1d2f3a4b02"
EVENT = {
    "event": "push",
    "type": "message",
    "entity": {"id": "5f0c2d8a9b7e6c1d2f3a4b01", "chatType": "userChat", "chatId": CHAT, "personType": "user", "personId": PERSON, "plainText": "thanks"},
    "refers": {"userChat": {"id": CHAT, "state": "opened", "userId": PERSON}, "user": {"id": PERSON, "name": "Robin Example"}},
}


def event(query, headers=(), body=None, path="/receive/channeltalk/app"):
    return request("POST", path + query, [*headers, JSON], compact(EVENT if body is None else body))


def call(*headers, target="/open/v5/channel"):
    return request("GET", target, headers)


def keys(key, secret, **over):
    return call(("x-access-key", key), ("x-access-secret", secret), **over)


def channeltalk():
    corpus = Corpus("channeltalk")
    for add in (add_token, add_token_letters, add_key_places, add_key_texts, add_elsewhere, add_valid):
        add(corpus)
    return corpus


def add_token(corpus):
    def bad(causes, how, sent, settings=None, others=None):
        corpus.broken(causes, how, sent, "app", settings, others)

    bad("credential.missing", "No token in the URL.", event(""))
    bad("credential.missing", "A query, but no token in it.", event("?shop=1"))
    bad("credential.empty", "?token= with nothing behind it.", event("?token="))
    for how, sent in (
        ("the header x-token", event("", [("x-token", TOKEN)])),
        ("the header Authorization", event("", [("Authorization", f"Bearer {TOKEN}")])),
        ("the body", event("", body={**EVENT, "token": TOKEN})),
        ("the query, as access_token", event(f"?access_token={TOKEN}")),
        ("the query, as Token", event(f"?Token={TOKEN}")),
    ):
        bad("text.spot", f"The token stands in {how}.", sent)
    bad(("text.swapped", "text.other"), "The access secret of the same channel in place of the token.", event(f"?token={SECRET}"))
    bad("text.other-channel", "The token of another webhook of the bench.", event(f"?token={OTHER_TOKEN}"), others=[OTHER])
    chatlayer = other_channel("chatlayer", "Chatlayer demo", {})
    bad("text.other-channel", "The verify token of a channel of another platform.", event("?token=not-a-real-verify-token-5HkQ2v"), others=[chatlayer])
    bad("text.other", "A token that nobody knows.", event("?token=an-invented-token"))
    bad("text.not-set", "The channel has no token.", event(f"?token={TOKEN}"), {"token": ""})


def add_token_letters(corpus):
    def bad(causes, how, sent, settings=None):
        corpus.broken(causes, how, sent, "app", settings)

    bad("text.case", "In lower case.", event(f"?token={TOKEN.lower()}"))
    bad("text.white-space", "%0A at its end.", event(f"?token={TOKEN}%0A"))
    bad("text.white-space", "A plus sign at its end, which is a space.", event(f"?token={TOKEN}+"))
    bad("text.white-space", "The setting of the channel begins with a space.", event(f"?token={TOKEN}"), {"token": " " + TOKEN})
    bad("text.zero-width", "A space without width in the middle.", event("?token=" + quote(TOKEN[:9] + "\u200b" + TOKEN[9:])))
    bad("text.zero-width", "The setting of the channel ends in a byte order mark.", event(f"?token={TOKEN}"), {"token": TOKEN + "\ufeff"})
    bad("text.look-alike", "A Cyrillic letter in place of an O.", event("?token=" + quote(TOKEN.replace("O", "\u041e", 1))))
    bad("text.look-alike", "A dash in place of a hyphen.", event("?token=" + quote(TOKEN.replace("-", "\u2013", 1))))
    composed = {"token": "NOT-A-REAL-T\u00d6KEN-37"}
    bad("text.normalisation", "Its diaeresis is a character of its own (NFD).", event("?token=" + quote("NOT-A-REAL-TO\u0308KEN-37")), composed)
    bad("text.url-encoded", "Encoded twice.", event("?token=" + quote(TOKEN.replace("-", "%2D"), safe="")))
    special = "NOT-A-REAL/token+38&x=y"
    channel = {"token": special}
    bad("text.url-encoded", "A token with reserved characters, encoded twice.", event("?token=" + quote(quote(special, safe=""), safe="")), channel)
    bad("text.plus", "Its plus sign is not encoded, so it is read as a space.", event("?token=" + quote(special, safe="+")), channel)
    bad("text.truncated", "Its ampersand is not encoded, so it ends there.", event("?token=" + quote(special, safe="&=")), channel)
    bad("text.html-escaped", "HTML-escaped.", event("?token=" + quote(html.escape(special), safe="")), channel)
    bad("text.quoted", "In double quotes.", event(f"?token=%22{TOKEN}%22"))
    bad("text.truncated", "The last six characters are missing.", event(f"?token={TOKEN[:-6]}"))
    bad("text.truncated", "The setting of the channel lacks the first character.", event(f"?token={TOKEN}"), {"token": TOKEN[1:]})


def add_key_places(corpus):
    bad = corpus.broken
    pair = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    bad("credential.missing", "No keys at all.", call())
    bad("credential.missing", "The access key alone.", call(("x-access-key", KEY)))
    bad("credential.missing", "The access secret alone.", call(("x-access-secret", SECRET)))
    bad("credential.empty", "An empty access secret.", keys(KEY, ""))
    bad("credential.empty", "An empty access key.", keys("", SECRET))
    bad("text.scheme", "Both keys as Basic.", call(("Authorization", f"Basic {pair}")))
    bad(("text.scheme", "text.spot"), "The access secret behind Bearer, and the access key in its place.", call(("x-access-key", KEY), ("Authorization", f"Bearer {SECRET}")))
    bad(("text.spot", "text.scheme"), "Both keys behind Bearer, with a colon.", call(("Authorization", f"Bearer {KEY}:{SECRET}")))
    bad("text.spot", "The headers are named access-key and access-secret.", call(("access-key", KEY), ("access-secret", SECRET)))
    bad("text.spot", "The headers are named x-api-key and x-api-secret.", call(("x-api-key", KEY), ("x-api-secret", SECRET)))
    bad("text.spot", "Both keys in the query.", call(target=f"/open/v5/channel?x-access-key={KEY}&x-access-secret={SECRET}"))
    bad("text.spot", "The access secret is in x-access-token.", call(("x-access-key", KEY), ("x-access-token", SECRET)))
    bad("text.swapped", "The two keys are in each other's place.", keys(SECRET, KEY))
    bad("text.swapped", "The access key in both places.", keys(KEY, KEY))
    bad("text.swapped", "The access secret in both places.", keys(SECRET, SECRET))
    bad("text.other-channel", "The access secret of another channel.", keys(KEY, OTHER_SECRET), others=[OTHER])
    bad("text.other-channel", "Both keys of another channel.", keys(OTHER_KEY, OTHER_SECRET), others=[OTHER])


def add_key_texts(corpus):
    bad = corpus.broken
    bad("text.case", "The access secret in upper case.", keys(KEY, SECRET.upper()))
    bad("text.case", "The access key in upper case.", keys(KEY.upper(), SECRET))
    bad("text.white-space", "The setting of the access secret ends in a line feed.", keys(KEY, SECRET), settings={"accessSecret": SECRET + "\n"})
    bad("text.white-space", "The setting of the access key begins with a space.", keys(KEY, SECRET), settings={"accessKey": " " + KEY})
    bad("text.zero-width", "A space without width at the end of the access secret.", keys(KEY, on_the_wire(SECRET + "\u200b")))
    bad("text.look-alike", "A Cyrillic letter in the access secret.", keys(KEY, on_the_wire(SECRET.replace("A", "\u0410", 1))))
    bad("text.look-alike", "The digit zero in place of an O in the access secret.", keys(KEY, SECRET.replace("O", "0", 1)))
    bad("text.quoted", "The access secret in quotes.", keys(KEY, f'"{SECRET}"'))
    bad("text.quoted", "Both keys in quotes.", keys(f"'{KEY}'", f"'{SECRET}'"))
    bad("text.url-encoded", "The hyphens of the access secret are %2D.", keys(KEY, SECRET.replace("-", "%2D")))
    bad("text.truncated", "The access secret lacks its last two characters.", keys(KEY, SECRET[:-2]))
    bad("text.truncated", "The access key lacks its last three characters.", keys(KEY[:-3], SECRET))
    bad("text.other", "An access secret that nobody knows.", keys(KEY, "an-invented-secret-of-nobody"))
    bad("text.other", "An access key that nobody knows.", keys("an-invented-key-of-nobody", SECRET))


def add_elsewhere(corpus):
    corpus.unchecked("not-credential.path", "The keys are right, and the path names version 3.", keys(KEY, SECRET, target="/open/v3/channel"))
    corpus.unchecked("not-credential.path", "The keys are right, and the call does not exist.", keys(KEY, SECRET, target="/open/v5/everything"))
    corpus.unchecked("not-credential.path", "The token is right, and the path names another receiver.", event(f"?token={TOKEN}", path="/receive/channeltalk/nobody"), "app")


def add_valid(corpus):
    ok = corpus.valid
    ok("The token in the query.", event(f"?token={TOKEN}"), "app")
    ok("The token behind another parameter.", event(f"?shop=1&token={TOKEN}"), "app")
    ok("The token percent-encoded once.", event("?token=" + TOKEN.replace("-", "%2D")), "app")
    ok("A token with reserved characters, percent-encoded once.", event("?token=" + quote("NOT-A-REAL/token+38&x=y", safe="")), "app", {"token": "NOT-A-REAL/token+38&x=y"})
    ok("A token with a space, which is a plus sign in a query.", event("?token=NOT-A-REAL+token-39"), "app", {"token": "NOT-A-REAL token-39"})
    ok("The token is right, and the body is no JSON object: no fault of the token.", event(f"?token={TOKEN}", body=[1]), "app")
    ok("A header with another token, which nobody looks at.", event(f"?token={TOKEN}", [("x-token", "invented")]), "app")
    ok("Both keys.", keys(KEY, SECRET))
    ok("Both keys, with the names of the headers in capitals.", call(("X-ACCESS-KEY", KEY), ("X-ACCESS-SECRET", SECRET)))
    ok("Both keys on version 4.", keys(KEY, SECRET, target="/open/v4/user-chats"))
    ok("Both keys, and a Basic header that nobody looks at.", call(("Authorization", "Basic aW52ZW50ZWQ="), ("x-access-key", KEY), ("x-access-secret", SECRET)))
    ok("Both keys, and a bench with another channel.", keys(KEY, SECRET), others=[OTHER])
