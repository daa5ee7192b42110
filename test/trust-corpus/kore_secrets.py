"""Tokens of Kore.ai that are signed with something else than the secret of the channel."""

import base64
import re
import urllib.parse

from entries import compact, other_channel
from kore_channel import ACCESS_TOKEN, APP, BOT, SECRET, V2, GREETING_V2, bearer, claims, good, v2
from tokens import b64url, hs, mac, signing_input

OTHER_APP = "cs-5b1a0c9d-2e3f-5a4b-9c8d-7e6f5a4b3c2d"
OTHER_SECRET = "NOT-A-REAL-SECRET-of-the-other-invented-channel-11="


def add_secrets(corpus, pair, other_pair):
    for add in (add_foreign, add_line_breaks, add_surroundings, add_decoded, add_charsets, add_signatures, add_encoded, add_damaged, add_rewritten):
        add(corpus)
    add_pairs(corpus, pair, other_pair)


def add_foreign(corpus):
    other = other_channel("kore", "Kore.ai staging", {"botId": "st-00000000-1111-5222-8333-444444444444", "clientId": OTHER_APP, "clientSecret": OTHER_SECRET})
    third = other_channel("chatlayer", "Chatlayer demo", {})
    corpus.broken("jwt.secret.other-channel", "Signed with the client secret of another channel of the bench.", bearer(hs(claims(), OTHER_SECRET)), others=[other])
    corpus.broken("jwt.secret.other-channel", "Signed with the client secret of another channel, which is not the first one of the bench; on V2.", v2(hs(claims(), OTHER_SECRET)), others=[third, other])
    corpus.broken("jwt.secret.other-channel", "HS512 on both channels, the secret of the other one.", bearer(hs(claims(), OTHER_SECRET, "HS512")), settings={"algorithm": "HS512"}, others=[{**other, "settings": {**other["settings"], "algorithm": "HS512"}}])
    corpus.broken(("jwt.app.other", "jwt.secret.other-channel"), "The whole token, app and secret, is of another channel.", bearer(hs(claims(appId=OTHER_APP), OTHER_SECRET)), others=[other])
    corpus.broken("jwt.secret.client-id", "Signed with the client id instead of the client secret.", bearer(hs(claims(), APP)))
    corpus.broken("jwt.secret.client-id", "HS512, signed with the client id.", bearer(hs(claims(), APP, "HS512")), settings={"algorithm": "HS512"})
    corpus.broken("jwt.secret.other-setting", "Signed with the bot id, which stands beside client id and secret in the console.", bearer(hs(claims(), BOT)))
    corpus.broken("jwt.secret.other-setting", "Signed with the Access Token of the same channel.", bearer(hs(claims(), ACCESS_TOKEN)))
    corpus.broken("jwt.secret.empty", "The variable of the secret was not set: signed with an empty one.", bearer(hs(claims(), "")))
    corpus.broken("jwt.secret.empty", "An empty secret on V2.", v2(hs(claims(), "")))
    corpus.broken("jwt.signature.unknown", "Signed with a secret that nobody here has.", bearer(hs(claims(), "another-invented-secret-of-nobody")))
    for word in ("your-256-bit-secret", "secret", "changeme"):
        corpus.broken(("jwt.secret.sample", "jwt.signature.unknown"), f"Signed with a placeholder of sample programs: {word}.", bearer(hs(claims(), word)))
    corpus.broken("jwt.signature.unknown", "HS512, signed with a secret that nobody here has.", bearer(hs(claims(), "an-invented-secret-that-is-unknown", "HS512")), settings={"algorithm": "HS512"})
    corpus.broken("jwt.signature.unknown", "A wrong secret, and expired too: the signature is judged first.", bearer(hs(claims(exp=1_577_836_800), "another-invented-secret-of-nobody")))
    token = good()
    flipped = token[:-4] + ("A" if token[-4] != "A" else "B") + token[-3:]
    corpus.broken("jwt.signature.unknown", "One character of the signature was mistyped.", bearer(flipped))
    head, _, signature = good().split(".")
    changed = signing_input({"alg": "HS256", "typ": "JWT"}, claims(sub="someone-else")).split(".")[1]
    corpus.broken(("jwt.signature.unknown", "jwt.payload.re-encoded"), "sub was changed after the token was signed.", bearer(f"{head}.{changed}.{signature}"))


