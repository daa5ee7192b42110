"""SnatchBot's API channel: App ID and App secret are parts of the path."""

import base64
import html
from urllib.parse import quote

from entries import JSON, Corpus, compact, other_channel, request

BOT = "48213"
APP = "hookbenchdemo"
SECRET = "NOTaREALsecretINVENTEDforHOOKBENCH01"
OTHER_SECRET = "NOTaREALsecretOFanotherINVENTEDchannel13"
CHANNEL = {"feature": "api-channel"}
OTHER = other_channel("snatchbot", "SnatchBot staging", {**CHANNEL, "appId": "hookbenchstaging", "appSecret": OTHER_SECRET})
HELLO = compact({"message": "hi"})


def to_bot(app, secret, query="?user_id=u-42", method="POST", headers=(), bot=BOT):
    """`app` and `secret` stand in the path as given: percent-encode them first."""
    return request(method, f"/channels/api/api/id{bot}/app{app}/aps{secret}{query}", [*headers, JSON], HELLO if method == "POST" else "")


def snatchbot():
    corpus = Corpus("snatchbot")
    for add in (add_absent, add_foreign, add_letters, add_special, add_app, add_elsewhere, add_valid):
        add(corpus)
    return corpus


def bad(corpus, causes, how, sent, settings=None, others=None):
    corpus.broken(causes, how, sent, settings={**CHANNEL, **(settings or {})}, others=others)


def add_absent(corpus):
    bad(corpus, ("credential.empty", "credential.missing"), "Nothing behind aps.", to_bot(APP, ""))
    bad(corpus, ("credential.empty", "credential.missing"), "Nothing behind app.", to_bot("", SECRET))
    bad(corpus, ("credential.empty", "text.white-space"), "Only a space behind aps.", to_bot(APP, "%20"))
    for how, where in (("the query", {"query": f"?user_id=u-42&aps={SECRET}"}), ("the header X-App-Secret", {"headers": [("X-App-Secret", SECRET)]}), ("the header Authorization", {"headers": [("Authorization", f"Bearer {SECRET}")]})):
        bad(corpus, "text.spot", f"The App secret stands in {how}; nothing is behind aps.", to_bot(APP, "", **{"query": "?user_id=u-42", **where}))
    sent = request("POST", f"/channels/api/api/id{BOT}/app{APP}/aps?user_id=u-42", [JSON], compact({"message": "hi", "app_secret": SECRET}))
    bad(corpus, "text.spot", "The App secret stands in the body; nothing is behind aps.", sent)
    bad(corpus, "text.scheme", "App ID and App secret as Basic; nothing is behind app and aps.", to_bot("", "", headers=[("Authorization", "Basic " + base64.b64encode(f"{APP}:{SECRET}".encode()).decode())]))
    bad(corpus, "text.prefix", "The letters aps stand twice.", to_bot(APP, "aps" + SECRET))
    bad(corpus, "text.prefix", "The letters app stand twice.", to_bot("app" + APP, SECRET))
    for how, path in (("aps", f"app{APP}/{SECRET}"), ("app", f"{APP}/aps{SECRET}"), ("app and aps", f"{APP}/{SECRET}")):
        sent = request("POST", f"/channels/api/api/id{BOT}/{path}?user_id=u-42", [JSON], HELLO)
        bad(corpus, ("text.prefix", "credential.missing"), f"The letters {how} are missing before the value.", sent)
    bad(corpus, "text.not-set", "The channel has no App secret.", to_bot(APP, SECRET), {"appSecret": ""})
    bad(corpus, "text.not-set", "The channel has no App ID.", to_bot(APP, SECRET), {"appId": ""})


def add_foreign(corpus):
    bad(corpus, "text.swapped", "App ID and App secret are in each other's place.", to_bot(SECRET, APP))
    bad(corpus, "text.swapped", "The App ID stands in both places.", to_bot(APP, APP))
    bad(corpus, "text.swapped", "The App secret stands in both places.", to_bot(SECRET, SECRET))
    bad(corpus, "text.other-channel", "The App secret of another channel of the bench.", to_bot(APP, OTHER_SECRET), others=[OTHER])
    bad(corpus, "text.other-channel", "App ID and App secret of another channel.", to_bot("hookbenchstaging", OTHER_SECRET), others=[OTHER])
    kore = other_channel("kore", "Kore.ai demo", {})
    bad(corpus, "text.other-channel", "The client secret of a channel of another platform.", to_bot(APP, "NOT-A-REAL-SECRET-invented-for-Hookbench-01%3D"), others=[kore])
    bad(corpus, "text.other", "An App secret that nobody knows.", to_bot(APP, "INVENTEDandUNKNOWNtoALL99"))
    bad(corpus, "text.other", "A poll with an App secret that nobody knows.", to_bot(APP, "INVENTEDandUNKNOWNtoALL98", "?user_id=u-42&message_id=0", "GET"))
    bad(corpus, "text.other", "An App ID that nobody knows.", to_bot("inventedapp", SECRET))


