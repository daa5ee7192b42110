"""
A second batch, written after the first one was seen: what people report that fits no list. Its labels are older than any answer to it.
Where two faults meet, the label is the one that the platform judges first.
"""

import base64
import hashlib
import html
import zlib
from urllib.parse import quote

import channeltalk as ct
import chatlayer as cl
import snatchbot as sb
from entries import JSON, NOW, SECONDS, compact, on_the_wire, request
from kore_channel import ACCESS_TOKEN, APP, BOT, GREETING, SECRET, V1, bearer, callback, claims, good, post, v2
from tokens import b64url, hs, mac, signing_input


def add_odd_kore(corpus):
    for add in (kore_places, kore_forms, kore_secrets, kore_rewritten, kore_claims, kore_callbacks, kore_valid):
        add(corpus)


def kore_places(corpus):
    token = good()
    bad = corpus.broken
    bad("jwt.header.elsewhere", "The token is in a cookie.", post(headers=[("Cookie", f"session=invented; token={token}")]))
    bad("jwt.header.elsewhere", "The token stands in x-kore-token with bearer before it.", post(headers=[("x-kore-token", f"bearer {token}")]))
    bad("jwt.header.query", "The query has authorization=bearer and the token.", post(target=f"{V1}?authorization=bearer%20{token}"))
    form = request("POST", V1, [("Content-Type", "application/x-www-form-urlencoded")], f"message=hi&token={token}")
    bad("jwt.header.body", "The token is a field of a form.", form)
    bad(("jwt.scheme.misspelt", "jwt.form.extra"), "The name of the header stands in its value again.", post(f"Authorization: bearer {token}"))
    bad(("jwt.scheme.doubled", "jwt.scheme.misspelt"), "Basic before bearer.", post(f"Basic bearer {token}"))
    bad(("jwt.scheme.misspelt", "jwt.form.url-encoded"), "A plus sign between bearer and the token.", post(f"bearer+{token}"))
    for word in ("undefined", "null", "[object Object]", "{{token}}", "$TOKEN"):
        bad(("jwt.form.parts", "credential.missing"), f"A program put {word} where the token belongs.", post(f"bearer {word}"))


def kore_forms(corpus):
    token = good()
    head, payload, signature = token.split(".")
    bad = corpus.broken
    bad(("jwt.form.parts", "jwt.form.extra"), "A dot behind the token, as at the end of a sentence.", post(f"bearer {token}."))
    bad(("jwt.form.truncated", "jwt.form.parts"), "Copied from a list that shows its beginning and three dots.", post(f"bearer {token[:24]}..."))
    bad(("jwt.form.truncated", "jwt.form.parts"), "Copied from a list that shows an ellipsis in its middle.", post(on_the_wire(f"bearer {token[:24]}\u2026{token[-8:]}")))
    bad("jwt.form.header", "The whole token in lower case.", post(f"bearer {token.lower()}"))
    bad("jwt.form.url-encoded", "A line feed at the end, URL-encoded.", post(f"bearer {token}%0A"))
    bad("jwt.form.header", "Plain JSON in place of its base64url.", post('bearer {"alg":"HS256"}.' + f"{payload}.{signature}"))
    bad("jwt.form.payload", "The payload is a list of claims.", bearer(hs([claims()], SECRET)))
    deflated = f"{head}.{b64url(zlib.compress(compact(claims()).encode()))}"
    bad("jwt.form.payload", "The payload is compressed.", bearer(f"{deflated}.{b64url(mac(SECRET, deflated))}"))
    latin = f"{head}.{b64url(compact(claims(name='Zo' + chr(235))).encode('latin-1'))}"
    bad("jwt.form.payload", "The payload is Latin-1, not UTF-8.", bearer(f"{latin}.{b64url(mac(SECRET, latin))}"))
    bad("jwt.form.critical", "The header names an extension in crit that nobody knows (RFC 7515 section 4.1.11).", bearer(hs(claims(), SECRET, header={"alg": "HS256", "typ": "JWT", "crit": ["invented"], "invented": 1})))
    bad("jwt.form.critical", "crit names exp, which stands in the header.", v2(hs(claims(), SECRET, header={"alg": "HS256", "crit": ["exp"], "exp": SECONDS + 300})))
    bad(("jwt.alg.missing", "jwt.alg.other"), "alg is empty.", bearer(hs(claims(), SECRET, header={"alg": "", "typ": "JWT"})))
    bad(("jwt.alg.missing", "jwt.alg.other"), "alg is null.", bearer(hs(claims(), SECRET, header='{"alg":null,"typ":"JWT"}')))
    bad("jwt.alg.other", "ES256, with a signature that is no MAC.", bearer(signing_input({"alg": "ES256", "typ": "JWT"}, claims()) + "." + b64url(hashlib.sha512(b"invented").digest())))
    bad(("jwt.alg.other", "jwt.alg.case"), "alg is HS-256.", bearer(hs(claims(), SECRET, header={"alg": "HS-256", "typ": "JWT"})))
    bad("jwt.alg.none", "alg none, and the app is another one too.", bearer(signing_input({"alg": "none"}, claims(appId="cs-00000000-0000-5000-8000-000000000000")) + "."))


