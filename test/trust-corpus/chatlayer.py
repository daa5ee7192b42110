"""Chatlayer: an access token behind Bearer, and a verify token in the body or in the query."""

import base64
import html
import urllib.parse

from entries import JSON, Corpus, compact, on_the_wire, other_channel, request

CHANNEL = "6039070a9f07e351b99e2bd4"
BOT = "DEMO-larkspur01"
TOKEN = "NOT-A-REAL-TOKEN-invented-for-Hookbench-02"
VERIFY = "not-a-real-verify-token-5HkQ2v"
USER = "a7355930-fa92-11e7-8308-2f056e75d1ee"

CURRENT = f"/v1/channels/webhook/{CHANNEL}/messages"
OLD = f"/api/webhookMessage/{BOT}"
ACTIONS = f"/v1/bots/{BOT}/conversations/{USER}/actions?version=LIVE"
RECEIVER = f"/receive/chatlayer/{CHANNEL}"
OLD_RECEIVER = f"/receive/chatlayer-deprecated/{BOT}"
OFFLOAD = f"/receive/chatlayer-offload/{BOT}"

GREETING = {"conversationId": USER, "message": {"textMessage": {"text": "hi"}}}
OLD_GREETING = {"text": "hi", "sender": {"id": USER}}
BOT_MESSAGE = {"senderId": USER, "messageCounter": 1, "message": {"text": "Hello!"}}
EVENT = {"event": "messages", "sessionId": USER, "messages": [{"actor": "user", "message": {"messageType": "text", "text": "hi"}}]}

OLD_DIALECT = {"dialect": "d0"}
OFFLOADING = {"dialect": "d2"}

OTHER_TOKEN = "NOT-A-REAL-TOKEN-of-another-invented-channel-12"
OTHER_VERIFY = "not-a-real-verify-token-of-another-channel-9Tz"
OTHER = other_channel("chatlayer", "Chatlayer staging", {"channelId": "7139070a9f07e351b99e2bd5", "accessToken": OTHER_TOKEN, "verifyToken": OTHER_VERIFY})


def say(authorization, body=None, target=CURRENT, headers=()):
    lines = [] if authorization is None else [("Authorization", authorization)]
    return request("POST", target, [*lines, *headers, JSON], compact(GREETING if body is None else body))


def verified(token, message=None, target=RECEIVER, headers=()):
    """A message of the bot as the app gets it; None leaves the verify token out."""
    body = {**(BOT_MESSAGE if message is None else message), **({} if token is None else {"verifyToken": token})}
    return request("POST", target, [*headers, JSON], compact(body))


def old(token, **over):
    return verified(token, OLD_GREETING, OLD, **over)


def event(query, body=None, headers=()):
    return request("POST", OFFLOAD + query, [*headers, JSON], compact(EVENT if body is None else body))


def health(query):
    return request("GET", OFFLOAD + query)


def chatlayer():
    corpus = Corpus("chatlayer")
    for add in (add_bearer, add_bearer_letters, add_verify, add_verify_letters, add_old, add_query, add_siblings, add_elsewhere, add_valid):
        add(corpus)
    return corpus