def add_line_breaks(corpus):
    for how, key in (("a line feed", SECRET + "\n"), ("carriage return and line feed", SECRET + "\r\n"), ("two line feeds", SECRET + "\n\n")):
        corpus.broken("jwt.secret.trailing-newline", f"The program read the secret from a file with {how} at its end.", bearer(hs(claims(), key)))
    corpus.broken("jwt.secret.trailing-newline", "The same with HS512 on V2.", v2(hs(claims(), SECRET + "\n", "HS512")), settings={"algorithm": "HS512"})
    corpus.broken("jwt.secret.trailing-newline", "The setting of the channel was pasted with a line feed; the program has it right.", bearer(good()), settings={"clientSecret": SECRET + "\n"})
    corpus.broken("jwt.secret.trailing-newline", "The setting of the channel ends in carriage return and line feed.", bearer(good()), settings={"clientSecret": SECRET + "\r\n"})
    corpus.broken(("jwt.secret.trailing-newline", "jwt.exp.past"), "A line feed in the secret, and expired too: the signature is judged first.", bearer(hs(claims(exp=1_700_000_000), SECRET + "\n")))


def add_surroundings(corpus):
    for how, key in (("a space before it", " " + SECRET), ("a space behind it", SECRET + " "), ("a tab behind it", SECRET + "\t"), ("a no-break space behind it", SECRET + "\u00a0"), ("spaces on both sides", f"  {SECRET} ")):
        corpus.broken("jwt.secret.white-space", f"The program has the secret with {how}.", bearer(hs(claims(), key)))
    corpus.broken("jwt.secret.white-space", "The setting of the channel has a space before the secret.", bearer(good()), settings={"clientSecret": " " + SECRET})
    corpus.broken("jwt.secret.byte-order-mark", "Read from a file that begins with a byte order mark.", bearer(hs(claims(), "\ufeff" + SECRET)))
    corpus.broken("jwt.secret.byte-order-mark", "The setting of the channel begins with a byte order mark.", bearer(good()), settings={"clientSecret": "\ufeff" + SECRET})
    for how, key in (("double quotes", f'"{SECRET}"'), ("single quotes", f"'{SECRET}'")):
        corpus.broken("jwt.secret.quoted", f"A file of variables gave the secret with its {how}.", bearer(hs(claims(), key)))
    corpus.broken("jwt.secret.quoted", "The setting of the channel was pasted with its quotes.", bearer(good()), settings={"clientSecret": f'"{SECRET}"'})


def add_decoded(corpus):
    """Channels whose secret looks like an encoding of something, and programs that decode it."""
    b64 = base64.b64encode(b"NOT-A-REAL-SECRET invented??>>~~~ 21").decode()
    url = b64url(b"NOT-A-REAL-SECRET invented??>>~~~ 22")
    hexed = b"NOT-A-REAL-SECRET-invented-23".hex()
    assert re.search(r"[+/]", b64) and re.search(r"[-_]", url)
    corpus.broken("jwt.secret.base64-decoded", "The program decodes the secret from base64 first.", bearer(hs(claims(), base64.b64decode(b64))), settings={"clientSecret": b64})
    corpus.broken("jwt.secret.base64-decoded", "The same with HS512.", bearer(hs(claims(), base64.b64decode(b64), "HS512")), settings={"clientSecret": b64, "algorithm": "HS512"})
    corpus.broken("jwt.secret.base64url-decoded", "The program decodes the secret from base64url first.", bearer(hs(claims(), base64.urlsafe_b64decode(url + "=" * (-len(url) % 4)))), settings={"clientSecret": url})
    corpus.broken("jwt.secret.base64url-decoded", "The demo secret has a hyphen and ends in =: the program decodes it as padded base64url.", bearer(hs(claims(), base64.urlsafe_b64decode(SECRET))))
    corpus.broken("jwt.secret.hex-decoded", "The program decodes the secret from hex first.", bearer(hs(claims(), bytes.fromhex(hexed))), settings={"clientSecret": hexed})
    corpus.broken("jwt.secret.hex-decoded", "The same with hex in upper case, on V2.", v2(hs(claims(), bytes.fromhex(hexed))), settings={"clientSecret": hexed.upper()})
    percent = "NOT-A-REAL-SECRET%2Binvented%2F24%3D"
    corpus.broken("jwt.secret.url-decoded", "The program URL-decodes the secret.", bearer(hs(claims(), urllib.parse.unquote(percent))), settings={"clientSecret": percent})
    plus = "NOT-A-REAL+SECRET+invented-25"
    corpus.broken("jwt.secret.url-decoded", "The secret went through a form: its plus signs became spaces.", bearer(hs(claims(), plus.replace("+", " "))), settings={"clientSecret": plus})
    for how, encoding in (("little-endian", "utf-16-le"), ("big-endian", "utf-16-be"), ("little-endian with a byte order mark", "utf-16")):
        corpus.broken("jwt.secret.utf-16", f"The program takes the secret as UTF-16, {how}.", bearer(hs(claims(), SECRET.encode(encoding))))