def kore_secrets(corpus):
    bad = corpus.broken
    raw = SECRET.encode()
    bad(("jwt.secret.encoded", "jwt.secret.trailing-newline"), "echo and base64 in a shell: base64 of the secret with a line feed.", bearer(hs(claims(), base64.b64encode(raw + b"\n"))))
    bad(("jwt.secret.trailing-newline", "jwt.secret.prefix"), "A backslash and an n behind the secret, as a file of variables shows a line break.", bearer(hs(claims(), SECRET + "\\n")))
    bad(("jwt.secret.quoted", "jwt.secret.trailing-newline"), "Quotes around it and a line feed behind them.", bearer(hs(claims(), f'"{SECRET}"\n')))
    bad(("jwt.secret.white-space", "jwt.secret.trailing-newline"), "A space and a line feed behind it.", bearer(hs(claims(), SECRET + " \n")))
    bad(("jwt.secret.byte-order-mark", "jwt.secret.trailing-newline"), "A file with a byte order mark and a line feed.", bearer(hs(claims(), f"\ufeff{SECRET}\r\n")))
    b64 = base64.b64encode(b"NOT-A-REAL-SECRET invented??>>~~~ 41").decode()
    bad(("jwt.secret.base64-decoded", "jwt.secret.trailing-newline"), "The setting is base64 and ends in a line feed, and the program decodes it.", bearer(hs(claims(), base64.b64decode(b64))), settings={"clientSecret": b64 + "\n"})
    bad(("jwt.signature.unknown", "jwt.secret.encoded"), "Signed with the SHA-256 of the secret.", bearer(hs(claims(), hashlib.sha256(raw).hexdigest())))
    bad(("jwt.secret.prefix", "jwt.secret.encoded"), "The word Bearer before the secret.", bearer(hs(claims(), f"Bearer {SECRET}")))
    bad("jwt.secret.client-id", "HS256 with the client id, on V2 and with iss.", v2(hs(claims(appId=None, iss=APP), APP)))
    bad("jwt.secret.trailing-newline", "A line feed in the secret, and iss instead of appId.", bearer(hs(claims(appId=None, iss=APP), SECRET + "\n")))
    bad("jwt.secret.empty", "An empty secret with HS512.", bearer(hs(claims(), "", "HS512")), settings={"algorithm": "HS512"})
    bad("jwt.secret.utf-16", "HS512 with the secret as UTF-16, little-endian.", bearer(hs(claims(), SECRET.encode("utf-16-le"), "HS512")), settings={"algorithm": "HS512"})


