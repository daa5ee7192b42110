"""Tokens of Kore.ai that are wrong in place, form, algorithm or claims, and right ones."""

import base64
import hashlib
import re

from entries import JSON, NOW, SECONDS, compact, on_the_wire, other_channel, request
from kore_channel import ACCESS_TOKEN, APP, BOT, GREETING, GREETING_V2, SECRET, V1, V2, bearer, callback, claims, good, post, v2
from tokens import b64url, hs, mac, signing_input


def add_tokens(corpus, pair):
    for add in (add_places, add_schemes, add_forms, add_parts, add_claims, add_times, add_once, add_elsewhere, add_valid, add_access_tokens):
        add(corpus)
    add_algorithms(corpus, pair)


def add_places(corpus):
    token = good()
    corpus.broken("credential.missing", "No Authorization header on V1.", post())
    corpus.broken("credential.missing", "No Authorization header on V2.", post(target=V2, body=GREETING_V2))
    corpus.broken("credential.missing", "A poll without a token.", request("GET", f"{V2}/poll/p-1"))
    corpus.broken("credential.empty", "An Authorization header with nothing in it.", post(""))
    corpus.broken("credential.empty", "The word bearer, and the variable of the token was empty.", post("bearer"))
    corpus.broken("credential.empty", "Bearer on V2, and nothing behind it.", post("Bearer", target=V2, body=GREETING_V2))
    for name, value in (("auth", f"bearer {token}"), ("X-Auth-Token", token), ("Proxy-Authorization", f"bearer {token}"), ("x-access-token", token)):
        corpus.broken("jwt.header.elsewhere", f"The token stands in the header {name}.", post(headers=[(name, value)]))
    for name in ("jwt", "access_token", "token"):
        corpus.broken("jwt.header.query", f"The token stands in the query, as {name}.", post(target=f"{V1}?{name}={token}"))
    for how, body in (("token", {**GREETING, "token": token}), ("jwt", {**GREETING, "jwt": token}), ("authorization", {**GREETING, "authorization": f"bearer {token}"}), ("auth.token", {**GREETING, "auth": {"token": token}})):
        corpus.broken("jwt.header.body", f"The token stands in the body, as {how}.", post(body=body))


def add_schemes(corpus):
    token = good()
    corpus.broken("jwt.scheme.missing", "The token without a word before it.", post(token))
    corpus.broken("jwt.scheme.missing", "The same on V2.", post(token, target=V2, body=GREETING_V2))
    for value in (f"bearer bearer {token}", f"Bearer Bearer {token}", f"Bearer bearer {token}"):
        corpus.broken("jwt.scheme.doubled", "A library adds the scheme, and so does the program.", post(value))
    for word in ("Bearar", "Beare", "JWT", "Token", "Basic", "bearer:"):
        corpus.broken("jwt.scheme.misspelt", f"The scheme is {word}.", post(f"{word} {token}"))
    corpus.broken("jwt.scheme.misspelt", "Nothing between Bearer and a colon and the token.", post(f"Bearer:{token}"))