def add_bearer(corpus):
    bad = corpus.broken
    bad("credential.missing", "No Authorization header.", say(None))
    bad("credential.missing", "An action of the offloading webhook without an Authorization header.", say(None, {"action": "resume"}, ACTIONS), settings=OFFLOADING)
    bad("credential.empty", "Bearer and nothing behind it.", say("Bearer"))
    bad("credential.empty", "An empty Authorization header.", say(""))
    for how, sent in (
        ("the header x-access-token", say(None, headers=[("x-access-token", TOKEN)])),
        ("the header Api-Key", say(None, headers=[("Api-Key", TOKEN)])),
        ("the query, as access_token", say(None, target=f"{CURRENT}?access_token={TOKEN}")),
        ("the body, as accessToken", say(None, {**GREETING, "accessToken": TOKEN})),
        ("the body, as verifyToken", say(None, {**GREETING, "verifyToken": TOKEN})),
    ):
        bad("text.spot", f"The access token stands in {how}.", sent)
    bad(("credential.missing", "text.spot"), "A verify token in the body, as the deprecated dialect has it, and no access token.", say(None, {**GREETING, "verifyToken": VERIFY}))
    bad("text.scheme", "The access token without Bearer before it.", say(TOKEN))
    for word in ("Token", "Basic", "bearer:"):
        bad("text.scheme", f"The scheme is {word}.", say(f"{word} {TOKEN}"))
    bad("text.scheme", "Basic, with the token as a name and no password.", say("Basic " + base64.b64encode(f"{TOKEN}:".encode()).decode()))
    bad("text.scheme", "Bearer stands twice.", say(f"Bearer Bearer {TOKEN}"))
    bad(("text.scheme", "text.white-space"), "A tab between Bearer and the token.", say(f"Bearer\t{TOKEN}"))
    bad("text.swapped", "The verify token stands where the access token belongs.", say(f"Bearer {VERIFY}"))
    bad("text.swapped", "The same with an action of the offloading webhook.", say(f"Bearer {VERIFY}", {"action": "resume"}, ACTIONS), settings=OFFLOADING)
    bad("text.other-channel", "The access token of another channel of the bench.", say(f"Bearer {OTHER_TOKEN}"), others=[OTHER])
    kore = other_channel("kore", "Kore.ai demo", {})
    talk = other_channel("channeltalk", "Channel Talk demo", {})
    bad("text.other-channel", "The access secret of a channel of another platform.", say("Bearer NOT-A-REAL-SECRET-invented-for-Hookbench-05"), others=[kore, talk])
    bad("text.other", "A token that nobody knows.", say("Bearer an-invented-token-that-nobody-knows"))
    bad("text.other", "An action with a token that nobody knows.", say("Bearer 0123456789abcdef", {"action": "resume"}, ACTIONS), settings=OFFLOADING)
    bad("text.not-set", "The channel has no access token.", say(f"Bearer {TOKEN}"), settings={"accessToken": ""})


def add_bearer_letters(corpus):
    bad = corpus.broken
    for how, text in (("lower case", TOKEN.lower()), ("upper case", TOKEN.upper()), ("another case in one letter", TOKEN.replace("invented", "Invented"))):
        bad("text.case", f"The access token in {how}.", say(f"Bearer {text}"))
    bad("text.white-space", "A space in the middle, where a line was wrapped.", say(f"Bearer {TOKEN[:20]} {TOKEN[20:]}"))
    bad("text.white-space", "A no-break space at the end.", say(on_the_wire(f"Bearer {TOKEN}\u00a0")))
    bad("text.white-space", "The setting of the channel ends in a line feed.", say(f"Bearer {TOKEN}"), settings={"accessToken": TOKEN + "\n"})
    bad("text.zero-width", "A space without width at the end.", say(on_the_wire(f"Bearer {TOKEN}\u200b")))
    bad("text.look-alike", "A Cyrillic letter in place of an A.", say(on_the_wire("Bearer " + TOKEN.replace("A", "\u0410", 1))))
    bad("text.look-alike", "The digit zero in place of an O.", say("Bearer " + TOKEN.replace("O", "0", 1)))
    bad("text.quoted", "In double quotes.", say(f'Bearer "{TOKEN}"'))
    bad("text.url-encoded", "Its hyphens are %2D.", say("Bearer " + TOKEN.replace("-", "%2D")))
    bad("text.base64", "Base64 of the access token.", say("Bearer " + base64.b64encode(TOKEN.encode()).decode()))
    bad("text.truncated", "The last five characters are missing.", say("Bearer " + TOKEN[:-5]))
    bad("text.truncated", "The first four characters are missing.", say("Bearer " + TOKEN[4:]))


def add_verify(corpus):
    """The verify token in the body of a message of the bot."""

    def bad(causes, how, sent, **over):
        corpus.broken(causes, how, sent, "app", **over)

    bad("credential.missing", "No verifyToken in the body.", verified(None))
    bad("credential.empty", "verifyToken is empty.", verified(""))
    for how, value in (("a number", 12345), ("null", None), ("an object", {"value": VERIFY}), ("a list", [VERIFY]), ("false", False)):
        body = {**BOT_MESSAGE, "verifyToken": value}
        causes = ("text.type", "credential.missing") if value is None else "text.type"
        bad(causes, f"verifyToken is {how}.", request("POST", RECEIVER, [JSON], compact(body)))
    for how, sent in (
        ("the query, as verifyToken", verified(None, target=f"{RECEIVER}?verifyToken={VERIFY}")),
        ("the query, as challenge.verifyToken", verified(None, target=f"{RECEIVER}?challenge.verifyToken={VERIFY}")),
        ("the header Authorization", verified(None, headers=[("Authorization", f"Bearer {VERIFY}")])),
        ("the header X-Verify-Token", verified(None, headers=[("X-Verify-Token", VERIFY)])),
        ("the body, as verify_token", verified(None, {**BOT_MESSAGE, "verify_token": VERIFY})),
        ("the body, within message", verified(None, {**BOT_MESSAGE, "message": {"text": "Hello!", "verifyToken": VERIFY}})),
        ("the body, as challenge.verifyToken", verified(None, {**BOT_MESSAGE, "challenge": {"verifyToken": VERIFY}})),
    ):
        bad("text.spot", f"The verify token stands in {how}.", sent)
    bad("text.swapped", "The access token stands where the verify token belongs.", verified(TOKEN))
    bad("text.other-channel", "The verify token of another channel of the bench.", verified(OTHER_VERIFY), others=[OTHER])
    bad("text.other", "A verify token that nobody knows.", verified("an-invented-verify-token"))
    bad("text.other", "The envelope with recipient.id, and a verify token that nobody knows: the envelope is not at fault.", verified("an-invented-verify-token", {"recipient": {"id": USER}, "message": {"text": "Hello!"}}))