def add_letters(corpus):
    for how, text in (("lower case", SECRET.lower()), ("upper case", SECRET.upper())):
        bad(corpus, "text.case", f"The App secret in {how}.", to_bot(APP, text))
    for how, text in (("a space at its end", SECRET + "%20"), ("a space before it", "%20" + SECRET), ("a line feed at its end", SECRET + "%0A"), ("a tab at its end", SECRET + "%09")):
        bad(corpus, "text.white-space", f"The App secret with {how}.", to_bot(APP, text))
    bad(corpus, "text.white-space", "The setting of the channel has a space at its end.", to_bot(APP, SECRET), {"appSecret": SECRET + " "})
    bad(corpus, "text.zero-width", "A space without width at its end.", to_bot(APP, quote(SECRET + "\u200b")))
    bad(corpus, "text.zero-width", "A byte order mark before it.", to_bot(APP, quote("\ufeff" + SECRET)))
    bad(corpus, "text.look-alike", "The digit zero in place of an O.", to_bot(APP, SECRET.replace("O", "0", 1)))
    bad(corpus, "text.look-alike", "A Greek letter in place of an E.", to_bot(APP, quote(SECRET.replace("E", "\u0395", 1))))
    bad(corpus, "text.quoted", "The App secret in double quotes.", to_bot(APP, quote(f'"{SECRET}"')))
    bad(corpus, "text.quoted", "The App secret in single quotes.", to_bot(APP, f"'{SECRET}'"))
    bad(corpus, "text.truncated", "The last three characters are missing.", to_bot(APP, SECRET[:-3]))
    bad(corpus, "text.truncated", "The first character is missing.", to_bot(APP, SECRET[1:]))


def add_special(corpus):
    """Secrets with characters that an address has to encode."""
    special = {"appSecret": "NOTaREAL secret+35&x"}
    text = special["appSecret"]
    bad(corpus, "text.url-encoded", "URL-encoded twice.", to_bot(APP, quote(quote(text, safe=""), safe="")), special)
    bad(corpus, "text.plus", "Its space is a plus sign, which in a path is no space.", to_bot(APP, quote(text, safe="").replace("%20", "+")), special)
    bad(corpus, "text.plus", "Its plus sign became a space.", to_bot(APP, quote(text.replace("+", " "), safe="")), special)
    bad(corpus, "text.html-escaped", "HTML-escaped.", to_bot(APP, quote(html.escape(text), safe="")), special)
    composed = {"appSecret": "NOTaREALs\u00e9cret36"}
    bad(corpus, "text.normalisation", "Its accent is a character of its own (NFD).", to_bot(APP, quote("NOTaREALse\u0301cret36")), composed)


def add_app(corpus):
    bad(corpus, "text.case", "The App ID with a capital letter.", to_bot("Hookbenchdemo", SECRET))
    bad(corpus, "text.white-space", "The App ID with a space at its end.", to_bot(APP + "%20", SECRET))
    bad(corpus, "text.truncated", "The App ID lacks its last four letters.", to_bot(APP[:-4], SECRET))
    bad(corpus, "text.look-alike", "The App ID with a Cyrillic o.", to_bot(quote(APP.replace("o", "\u043e", 1)), SECRET))


def add_elsewhere(corpus):
    corpus.unchecked("not-credential.path", "App ID and App secret are right, and the path names another bot.", to_bot(APP, SECRET, bot="99999"), settings=CHANNEL)
    corpus.unchecked("not-credential.path", "The path lacks its last part.", request("POST", f"/channels/api/api/id{BOT}/app{APP}?user_id=u-42", [JSON], HELLO), settings=CHANNEL)
    corpus.unchecked(("not-credential.mode", "not-credential.path"), "The channel is set to another feature.", to_bot(APP, SECRET), settings={"feature": "json-api"})


def add_valid(corpus):
    def ok(how, sent, **settings):
        corpus.valid(how, sent, settings={**CHANNEL, **settings})

    ok("A message.", to_bot(APP, SECRET))
    ok("A poll.", to_bot(APP, SECRET, "?user_id=u-42&message_id=0", "GET"))
    ok("Letters that need no percent-encoding are percent-encoded.", to_bot(APP, SECRET.replace("N", "%4E", 1)))
    ok("No user_id: no fault of the secret.", to_bot(APP, SECRET, ""))
    ok("Another method: no fault of the secret.", to_bot(APP, SECRET, method="DELETE"))
    ok("A secret with a space, a plus sign and an ampersand, percent-encoded once.", to_bot(APP, quote("NOTaREAL secret+35&x", safe="")), appSecret="NOTaREAL secret+35&x")
    ok("Another secret in the query, which nobody looks at.", to_bot(APP, SECRET, "?user_id=u-42&aps=invented"))
    corpus.valid("The bench has another channel of the same bot.", to_bot(APP, SECRET), settings=CHANNEL, others=[OTHER])