def kore_rewritten(corpus):
    def moved(signed, arrived):
        signature = b64url(mac(SECRET, signing_input('{"alg":"HS256","typ":"JWT"}', signed)))
        return bearer(f"{signing_input({'alg': 'HS256', 'typ': 'JWT'}, arrived)}.{signature}")

    fields = f'"sub":"1234567890","appId":"{APP}"'
    four = "{\n    " + fields.replace('":"', '": "').replace('","', '",\n    "') + "\n}"
    tabs = "{\n\t" + fields.replace('":"', '": "').replace('","', '",\n\t"') + "\n}"
    bad = corpus.broken
    bad("jwt.payload.re-encoded", "Signed with four spaces of indentation; written compact on the way.", moved(four, "{" + fields + "}"))
    bad("jwt.payload.re-encoded", "Signed with tabs; written compact on the way.", moved(tabs, "{" + fields + "}"))
    bad("jwt.payload.re-encoded", "Signed with carriage returns; written with line feeds.", moved(four.replace("\n", "\r\n"), four))
    bad("jwt.payload.re-encoded", "Signed compact with a line feed behind it, which was lost.", moved("{" + fields + "}\n", "{" + fields + "}"))
    bad("jwt.payload.re-encoded", "Angle brackets were escaped as \\u003c when it was signed.", moved('{"name":"\\u003cRobin\\u003e",' + fields + "}", '{"name":"<Robin>",' + fields + "}"))
    wide = compact(claims(sub="Ren\u00e9e>>>???~~~\u00ff\u00fe"))
    text = ".".join(base64.b64encode(part.encode()).decode() for part in ('{"alg":"HS256","typ":"JWT"}', wide))
    sent = text.replace("+", "-").replace("/", "_").replace("=", "")
    bad(("jwt.payload.re-encoded", "jwt.signature.encoded"), "Signed over base64, sent as base64url.", bearer(f"{sent}.{b64url(mac(SECRET, text))}"))


def kore_claims(corpus):
    bad = corpus.broken
    bad(("jwt.app.missing", "jwt.app.misspelt"), "The client id is in a claim named client_id.", bearer(good(appId=None, client_id=APP)))
    bad("jwt.app.missing", "appId stands in an object of its own.", bearer(good(appId=None, claims={"appId": APP})))
    bad("jwt.app.other", "appId has a space at its end.", bearer(good(appId=APP + " ")))
    bad("jwt.app.other", "Another app, and expired too.", bearer(good(appId="cs-00000000-0000-5000-8000-000000000000", exp=1_577_836_800)))
    bad("jwt.app.misspelt", "app_id, and signed with a line feed in the secret.", bearer(hs(claims(appId=None, app_id=APP), SECRET + "\n")))
    bad(("jwt.exp.type", "jwt.exp.unit"), "exp is the text 5m.", bearer(good(exp="5m")))
    bad(("jwt.exp.type", "jwt.exp.unit"), "exp is milliseconds as a text.", bearer(good(exp=str(NOW + 300_000))))
    bad(("jwt.exp.past", "jwt.exp.unit"), "exp is 0.", bearer(good(exp=0)))
    bad(("jwt.exp.past", "jwt.exp.unit"), "exp is -1, which was to mean never.", bearer(good(exp=-1)))
    bad("jwt.exp.past", "Expired, and the jti that is enforced is missing.", bearer(good(exp=SECONDS - 60)), settings={"enforceJti": True})
    bad("jwt.user-identity", "userIdentity is another one, and isAnonymous is set.", v2(good(userIdentity="u-43", isAnonymous=True)))
    bad("jwt.user-identity", "userIdentity is a number.", v2(good(userIdentity=43)))
    once = bearer(good(jti=77))
    bad("jwt.jti.reused", "A number as jti, for the second time.", once, settings={"enforceJti": True}, before=[once])


def kore_callbacks(corpus):
    def bad(causes, how, headers, **settings):
        corpus.broken(causes, f"Callback: {how}", callback(headers), "app", {"mode": "async", **settings})

    bad("text.spot", "the Access Token stands in a header of the user's own making.", [("X-Webhook-Secret", ACCESS_TOKEN)])
    bad("text.scheme", "Bearer where the channel expects the bare token.", [("Authorization", f"Bearer {ACCESS_TOKEN}")], accessTokenHeader="authorization")
    bad("text.zero-width", "a space without width at its end.", [("x-access-token", on_the_wire(ACCESS_TOKEN + "\u200b"))], accessTokenHeader="x-access-token")
    bad("text.url-encoded", "its hyphens are %2D.", [("x-access-token", ACCESS_TOKEN.replace("-", "%2D"))], accessTokenHeader="x-access-token")
    bad(("text.swapped", "text.other"), "the client secret of the same channel.", [("Authorization", f"Bearer {SECRET}")])


