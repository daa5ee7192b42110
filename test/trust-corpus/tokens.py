"""Signed tokens, made with Python's own hmac and with openssl."""

import base64
import hashlib
import hmac
import json
import os
import shutil
import subprocess
import tempfile


def b64url(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def text_of(value):
    """A part before it is encoded: a text as it stands, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def signing_input(header, payload):
    return f"{b64url(text_of(header).encode())}.{b64url(text_of(payload).encode())}"


HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


def mac(key, text, alg="HS256"):
    raw = key.encode() if isinstance(key, str) else key
    return hmac.new(raw, text.encode(), HASHES[alg]).digest()


def hs(payload, key, alg="HS256", header=None):
    """A token signed with HMAC; `key` is a text or the very bytes."""
    head = header if header is not None else {"alg": alg, "typ": "JWT"}
    text = signing_input(head, payload)
    return f"{text}.{b64url(mac(key, text, alg))}"


class KeyPair:
    """An RSA pair made by openssl. Its private half never leaves this object, so none lies in a file of the project."""

    def __init__(self):
        self._folder = tempfile.mkdtemp()
        self._private = os.path.join(self._folder, "private.pem")
        self._run("genpkey", "-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", self._private)
        self.public = self._run("pkey", "-in", self._private, "-pubout").decode()
        self.public_pkcs1 = self._run("rsa", "-in", self._private, "-RSAPublicKey_out").decode()
        self.public_der = self._run("pkey", "-in", self._private, "-pubout", "-outform", "DER")

    def _run(self, *arguments, stdin=b""):
        return subprocess.run(["openssl", *arguments], input=stdin, capture_output=True, check=True).stdout

    def rs(self, payload, alg="RS256", header=None):
        digest = {"RS256": "-sha256", "RS384": "-sha384", "RS512": "-sha512"}[alg]
        text = signing_input(header if header is not None else {"alg": alg, "typ": "JWT"}, payload)
        signature = self._run("dgst", digest, "-sign", self._private, "-binary", stdin=text.encode())
        return f"{text}.{b64url(signature)}"

    def forget(self):
        shutil.rmtree(self._folder)