def add_verify_letters(corpus):
    def bad(causes, how, sent, **over):
        corpus.broken(causes, how, sent, "app", **over)

    bad("text.case", "In upper case.", verified(VERIFY.upper()))
    bad("text.case", "The setting of the channel was typed in lower case.", verified(VERIFY), settings={"verifyToken": VERIFY.lower()})
    for how, text in (("a space at the end", VERIFY + " "), ("a line feed at the end", VERIFY + "\n"), ("carriage return and line feed at the end", VERIFY + "\r\n"), ("a tab before it", "\t" + VERIFY), ("a no-break space at the end", VERIFY + "\u00a0")):
        bad("text.white-space", f"With {how}.", verified(text))
    bad("text.white-space", "The setting of the channel has a space at its end.", verified(VERIFY), settings={"verifyToken": VERIFY + " "})
    bad("text.zero-width", "A space without width in the middle.", verified(VERIFY[:8] + "\u200b" + VERIFY[8:]))
    bad("text.zero-width", "A byte order mark before it.", verified("\ufeff" + VERIFY))
    bad("text.zero-width", "A soft hyphen in the middle.", verified(VERIFY[:8] + "\u00ad" + VERIFY[8:]))
    composed = "not-a-real-v\u00e9rify-t\u00f6ken-31"
    bad("text.normalisation", "Its accents are characters of their own (NFD).", verified("not-a-real-ve\u0301rify-to\u0308ken-31"), settings={"verifyToken": composed})
    bad("text.normalisation", "The other way round: the setting is NFD.", verified(composed), settings={"verifyToken": "not-a-real-ve\u0301rify-to\u0308ken-31"})
    bad(("text.normalisation", "text.look-alike"), "Letters of full width (NFKC would make them the same).", verified("\uff4e\uff4f\uff54" + VERIFY[3:]))
    bad("text.charset", "Its UTF-8 was read as Latin-1 and written again.", verified(composed.encode().decode("latin-1")), settings={"verifyToken": composed})
    bad("text.charset", "The same happened to the setting of the channel.", verified(composed), settings={"verifyToken": composed.encode().decode("latin-1")})
    bad("text.base64", "Base64 of the verify token.", verified(base64.b64encode(VERIFY.encode()).decode()))
    bad("text.look-alike", "A Cyrillic e.", verified(VERIFY.replace("e", "\u0435", 1)))
    bad("text.look-alike", "A typographic hyphen.", verified(VERIFY.replace("-", "\u2010", 1)))
    bad("text.look-alike", "The digit one in place of a small l.", verified(VERIFY.replace("l", "1", 1)))
    special = 'not-a-real/verify+token&"32" <x>'
    channel = {"settings": {"verifyToken": special}}
    bad("text.url-encoded", "URL-encoded once.", verified(urllib.parse.quote(special, safe="")), **channel)
    bad("text.url-encoded", "URL-encoded twice.", verified(urllib.parse.quote(urllib.parse.quote(special, safe=""), safe="")), **channel)
    bad("text.url-encoded", "The setting of the channel is URL-encoded.", verified(special), settings={"verifyToken": urllib.parse.quote(special, safe="")})
    bad("text.plus", "Its plus sign became a space.", verified(special.replace("+", " ")), **channel)
    bad("text.plus", "Its space became a plus sign.", verified(special.replace(" ", "+")), **channel)
    bad("text.html-escaped", "HTML-escaped.", verified(html.escape(special)), **channel)
    bad("text.html-escaped", "Only its ampersand is HTML-escaped.", verified(special.replace("&", "&amp;")), **channel)
    for how, text in (("double quotes", f'"{VERIFY}"'), ("single quotes", f"'{VERIFY}'"), ("typographic quotes", f"\u201c{VERIFY}\u201d")):
        bad("text.quoted", f"In {how}.", verified(text))
    bad("text.truncated", "The last four characters are missing.", verified(VERIFY[:-4]))
    bad("text.truncated", "Cut to 16 characters.", verified(VERIFY[:16]))
    bad("text.truncated", "The setting of the channel lacks the last character.", verified(VERIFY), settings={"verifyToken": VERIFY[:-1]})