def add_forms(corpus):
    token = good()
    corpus.broken("jwt.form.quoted", "The token in double quotes.", post(f'bearer "{token}"'))
    corpus.broken("jwt.form.quoted", "The token in single quotes.", post(f"bearer '{token}'"))
    corpus.broken("jwt.form.quoted", "The whole value in quotes, as JSON has it.", post(f'"bearer {token}"'))
    corpus.broken("jwt.form.url-encoded", "The dots of the token are %2E.", post("bearer " + token.replace(".", "%2E")))
    padded = ".".join(part + "=" * (-len(part) % 4) for part in good(sub="12345678901").split("."))
    corpus.broken(("jwt.form.url-encoded", "jwt.form.padded"), "Padded with =, and that is %3D.", post("bearer " + padded.replace("=", "%3D")))
    corpus.broken(("jwt.form.url-encoded", "jwt.scheme.misspelt"), "The space behind bearer is %20.", post(f"bearer%20{token}"))
    half = len(token) // 2
    corpus.broken("jwt.form.white-space", "A space in the middle of the token, where a line was wrapped.", post(f"bearer {token[:half]} {token[half:]}"))
    corpus.broken("jwt.form.white-space", "Wrapped every 76 characters; the line breaks became spaces.", post("bearer " + " ".join(re.findall(".{1,76}", token))))
    corpus.broken("jwt.form.white-space", "A tab behind the first dot.", post("bearer " + token.replace(".", ".\t", 1)))
    corpus.broken(("jwt.form.white-space", "jwt.scheme.misspelt"), "A tab between bearer and the token.", post(f"bearer\t{token}"))
    corpus.broken("jwt.form.zero-width", "A space without width at the end, as copied from a chat.", post(on_the_wire(f"bearer {token}\u200b")))
    corpus.broken("jwt.form.zero-width", "A byte order mark before the token.", post(on_the_wire(f"bearer \ufeff{token}")))
    corpus.broken("jwt.form.zero-width", "A joiner without width in the middle, in a pasted request.", post(f"bearer {token[:half]}\u200d{token[half:]}"))
    corpus.broken("jwt.form.padded", "Every part padded with =, as base64 is.", post("bearer " + padded))
    head, payload, signature = token.split(".")
    corpus.broken("jwt.form.padded", "Only the signature is padded.", post(f"bearer {head}.{payload}.{signature}="))
    for how, text in (("a comma behind it", token + ","), ("a semicolon behind it", token + ";"), ("angle brackets around it", f"<{token}>"), ("braces around it", f"{{{token}}}"), ("the JSON that it came in", compact({"token": token}))):
        corpus.broken("jwt.form.extra", f"The token with {how}.", post("bearer " + text))
    add_base64(corpus)
    add_truncated(corpus)


def add_base64(corpus):
    """A payload whose base64 has characters that base64url has not."""
    payload = compact(claims(sub="Ren\u00e9e>>>???~~~\u00ff\u00fe"))
    head = '{"alg":"HS256","typ":"JWT"}'

    def plain(text):
        return base64.b64encode(text.encode()).decode()

    token = hs(payload, SECRET)
    assert re.search("[-_]", token.split(".")[1])
    converted = token.replace("-", "+").replace("_", "/")
    corpus.broken("jwt.form.base64", "A right token whose - and _ became + and / on the way.", post("bearer " + converted))
    unpadded = f"{plain(head)}.{plain(payload)}".replace("=", "")
    own = base64.b64encode(mac(SECRET, unpadded)).decode().rstrip("=")
    corpus.broken("jwt.form.base64", "Base64 without padding from the start, and signed so.", post(f"bearer {unpadded}.{own}"))
    text = f"{plain(head)}.{plain(payload)}"
    corpus.broken(("jwt.form.base64", "jwt.form.padded"), "Base64 with padding from the start, and signed so.", post(f"bearer {text}.{base64.b64encode(mac(SECRET, text)).decode()}"))


def add_truncated(corpus):
    token = good()
    corpus.broken("jwt.form.truncated", "The last character was not copied.", post("bearer " + token[:-1]))
    corpus.broken("jwt.form.truncated", "The last ten characters were not copied.", post("bearer " + token[:-10]))
    corpus.broken(("jwt.form.truncated", "jwt.form.parts"), "Cut off in the middle of the payload.", post("bearer " + token[: len(token.split(".")[0]) + 60]))
    long = good(name="Robin Example " * 12)
    assert len(long) > 255 and long[:255].count(".") == 1
    corpus.broken(("jwt.form.truncated", "jwt.form.parts"), "Kept in a column of 255 characters.", post("bearer " + long[:255]))
    corpus.broken(("jwt.form.truncated", "jwt.form.header"), "The first two characters were not copied.", post("bearer " + token[2:]))
    corpus.broken("jwt.form.truncated", "An HS512 signature cut to half of its length.", post("bearer " + hs(claims(), SECRET, "HS512")[:-43]), settings={"algorithm": "HS512"})