def kore_valid(corpus):
    corpus.valid("BEARER in capitals on V2, and a claim that nobody knows.", v2(good(scope="bot")))
    corpus.valid("A jti that is an object, where it is enforced.", bearer(good(jti={"n": 1})), settings={"enforceJti": True})
    corpus.valid("A body that is not JSON: no fault of the token.", bearer(good(), body="hi"))
    corpus.valid("appId is right, and iss is another one.", bearer(good(iss="https://login.example")))
    corpus.valid("The token stands in the query too.", bearer(good(), target=f"{V1}?token=invented"))


def add_odd_chatlayer(corpus):
    def verify(causes, how, sent, **settings):
        corpus.broken(causes, how, sent, "app", settings)

    token, key = cl.VERIFY, cl.TOKEN
    for name in ("verifytoken", "VerifyToken", "token"):
        verify("text.spot", f"The field is named {name}.", cl.verified(None, {**cl.BOT_MESSAGE, name: token}))
    verify(("text.prefix", "text.scheme"), "The word Bearer stands before the verify token.", cl.verified(f"Bearer {token}"))
    verify("text.quoted", "It was written as JSON twice.", cl.verified(compact(token)))
    verify(("text.white-space", "text.case"), "Upper case, and a space behind it.", cl.verified(token.upper() + " "))
    verify(("text.quoted", "text.white-space"), "Quotes around it, and a line feed behind them.", cl.verified(f'"{token}"\n'))
    verify("text.white-space", "An ideographic space at its end.", cl.verified(token + "\u3000"))
    verify("text.other", "The SHA-256 of the verify token.", cl.verified(hashlib.sha256(token.encode()).hexdigest()))
    verify("text.html-escaped", "The setting of the channel is HTML-escaped.", cl.verified("not-a-real&verify-token-42"), verifyToken=html.escape("not-a-real&verify-token-42"))
    verify("text.quoted", "The setting of the channel is in quotes.", cl.verified(token), verifyToken=f"'{token}'")
    verify("text.spot", "Offloading: the parameter is named challenge[verifyToken].", cl.event(f"?challenge[verifyToken]={token}"), **cl.OFFLOADING)
    verify(("text.other", "text.spot"), "Offloading: the parameter stands twice, and the first one is an old token.", cl.event(f"?challenge.verifyToken=invented-old-one&challenge.verifyToken={token}"), **cl.OFFLOADING)
    bad = corpus.broken
    bad(("text.scheme", "text.spot"), "Two Authorization headers: Basic first, then the right one.", cl.say("Basic aW52ZW50ZWQ=", headers=[("Authorization", f"Bearer {key}")]))
    for word in ("undefined", "null", "{{accessToken}}"):
        bad("text.other", f"A program put {word} where the access token belongs.", cl.say(f"Bearer {word}"))
    bad("text.quoted", "The whole value in quotes.", cl.say(f'"Bearer {key}"'))
    bad(("text.url-encoded", "text.scheme"), "The space behind Bearer is %20.", cl.say(f"Bearer%20{key}"))
    bad(("text.scheme", "text.prefix"), "The name of the header stands in its value again.", cl.say(f"Authorization: Bearer {key}"))
    bad("text.zero-width", "A byte order mark before the access token.", cl.say(on_the_wire(f"Bearer \ufeff{key}")))
    bad("text.normalisation", "The setting of the access token is NFD.", cl.say(on_the_wire("Bearer NOT-A-REAL-T\u00d6KEN-43")), settings={"accessToken": "NOT-A-REAL-TO\u0308KEN-43"})
    corpus.valid("The name of the parameter is percent-encoded.", cl.event(f"?challenge%2EverifyToken={token}"), "app", cl.OFFLOADING)
    corpus.valid("The body begins with a byte order mark.", request("POST", cl.RECEIVER, [JSON], "\ufeff" + compact({**cl.BOT_MESSAGE, "verifyToken": token})), "app")
    corpus.valid("An access token with letters beyond ASCII is the same on both sides as it arrives.", cl.say("Bearer " + key, {**cl.GREETING, "note": "\u00fc"}))