def add_old(corpus):
    """The deprecated dialect: the verify token in the body, in both directions."""

    def bad(causes, how, sent, end="platform", settings=None):
        corpus.broken(causes, f"Deprecated dialect: {how}", sent, end, {**OLD_DIALECT, **(settings or {})})

    bad("credential.missing", "no verifyToken.", old(None))
    bad("credential.empty", "an empty verifyToken.", old(""))
    bad("text.spot", "the verify token behind Bearer.", old(None, headers=[("Authorization", f"Bearer {VERIFY}")]))
    bad("text.spot", "the verify token in sender.", request("POST", OLD, [JSON], compact({**OLD_GREETING, "sender": {"id": USER, "verifyToken": VERIFY}})))
    bad("text.swapped", "the access token as verifyToken.", old(TOKEN))
    bad("text.case", "the verify token in upper case.", old(VERIFY.upper()))
    bad("text.white-space", "a space at the end.", old(VERIFY + " "))
    bad("text.truncated", "the last character is missing.", old(VERIFY[:-1]))
    bad("text.type", "a number.", request("POST", OLD, [JSON], compact({**OLD_GREETING, "verifyToken": 7})))
    bad("text.other", "a verify token that nobody knows, at the app.", verified("an-invented-verify-token", target=OLD_RECEIVER), "app")


def add_query(corpus):
    """The offloading webhook: the verify token in the query, with a dot in the name of the parameter."""

    def bad(causes, how, sent, settings=None, others=None):
        corpus.broken(causes, f"Offloading: {how}", sent, "app", {**OFFLOADING, **(settings or {})}, others)

    bad("credential.missing", "a health check without a token.", health(""))
    bad("credential.missing", "an event without a token.", event(""))
    bad("credential.empty", "challenge.verifyToken with nothing behind it.", health("?challenge.verifyToken="))
    bad("text.spot", "the parameter is named verifyToken.", health(f"?verifyToken={VERIFY}"))
    bad("text.spot", "the parameter is named challenge_verifyToken, as PHP makes of it.", event(f"?challenge_verifyToken={VERIFY}"))
    bad("text.spot", "the verify token stands in the body.", event("", {**EVENT, "verifyToken": VERIFY}))
    bad("text.spot", "the verify token stands in a header.", event("", headers=[("X-Verify-Token", VERIFY)]))
    bad("text.case", "in upper case.", health(f"?challenge.verifyToken={VERIFY.upper()}"))
    bad("text.white-space", "%20 at its end.", health(f"?challenge.verifyToken={VERIFY}%20"))
    bad("text.white-space", "%0A at its end.", event(f"?challenge.verifyToken={VERIFY}%0A"))
    bad("text.url-encoded", "encoded twice.", health("?challenge.verifyToken=" + VERIFY.replace("-", "%252D")))
    plus = "not-a-real+verify+token-33"
    bad("text.plus", "its plus signs are not encoded, so they are read as spaces.", health(f"?challenge.verifyToken={plus}"), {"verifyToken": plus})
    bad("text.quoted", "in quotes.", health(f"?challenge.verifyToken=%22{VERIFY}%22"))
    ampersand = "not-a-real&verify-token-34"
    bad("text.truncated", "its ampersand is not encoded, so it ends there.", health(f"?challenge.verifyToken={ampersand}"), {"verifyToken": ampersand})
    bad("text.html-escaped", "its ampersand is HTML-escaped.", health("?challenge.verifyToken=" + urllib.parse.quote(html.escape(ampersand))), {"verifyToken": ampersand})
    bad("text.swapped", "the access token.", health(f"?challenge.verifyToken={TOKEN}"))
    bad("text.other-channel", "the verify token of another channel.", health(f"?challenge.verifyToken={OTHER_VERIFY}"), others=[OTHER])
    bad("text.other", "one that nobody knows.", health("?challenge.verifyToken=an-invented-one"))