def add_charsets(corpus):
    text = "NOT-A-REAL-SECRET-\u00fcml\u00e4ut-28"
    channel = {"settings": {"clientSecret": text}}
    corpus.broken("jwt.secret.charset", "The program takes the secret as Latin-1.", bearer(hs(claims(), text.encode("latin-1"))), **channel)
    corpus.broken("jwt.secret.charset", "UTF-8 was read as Latin-1 on the way to the program.", bearer(hs(claims(), text.encode().decode("latin-1"))), **channel)


def add_signatures(corpus):
    """The MAC is right, and what stands behind the last dot is it in another form."""
    text = signing_input({"alg": "HS256", "typ": "JWT"}, claims())
    digest = mac(SECRET, text)
    corpus.broken("jwt.signature.encoded", "The signature is hex.", bearer(f"{text}.{digest.hex()}"))
    corpus.broken("jwt.signature.encoded", "The signature is base64url of its hex, as of a function that returns hex.", bearer(f"{text}.{b64url(digest.hex().encode())}"))
    corpus.broken("jwt.signature.encoded", "Signed over the JSON of header and payload, before they were encoded.", bearer(f"{text}.{b64url(mac(SECRET, compact({'alg': 'HS256', 'typ': 'JWT'}) + '.' + compact(claims())))}"))


def add_encoded(corpus):
    raw = SECRET.encode()
    for how, key in (("base64", base64.b64encode(raw)), ("base64url without padding", b64url(raw)), ("hex", raw.hex()), ("percent-encoding", urllib.parse.quote(SECRET, safe=""))):
        corpus.broken("jwt.secret.encoded", f"The program encodes the secret as {how} before it signs.", bearer(hs(claims(), key)))
    for how, key in (("lower case", SECRET.lower()), ("upper case", SECRET.upper())):
        corpus.broken("jwt.secret.case", f"The program turns the secret to {how}.", bearer(hs(claims(), key)))
    hexed = b"NOT-A-REAL-SECRET-invented-29".hex()
    corpus.broken("jwt.secret.case", "The setting of the channel has its hexadecimal digits in capitals; the program has it right.", bearer(hs(claims(), hexed)), settings={"clientSecret": hexed.upper()})


def add_damaged(corpus):
    for how, key in (
        ("Its last = was lost, as in a file that is split at =.", SECRET[:-1]),
        ("Its first character was not copied.", SECRET[1:]),
        ("It was cut to 32 characters.", SECRET[:32]),
        ("The name of the variable was copied with it.", f"CLIENT_SECRET={SECRET}"),
        ("The label of the console was copied with it.", f"Client Secret: {SECRET}"),
    ):
        corpus.broken("jwt.secret.prefix", f"Signed with a secret that is not whole, or more than whole. {how}", bearer(hs(claims(), key)))