def jwe(head):
    """The shape of an encrypted token (RFC 7516 section 7.1); nothing can be read of it without its key, so any bytes do."""
    parts = [b64url(compact(head).encode())]
    parts += [b64url(hashlib.sha256(f"invented {index}".encode()).digest()[:size]) for index, size in enumerate((32, 12, 32, 16))]
    return ".".join(parts)


def add_parts(corpus):
    token = good()
    head, payload, signature = token.split(".")
    corpus.broken("jwt.form.encrypted", "An encrypted token, as the vendor's SDK offers it.", bearer(jwe({"alg": "RSA-OAEP-256", "enc": "A256GCM"})))
    corpus.broken("jwt.form.encrypted", "An encrypted token with a shared key.", bearer(jwe({"alg": "A256KW", "enc": "A256GCM"})))
    corpus.broken(("jwt.form.parts", "jwt.signature.missing"), "Two parts: the signature and its dot are missing.", bearer(f"{head}.{payload}"))
    corpus.broken("jwt.form.parts", "Four parts: the signature stands twice.", bearer(f"{token}.{signature}"))
    corpus.broken("jwt.form.parts", "An opaque token of another system.", bearer("invented0opaque0token0of0another0system"))
    corpus.broken("jwt.form.parts", "The client secret itself instead of a token.", bearer(SECRET))
    corpus.broken(("jwt.form.parts", "jwt.form.extra"), "Two headers joined by a proxy with a comma: two tokens in one value.", post(f"bearer {token}, bearer {token}"))
    for how, text in (("a header with names that are not quoted", '{alg:"HS256",typ:"JWT"}'), ("a header with single quotes, as Python prints it", "{'alg': 'HS256', 'typ': 'JWT'}"), ("a header that is not closed", '{"alg":"HS256","typ":"JWT"')):
        corpus.broken("jwt.form.header", f"Signed over {how}.", bearer(hs(claims(), SECRET, header=text)))
    for how, text in (("a payload with single quotes, as Python prints it", str(claims())), ("a payload that is a text", '"u-42"'), ("a payload that is a form", f"appId={APP}&sub=u-42"), ("a payload that was encoded twice", compact(compact(claims())))):
        corpus.broken("jwt.form.payload", f"Signed over {how}.", bearer(hs(text, SECRET)))
    corpus.broken("jwt.signature.missing", "HS256 in the header, and nothing behind the last dot.", bearer(f"{head}.{payload}."))
    corpus.broken("jwt.signature.missing", "The same on V2.", v2(f"{head}.{payload}."))


def add_algorithms(corpus, pair):
    rsa = {"algorithm": "RS256", "publicKey": pair.public}
    for name in ("none", "None", "NONE"):
        corpus.broken("jwt.alg.none", f"Not signed, and alg is {name}.", bearer(signing_input({"alg": name, "typ": "JWT"}, claims()) + "."))
    _, _, signature = good().split(".")
    corpus.broken("jwt.alg.none", "alg was changed to none, and the signature left.", bearer(signing_input({"alg": "none", "typ": "JWT"}, claims()) + "." + signature))
    corpus.broken("jwt.alg.none", "Not signed, at a channel with RS256.", bearer(signing_input({"alg": "none"}, claims()) + "."), settings=rsa)
    corpus.broken("jwt.alg.missing", "Signed right, and the header names no algorithm.", bearer(hs(claims(), SECRET, header={"typ": "JWT"})))
    corpus.broken("jwt.alg.missing", "An empty header.", bearer(hs(claims(), SECRET, header={})))
    corpus.broken("jwt.alg.case", "alg is hs256.", bearer(hs(claims(), SECRET, header={"alg": "hs256", "typ": "JWT"})))
    corpus.broken("jwt.alg.case", "alg is Hs512 at a channel with HS512.", bearer(hs(claims(), SECRET, "HS512", header={"alg": "Hs512", "typ": "JWT"})), settings={"algorithm": "HS512"})
    corpus.broken("jwt.alg.case", "alg is rs256 at a channel with RS256.", bearer(pair.rs(claims(), header={"alg": "rs256", "typ": "JWT"})), settings=rsa)
    corpus.broken("jwt.alg.other", "HS512 at a channel with HS256, with the right secret.", bearer(hs(claims(), SECRET, "HS512")))
    corpus.broken("jwt.alg.other", "HS256 at a channel with HS512, with the right secret.", bearer(hs(claims(), SECRET)), settings={"algorithm": "HS512"})
    corpus.broken("jwt.alg.other", "HS384, which the platform does not offer.", bearer(hs(claims(), SECRET, "HS384")))
    corpus.broken("jwt.alg.other", "RS256 at a channel with HS256.", bearer(pair.rs(claims())))
    corpus.broken("jwt.alg.other", "HS256 with the client secret at a channel with RS256.", bearer(hs(claims(), SECRET)), settings=rsa)
    corpus.broken("jwt.alg.other", "RS512 with the right pair at a channel with RS256.", bearer(pair.rs(claims(), "RS512")), settings=rsa)
    corpus.broken("jwt.alg.other", "The name that Java has for it: HmacSHA256.", bearer(hs(claims(), SECRET, header={"alg": "HmacSHA256", "typ": "JWT"})))
    corpus.broken("jwt.alg.other", "Another algorithm, and expired: the algorithm is judged first.", bearer(hs(claims(exp=1_577_836_800), SECRET, "HS512")))