def add_siblings(corpus):
    history = f"/api/bots/{BOT}/history/{USER}"

    def bad(causes, how, sent, settings=None):
        corpus.broken(causes, f"History: {how}", sent, settings=settings)

    bad("credential.missing", "no access_token in the query.", request("GET", history))
    bad("credential.empty", "access_token with nothing behind it.", request("GET", f"{history}?access_token="))
    bad("text.spot", "the access token in the header Authorization.", request("GET", history, [("Authorization", f"Bearer {TOKEN}")]))
    bad("text.case", "the access token in lower case.", request("GET", f"{history}?access_token={TOKEN.lower()}"))
    bad("text.swapped", "the verify token as access_token.", request("GET", f"{history}?access_token={VERIFY}"))


def add_elsewhere(corpus):
    def odd(causes, how, sent, end="platform", settings=None):
        corpus.unchecked(causes, how, sent, end, settings)

    odd(("not-credential.mode", "not-credential.path"), "The address of the deprecated dialect, at a channel with the current one.", old(VERIFY))
    odd(("not-credential.mode", "not-credential.path"), "The address of the current dialect, at a channel with the deprecated one.", say(f"Bearer {TOKEN}"), settings=OLD_DIALECT)
    odd("not-credential.path", "The access token is right, and the path names another channel.", say(f"Bearer {TOKEN}", target="/v1/channels/webhook/ffffffffffffffffffffffff/messages"))
    odd("not-credential.body", "A message of the bot that is not JSON.", request("POST", RECEIVER, [JSON], f"verifyToken={VERIFY}&text=Hello"), "app")
    odd("not-credential.body", "A message of the bot that is a list.", request("POST", RECEIVER, [JSON], compact([{**BOT_MESSAGE, "verifyToken": VERIFY}])), "app")
    odd(("not-credential.mode", "not-credential.path"), "The health check of the offloading webhook at a webhook channel.", request("GET", f"{RECEIVER}?challenge.verifyToken={VERIFY}"), "app")


def add_valid(corpus):
    ok = corpus.valid
    ok("Bearer and the access token.", say(f"Bearer {TOKEN}"))
    ok("bearer in small letters.", say(f"bearer {TOKEN}"))
    ok("Two spaces behind Bearer.", say(f"Bearer  {TOKEN}"))
    ok("A verifyToken in the body too, which nobody looks at.", say(f"Bearer {TOKEN}", {**GREETING, "verifyToken": "another-invented-one"}))
    ok("The access token is right, and the body is of the deprecated dialect: no fault of the token.", say(f"Bearer {TOKEN}", OLD_GREETING))
    ok("An action of the offloading webhook.", say(f"Bearer {TOKEN}", {"action": "resume"}, ACTIONS), settings=OFFLOADING)
    ok("A message of the bot.", verified(VERIFY), "app")
    ok("A message of the bot with recipient.id instead of senderId: no fault of the token.", verified(VERIFY, {"recipient": {"id": USER}, "message": {"text": "Hello!"}}), "app")
    ok("A verify token with letters beyond ASCII.", verified("not-a-real-v\u00e9rify-t\u00f6ken-31"), "app", {"verifyToken": "not-a-real-v\u00e9rify-t\u00f6ken-31"})
    ok("A verify token whose letters JSON escapes.", request("POST", RECEIVER, [JSON], '{"senderId":"u-42","message":{"text":"Hello!"},"verifyToken":"' + VERIFY.replace("-", "\\u002d") + '"}'), "app")
    ok("A verify token with a space at its end on both sides.", verified(VERIFY + " "), "app", {"verifyToken": VERIFY + " "})
    ok("Deprecated dialect.", old(VERIFY), settings=OLD_DIALECT)
    ok("Deprecated dialect, at the app.", verified(VERIFY, target=OLD_RECEIVER), "app", OLD_DIALECT)
    ok("The health check of the offloading webhook.", health(f"?challenge.verifyToken={VERIFY}"), "app", OFFLOADING)
    ok("An event of the offloading webhook; the token is percent-encoded once, as it has to be.", event("?challenge.verifyToken=" + VERIFY.replace("-", "%2D")), "app", OFFLOADING)
    ok("The history with access_token in the query.", request("GET", f"/api/bots/{BOT}/history/{USER}?access_token={TOKEN}"))