def add_rewritten(corpus):
    """The signature is right for the bytes that were signed; something on the way wrote the token anew."""

    def moved(signed, arrived, head='{"alg":"HS256","typ":"JWT"}', new_head=None):
        signature = b64url(mac(SECRET, signing_input(head, signed)))
        return bearer(f"{signing_input(new_head or head, arrived)}.{signature}")

    fields = f'"sub":"1234567890","appId":"{APP}"'
    swapped = f'"appId":"{APP}","sub":"1234567890"'
    spaced = fields.replace('":"', '": "').replace('","', '", "')
    pretty = "{\n  " + fields.replace('":"', '": "').replace('","', '",\n  "') + "\n}"
    corpus.broken("jwt.payload.re-encoded", "Signed with spaces between its fields, as Python writes JSON; a gateway wrote it compact.", moved("{" + spaced + "}", "{" + fields + "}"))
    corpus.broken("jwt.payload.re-encoded", "Signed compact; a gateway wrote it with spaces.", moved("{" + fields + "}", "{" + spaced + "}"))
    corpus.broken("jwt.payload.re-encoded", "Signed with two spaces of indentation; a gateway wrote it compact.", moved(pretty, "{" + fields + "}"))
    corpus.broken("jwt.payload.re-encoded", "A gateway sorted the keys.", moved("{" + fields + "}", "{" + swapped + "}"))
    corpus.broken("jwt.payload.re-encoded", "A letter beyond ASCII was escaped on the way.", moved('{"name":"Zo\u00eb",' + fields + "}", '{"name":"Zo\\u00eb",' + fields + "}"))
    corpus.broken("jwt.payload.re-encoded", "Escaped slashes were unescaped on the way.", moved('{"aud":"https:\\/\\/idproxy.kore.ai\\/authorize",' + fields + "}", '{"aud":"https://idproxy.kore.ai/authorize",' + fields + "}"))
    corpus.broken("jwt.payload.re-encoded", "A line feed was added at the end of the payload.", moved("{" + fields + "}", "{" + fields + "}\n"))
    corpus.broken("jwt.payload.re-encoded", "The two fields of the header changed places.", moved("{" + fields + "}", "{" + fields + "}", '{"typ":"JWT","alg":"HS256"}', '{"alg":"HS256","typ":"JWT"}'))


def add_pairs(corpus, pair, other_pair):
    """RS channels. The private keys were thrown away when this corpus was made."""
    rsa = {"algorithm": "RS256", "publicKey": pair.public}
    unknown = ("jwt.key.wrong", "jwt.signature.unknown")
    corpus.broken(unknown, "The channel has the public key of another pair.", bearer(other_pair.rs(claims())), settings=rsa)
    corpus.broken(unknown, "The same with RS512 on V2.", v2(other_pair.rs(claims(), "RS512")), settings={**rsa, "algorithm": "RS512"})
    other = other_channel("kore", "Kore.ai staging", {"clientId": OTHER_APP, "algorithm": "RS256", "publicKey": other_pair.public})
    corpus.broken(("jwt.secret.other-channel", "jwt.key.wrong"), "Signed with the private key of another channel of the bench.", bearer(other_pair.rs(claims())), settings=rsa, others=[other])
    lines = pair.public.splitlines()
    for how, key in (
        ("was pasted without its last two lines", "\n".join(lines[:-2])),
        ("holds a backslash and an n for each line break", pair.public.replace("\n", "\\n")),
        ("lost its first line", "\n".join(lines[1:])),
        ("is PKCS#1, as openssl rsa writes it", pair.public_pkcs1),
        ("lost a line in its middle", "\n".join([*lines[:3], *lines[4:]])),
        ("has a character that is not base64", pair.public.replace(lines[2], "*" + lines[2][1:])),
    ):
        corpus.broken("jwt.key.damaged", f"The public key of the channel {how}; the token is right.", bearer(pair.rs(claims())), settings={"algorithm": "RS256", "publicKey": key})
    corpus.broken(("text.not-set", "jwt.key.damaged"), "The channel has no public key; the token is right.", bearer(pair.rs(claims())), settings={"algorithm": "RS256", "publicKey": ""})
    corpus.broken(("text.not-set", "jwt.key.damaged"), "The channel has lost its client secret; the token is right.", bearer(good()), settings={"clientSecret": ""})
    for how, key in (("as the file has it", pair.public), ("without its last line feed", pair.public.strip()), ("with carriage returns", pair.public.replace("\n", "\r\n")), ("as DER", pair.public_der)):
        corpus.broken("jwt.alg.confusion", f"HS256 with the public key as its secret, {how}: an attack on verifiers that let the token choose.", bearer(hs(claims(), key)), settings=rsa)
    corpus.valid("RS256 with the pair of the channel.", bearer(pair.rs(claims())), settings=rsa)
    corpus.valid("RS512 with the pair of the channel, on V2.", bearer(pair.rs(claims(), "RS512"), target=V2, body=GREETING_V2), settings={**rsa, "algorithm": "RS512"})
    corpus.valid("The public key was pasted into one line, which loses nothing.", bearer(pair.rs(claims())), settings={"algorithm": "RS256", "publicKey": pair.public.replace("\n", " ").strip()})
    corpus.valid("RS256, and the bench has a channel with another pair.", bearer(pair.rs(claims())), settings=rsa, others=[other])