def add_claims(corpus):
    corpus.broken("jwt.app.missing", "Neither appId nor iss.", bearer(good(appId=None)))
    corpus.broken("jwt.app.missing", "No claims at all.", bearer(hs({}, SECRET)))
    corpus.broken("jwt.app.missing", "The client id stands in aud.", bearer(good(appId=None, aud=APP)))
    for name in ("appid", "App ID", "app_id", "AppId", "appID", "app-id"):
        corpus.broken("jwt.app.misspelt", f"The claim is named {name}.", bearer(good(appId=None, **{name: APP})))
    corpus.broken("jwt.app.bot-id", "appId is the bot id.", bearer(good(appId=BOT)))
    corpus.broken("jwt.app.bot-id", "iss is the bot id, and there is no appId.", bearer(good(appId=None, iss=BOT)))
    corpus.broken("jwt.app.other", "appId is the client id of an app that nobody here knows.", bearer(good(appId="cs-00000000-0000-5000-8000-000000000000")))
    corpus.broken("jwt.app.other", "iss is the client id of another app.", bearer(good(appId=None, iss="cs-00000000-0000-5000-8000-000000000000")))
    corpus.broken("jwt.app.other", "appId in upper case.", bearer(good(appId=APP.upper())))
    corpus.broken("jwt.app.other", "appId is the name of the app.", bearer(good(appId="My app")))
    corpus.broken("jwt.app.other", "appId is a list.", bearer(good(appId=[APP])))
    other = other_channel("kore", "Kore.ai staging", {"botId": "st-00000000-1111-5222-8333-444444444444", "clientId": "cs-5b1a0c9d-2e3f-5a4b-9c8d-7e6f5a4b3c2d", "clientSecret": "NOT-A-REAL-SECRET-of-the-other-invented-channel-11="})
    corpus.broken("jwt.app.other", "The client id of another channel, signed with the secret of this one.", bearer(good(appId="cs-5b1a0c9d-2e3f-5a4b-9c8d-7e6f5a4b3c2d")), others=[other])
    for identity in ("u-43", "U-42", " u-42"):
        corpus.broken("jwt.user-identity", f"userIdentity is {identity!r}, and from.id is u-42.", v2(good(userIdentity=identity)))
    corpus.broken("not-credential.anonymous", "isAnonymous at an app that does not allow it.", bearer(good(isAnonymous=True)))
    corpus.broken("not-credential.anonymous", "isAnonymous as a text, on V2.", v2(good(isAnonymous="true")))


