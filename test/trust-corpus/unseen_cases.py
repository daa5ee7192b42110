"""
A third batch, written when the autopsy was finished and run once before anything was changed for it: slips of the hand, mostly, of which
many leave no trace but a text that is another one.
"""

import channeltalk as ct
import chatlayer as cl
import snatchbot as sb
from entries import SECONDS, on_the_wire
from kore_channel import APP, BOT, SECRET, V1, bearer, claims, good, post, v2
from tokens import b64url, hs, mac, signing_input


def add_unseen_kore(corpus):
    token = good()
    half = len(token) // 2
    bad = corpus.broken
    bad("jwt.signature.unknown", "One letter of the secret was mistyped.", bearer(hs(claims(), SECRET.replace("v", "w"))))
    bad("jwt.signature.unknown", "Two letters of the secret changed places.", bearer(hs(claims(), SECRET.replace("nv", "vn"))))
    bad(("jwt.signature.unknown", "jwt.secret.prefix"), "The secret was pasted twice.", bearer(hs(claims(), SECRET * 2)))
    bad("jwt.form.zero-width", "A soft hyphen in the token.", post(on_the_wire(f"bearer {token[:half]}\u00ad{token[half:]}")))
    bad(("jwt.form.extra", "jwt.form.white-space"), "A remark behind the token.", post(f"bearer {token} # production"))
    bad(("jwt.header.query", "credential.empty"), "bearer without a token, and the token in the query.", post("bearer", target=f"{V1}?token={token}"))
    bad(("jwt.app.missing", "jwt.app.misspelt"), "The claim is named appId with a Cyrillic a.", bearer(good(appId=None, **{"\u0430ppId": APP})))
    bad("jwt.app.misspelt", "The claim is named APPID.", bearer(good(appId=None, APPID=APP)))
    bad("jwt.exp.past", "exp is half a second ago.", bearer(good(exp=SECONDS - 0.5)))
    bad("jwt.exp.type", "exp is a list.", bearer(good(exp=[SECONDS + 300])))
    bad("jwt.alg.other", "RS256 in the header, and a MAC with the client secret behind the last dot.", bearer(hs(claims(), SECRET, header={"alg": "RS256", "typ": "JWT"})))
    bad("jwt.secret.white-space", "The setting of the channel ends in a no-break space.", bearer(good()), settings={"clientSecret": SECRET + "\u00a0"})
    bad(("jwt.secret.charset", "jwt.signature.unknown"), "The umlaut of the secret is composed in another way (NFD).", bearer(hs(claims(), "NOT-A-REAL-SECRET-u\u0308-46")), settings={"clientSecret": "NOT-A-REAL-SECRET-\u00fc-46"})
    bad("jwt.secret.quoted", "HS512, the secret in back quotes.", bearer(hs(claims(), f"`{SECRET}`", "HS512")), settings={"algorithm": "HS512"})
    bad("jwt.user-identity", "userIdentity is the mail address of the user.", v2(good(userIdentity="robin@example.com")))
    text = signing_input({"alg": "HS256", "typ": "JWT"}, claims())
    bad(("jwt.form.truncated", "jwt.signature.unknown"), "A program cuts the MAC to 16 bytes.", bearer(f"{text}.{b64url(mac(SECRET, text)[:16])}"))
    bad("jwt.app.bot-id", "appId is the bot id, and the secret is another one.", bearer(hs(claims(appId=BOT), "an-invented-unknown-one")))
    corpus.valid("exp in microseconds.", bearer(good(exp=SECONDS * 1_000_000)))
    corpus.valid("A claim that is named like a misspelt appId, beside the right one.", bearer(good(appid="invented")))


def add_unseen_chatlayer(corpus):
    def verify(causes, how, token, **settings):
        corpus.broken(causes, how, cl.verified(token), "app", settings)

    token = cl.VERIFY
    verify("text.other", "One letter was mistyped.", token.replace("v", "w", 1))
    verify("text.other", "Two letters changed places.", token.replace("re", "er", 1))
    verify(("text.other", "text.look-alike"), "Underscores in place of hyphens.", token.replace("-", "_"))
    verify("text.other", "Pasted twice.", token * 2)
    verify(("text.quoted", "text.other"), "In angle brackets, as a template of the documentation has it.", f"<{token}>")
    verify(("text.other", "text.prefix"), "A comma behind it.", token + ",")
    verify("text.zero-width", "A space without width in the setting.", token, verifyToken=token[:5] + "\u200b" + token[5:])
    verify("text.white-space", "Each hyphen has a space behind it.", token.replace("-", "- "))
    corpus.broken(("text.quoted", "text.scheme"), "Bearer, a colon and quotes.", cl.say(f'Bearer: "{cl.TOKEN}"'))
    corpus.broken("text.case", "Bearer and the access token, all in small letters.", cl.say(f"bearer {cl.TOKEN.lower()}"))
    corpus.valid("A verify token of one character.", cl.verified("x"), "app", {"verifyToken": "x"})


def add_unseen_snatchbot(corpus):
    def bad(causes, how, app, secret):
        sb.bad(corpus, causes, how, sb.to_bot(app, secret))

    bad("text.other", "One letter of the App secret was mistyped.", sb.APP, sb.SECRET.replace("f", "g"))
    bad(("text.zero-width", "text.white-space"), "A zero byte at the end of the App secret.", sb.APP, sb.SECRET + "%00")
    bad("text.quoted", "The App ID in quotes.", f"%22{sb.APP}%22", sb.SECRET)
    bad(("credential.empty", "credential.missing"), "Nothing behind app and aps.", "", "")


def add_unseen_channeltalk(corpus):
    key, secret = ct.KEY, ct.SECRET
    bad = corpus.broken
    bad("text.other", "One digit of the token was mistyped.", ct.event(f"?token={ct.TOKEN[:-1]}7"), "app")
    bad("text.other", "The token was pasted twice.", ct.event(f"?token={ct.TOKEN * 2}"), "app")
    bad(("text.prefix", "text.scheme"), "The word Bearer in x-access-secret.", ct.keys(key, f"Bearer {secret}"))
    bad(("text.other", "text.spot"), "Two access secrets, the first one an old one.", ct.call(("x-access-key", key), ("x-access-secret", "invented-old-one"), ("x-access-secret", secret)))
    bad("text.html-escaped", "HTML-escaped with a number.", ct.event("?token=NOT-A-REAL%26%2338%3Btoken-47"), "app", {"token": "NOT-A-REAL&token-47"})
    bad("text.white-space", "A space in the middle of the access secret.", ct.keys(key, secret.replace("-invented", "- invented")))
    corpus.valid("A hash in the token, percent-encoded.", ct.event("?token=NOT-A-REAL%23token-48"), "app", {"token": "NOT-A-REAL#token-48"})