def add_odd_snatchbot(corpus):
    def bad(causes, how, sent, **settings):
        sb.bad(corpus, causes, how, sent, settings)

    app, secret = sb.APP, sb.SECRET
    capitals = request("POST", f"/channels/api/api/id{sb.BOT}/APP{app}/APS{secret}?user_id=u-42", [JSON], sb.HELLO)
    bad(("text.prefix", "credential.missing"), "The letters before the values in capitals.", capitals)
    dashes = request("POST", f"/channels/api/api/id{sb.BOT}/app-{app}/aps-{secret}?user_id=u-42", [JSON], sb.HELLO)
    bad(("text.prefix", "text.other"), "A hyphen between the letters and the values.", dashes)
    equals = request("POST", f"/channels/api/api/id{sb.BOT}/app={app}/aps={secret}?user_id=u-42", [JSON], sb.HELLO)
    bad(("text.prefix", "text.other"), "An equals sign between the letters and the values.", equals)
    bad("text.case", "App ID and App secret both in upper case.", sb.to_bot(app.upper(), secret.upper()))
    bad(("text.white-space", "text.case"), "The App secret in lower case with a line feed.", sb.to_bot(app, secret.lower() + "%0A"))
    bad(("text.swapped", "text.other"), "The bot id stands where the App ID belongs.", sb.to_bot(sb.BOT, secret))
    bad("text.base64", "Base64 of the App secret.", sb.to_bot(app, quote(base64.b64encode(secret.encode()).decode(), safe="")))
    bad("text.zero-width", "A soft hyphen in the App secret.", sb.to_bot(app, quote(secret[:9] + "\u00ad" + secret[9:])))
    bad("text.truncated", "The setting of the channel lacks the last two characters.", sb.to_bot(app, secret), appSecret=secret[:-2])
    slash = request("POST", f"/channels/api/api/id{sb.BOT}/app{app}/aps{secret}/?user_id=u-42", [JSON], sb.HELLO)
    corpus.unchecked("not-credential.path", "A slash at the end of the path.", slash, settings=sb.CHANNEL)
    corpus.valid("App ID with a letter beyond ASCII.", sb.to_bot(quote("b\u00f6t"), secret), settings={**sb.CHANNEL, "appId": "b\u00f6t"})


def add_odd_channeltalk(corpus):
    token, key, secret = ct.TOKEN, ct.KEY, ct.SECRET

    def event(causes, how, query, **settings):
        corpus.broken(causes, how, ct.event(query), "app", settings)

    event(("text.spot", "credential.missing"), "The equals sign is percent-encoded, so it is a part of the name.", f"?token%3D{token}")
    event(("text.other", "text.spot"), "The token stands twice, and the first one is an old one.", f"?token=invented-old-one&token={token}")
    event(("text.spot", "credential.missing"), "A second question mark before the token.", f"?shop=1?token={token}")
    event("text.spot", "The ampersand before the token is HTML-escaped, so the name begins with amp;.", f"?shop=1&amp;token={token}")
    event("text.other", "A placeholder.", "?token=YOUR_TOKEN")
    event(("text.prefix", "text.scheme"), "The word Bearer before it.", f"?token=Bearer%20{token}")
    event("text.base64", "Base64 of the token.", "?token=" + quote(base64.b64encode(token.encode()).decode(), safe=""))
    event(("text.white-space", "text.quoted"), "Quotes around it and a space behind them.", f"?token=%22{token}%22%20")
    event("text.charset", "UTF-8 that was read as Latin-1.", "?token=" + quote("NOT-A-REAL-T\u00d6KEN-44".encode().decode("latin-1")), token="NOT-A-REAL-T\u00d6KEN-44")
    bad = corpus.broken
    bad("text.case", "Both keys in upper case.", ct.keys(key.upper(), secret.upper()))
    bad(("credential.missing", "text.spot"), "The two keys joined in x-access-key.", ct.call(("x-access-key", f"{key}:{secret}")))
    bad("text.base64", "Base64 of the access secret.", ct.keys(key, base64.b64encode(secret.encode()).decode()))
    bad("text.spot", "Both keys as cookies.", ct.call(("Cookie", f"x-access-key={key}; x-access-secret={secret}")))
    bad("text.spot", "The names of the headers with underscores.", ct.call(("x_access_key", key), ("x_access_secret", secret)))
    bad(("text.swapped", "text.other"), "The token of the webhook in place of the access secret.", ct.keys(key, token))
    corpus.valid("Two access keys, the first one right.", ct.call(("x-access-key", key), ("x-access-key", "invented"), ("x-access-secret", secret)))
    corpus.valid("The name of the parameter percent-encoded.", ct.event(f"?%74oken={token}"), "app")