def add_times(corpus):
    for how, seconds in (("one second", 1), ("five minutes", 300), ("an hour, as with a clock in another zone", 3600), ("six years", 6 * 365 * 86400)):
        corpus.broken("jwt.exp.past", f"Expired {how} ago.", bearer(good(iat=SECONDS - seconds - 300, exp=SECONDS - seconds)))
    corpus.broken("jwt.exp.past", "exp is this very second.", bearer(good(exp=SECONDS)))
    corpus.broken("jwt.exp.past", "Expired, and on V2.", v2(good(exp=SECONDS - 10)))
    corpus.broken("jwt.exp.past", "A token that was good, looked at a day later.", bearer(good()), now=NOW + 86_400_000)
    for how, value in (("minutes since 1970", (SECONDS + 300) // 60), ("days since 1970", SECONDS // 86400 + 1), ("a lifetime instead of a date", 300)):
        corpus.broken(("jwt.exp.unit", "jwt.exp.past"), f"exp is {how}.", bearer(good(exp=value)))
    for how, value in (("a text of digits", str(SECONDS + 300)), ("a date as text", "2026-01-01T01:00:00Z"), ("true", True), ("an object", {"seconds": SECONDS + 300})):
        corpus.broken("jwt.exp.type", f"exp is {how}.", bearer(good(exp=value)))


def add_once(corpus):
    enforced = {"enforceJti": True}
    corpus.broken("jwt.jti.missing", "The app enforces jti, and there is none.", bearer(good()), settings=enforced)
    corpus.broken("jwt.jti.missing", "The app enforces jti, and it is empty.", v2(good(jti="")), settings=enforced)
    once = bearer(good(jti="invented-jti-1"))
    corpus.broken("jwt.jti.reused", "The very same request for the second time.", once, settings=enforced, before=[once])
    corpus.broken("jwt.jti.reused", "Another token with the same jti.", v2(good(jti="invented-jti-2", sub="u-43")), settings=enforced, before=[v2(good(jti="invented-jti-2"))])
    corpus.valid("The app enforces jti, and this one is new.", bearer(good(jti="invented-jti-3")), settings=enforced, before=[once])
    corpus.valid("The same jti twice at an app that does not enforce it.", once, before=[once])


def add_elsewhere(corpus):
    token = good()
    wrong = "st-99999999-3d4e-5b6f-8a90-2b3c4d5e6f70"
    corpus.unchecked("not-credential.path", "The token is right, and the path names another bot.", bearer(token, target=f"/chatbot/hooks/{wrong}"))
    corpus.unchecked("not-credential.path", "The token is right, and the path names a version that does not exist.", bearer(token, target=f"/chatbot/v3/webhook/{BOT}"))
    corpus.unchecked("not-credential.path", "The token is right, and the path lacks its last part.", bearer(token, target="/chatbot/hooks"))


def add_valid(corpus):
    corpus.valid("V1, bearer in small letters.", bearer(good()))
    for word in ("Bearer", "BEARER"):
        corpus.valid(f"The scheme as {word}.", post(f"{word} {good()}"))
    corpus.valid("Three spaces behind Bearer.", post(f"Bearer   {good()}"))
    corpus.valid("V2.", v2(good()))
    corpus.valid("HS512.", bearer(hs(claims(), SECRET, "HS512")), settings={"algorithm": "HS512"})
    corpus.valid("iss instead of appId.", bearer(good(appId=None, iss=APP)))
    corpus.valid("A number as sub.", bearer(good(sub=8812)))
    corpus.valid("No sub, no iat, no exp.", bearer(good(sub=None, iat=None, exp=None)))
    corpus.valid("exp in milliseconds: the platform takes it for a date far away.", bearer(good(exp=NOW + 300_000)))
    corpus.valid("exp with a fraction.", bearer(good(exp=SECONDS + 0.5)))
    corpus.valid("nbf in the future, which the platform does not look at.", bearer(good(nbf=SECONDS + 600)))
    corpus.valid("iat in the future, which the platform does not look at.", bearer(good(iat=SECONDS + 600)))
    corpus.valid("An audience of another system, which the platform does not look at.", bearer(good(aud="https://elsewhere.example")))
    corpus.valid("userIdentity is from.id, on V2.", v2(good(userIdentity="u-42")))
    corpus.valid("userIdentity is another one on V1, where nobody compares it.", bearer(good(userIdentity="u-43")))
    corpus.valid("isAnonymous at an app that allows it.", bearer(good(isAnonymous=True)), settings={"allowAnonymous": True})
    corpus.valid("A header with kid and without typ.", bearer(hs(claims(), SECRET, header={"kid": "1", "alg": "HS256"})))
    corpus.valid("A payload written with indentation and letters beyond ASCII.", bearer(hs('{\n  "appId": "' + APP + '",\n  "sub": "Zo\u00eb \u2603"\n}', SECRET)))
    corpus.valid("A secret with letters beyond ASCII.", bearer(hs(claims(), "NOT-A-REAL-SECRET-\u00fcml\u00e4ut-26")), settings={"clientSecret": "NOT-A-REAL-SECRET-\u00fcml\u00e4ut-26"})
    corpus.valid("A line feed at the end of the secret on both sides.", bearer(hs(claims(), SECRET + "\n")), settings={"clientSecret": SECRET + "\n"})
    corpus.valid("A secret that looks like base64, used as the text that it is.", bearer(hs(claims(), "Tk9ULUEtUkVBTC1TRUNSRVQtMjc=")), settings={"clientSecret": "Tk9ULUEtUkVBTC1TRUNSRVQtMjc="})
    corpus.valid("Two Authorization headers: the first one is used, and right.", post(f"bearer {good()}", headers=[("Authorization", "bearer another-invented-one")]))
    instance = "ivrInst-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f71"
    corpus.valid("A webhook instance in the path.", bearer(good(), target=f"{V1}/hookInstance/{instance}"), settings={"webhookInstanceId": instance})
    corpus.valid("Another token in the body, which nobody looks at.", bearer(good(), body={**GREETING, "token": "an-invented-token-of-another-system"}))


def add_access_tokens(corpus):
    """The Access Token that the platform sends with a callback: a text, compared as it stands."""
    channel = {"mode": "async"}
    plain = {**channel, "accessTokenHeader": "x-access-token"}
    other = other_channel("kore", "Kore.ai staging", {"botId": "st-00000000-1111-5222-8333-444444444444", "mode": "async", "accessToken": "NOT-A-REAL-ACCESS-TOKEN-of-another-invented-channel"})

    def bad(causes, how, headers, settings=channel, others=None):
        corpus.broken(causes, f"Callback: {how}", callback(headers), "app", settings, others)

    bad("credential.missing", "no Access Token at all.", [])
    bad("credential.empty", "an empty header.", [("x-access-token", "")], plain)
    bad("text.spot", "it stands in x-access-token, and the channel expects Authorization.", [("x-access-token", ACCESS_TOKEN)])
    bad("text.spot", "it stands in Authorization, and the channel expects x-access-token.", [("Authorization", f"Bearer {ACCESS_TOKEN}")], plain)
    bad("text.scheme", "the word Bearer is missing.", [("Authorization", ACCESS_TOKEN)])
    bad("text.scheme", "the scheme is Token.", [("Authorization", f"Token {ACCESS_TOKEN}")])
    bad("text.case", "in upper case.", [("x-access-token", ACCESS_TOKEN.upper())], plain)
    bad("text.truncated", "its last four characters are missing.", [("Authorization", f"Bearer {ACCESS_TOKEN[:-4]}")])
    bad("text.quoted", "in quotes.", [("x-access-token", f'"{ACCESS_TOKEN}"')], plain)
    bad("text.other-channel", "that of another channel of the bench.", [("Authorization", "Bearer NOT-A-REAL-ACCESS-TOKEN-of-another-invented-channel")], others=[other])
    bad("text.other", "one that nobody knows.", [("Authorization", "Bearer invented-and-unknown-to-all")])
    corpus.valid("Callback with the Access Token.", callback([("Authorization", f"Bearer {ACCESS_TOKEN}")]), "app", channel)
    corpus.valid("Callback with the Access Token in x-access-token.", callback([("X-Access-Token", ACCESS_TOKEN)]), "app", plain)
