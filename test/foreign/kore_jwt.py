"""The token of a Kore.ai client: a JWT of its own, signed with the client secret as the text that it is (RFC 7515, 7518 §3.2)."""

import base64
import hashlib
import hmac
import json
import time

_hashes = {"HS256": hashlib.sha256, "HS512": hashlib.sha512}


def _part(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def jwt(claims, secret, algorithm="HS256"):
    """A signed token; with the algorithm `none` it has an empty signature."""
    head = _part(json.dumps({"alg": algorithm, "typ": "JWT"}).encode())
    signed = f"{head}.{_part(json.dumps(claims).encode())}"
    if algorithm == "none":
        return f"{signed}."
    return f"{signed}.{_part(hmac.new(secret.encode(), signed.encode(), _hashes[algorithm]).digest())}"


class Credential:
    """Makes the Authorization header of one app."""

    def __init__(self, known):
        self.client_id = known["clientId"]
        self.secret = known["clientSecret"]
        self.algorithm = known.get("algorithm", "HS256")

    def token(self, **claims):
        return jwt({"appId": self.client_id, "sub": "8812", **claims}, self.secret, self.algorithm)

    def header(self, scheme="bearer", **claims):
        return {"Authorization": f"{scheme} {self.token(**claims)}"}

    def refused(self):
        """Tokens that must be refused: what is wrong with each, and the header."""
        now = int(time.time())
        other = "HS512" if self.algorithm == "HS256" else "HS256"
        whole = {"appId": self.client_id, "sub": "8812"}

        def bearer(token):
            return {"Authorization": f"bearer {token}"}

        return [
            ("no Authorization header", {}),
            ("a token that is no JWT", bearer("abc")),
            ("another secret", bearer(jwt(whole, self.secret + "x", self.algorithm))),
            ("another algorithm than the app's", bearer(jwt(whole, self.secret, other))),
            ("the algorithm none", bearer(jwt(whole, self.secret, "none"))),
            ("an unknown client id", bearer(jwt({**whole, "appId": "cs-unknown"}, self.secret, self.algorithm))),
            ("appid in lower case", bearer(jwt({"appid": self.client_id, "sub": "1"}, self.secret, self.algorithm))),
            ("an exp that has passed", bearer(jwt({**whole, "exp": now - 3600}, self.secret, self.algorithm))),
        ]
