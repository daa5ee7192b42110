"""What every foreign program shares: settings in, one JSON line per check out, and HTTP over loopback.

A program reads its settings as one line of JSON from standard input. A client stops at the first deviation with exit code 1.
"""

import http.client
import json
import sys
import threading
from urllib.parse import urlsplit

_printing = threading.Lock()
_count = {"checks": 0, "deviations": 0}


def tell(**line):
    """Prints one line of JSON."""
    with _printing:
        print(json.dumps(line), flush=True)


def settings():
    """The settings that the caller gives: one line of JSON on standard input."""
    return json.loads(sys.stdin.readline())


def note(claim, is_so, came="", sheet=""):
    """Tells whether a claim of the sheet holds, and goes on either way."""
    _count["checks"] += 1
    if is_so:
        tell(check=claim, ok=True)
        return True
    _count["deviations"] += 1
    shown = json.dumps(came) if isinstance(came, (dict, list, bool, type(None))) else str(came)
    wanted = f" The sheet says: {sheet}" if sheet else ""
    tell(check=claim, ok=False, why=f"“{claim}” does not hold: {shown[:1500]} came.{wanted}")
    return False


def holds(claim, is_so, came="", sheet=""):
    """As `note`, but a deviation ends the program with exit code 1."""
    if not note(claim, is_so, came, sheet):
        sys.stdout.flush()
        sys.exit(1)


def finish():
    """The last line: how many checks there were. The exit code says whether each of them held."""
    tell(done=_count["checks"])
    sys.exit(1 if _count["deviations"] else 0)


class Answer:
    """An HTTP answer: header names are compared without case."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def json(self):
        """The body as JSON; None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def __str__(self):
        return f"{self.status} {self.text[:1200]!r}"


def ask(method, url, headers=None, body=None, limit=30):
    """One request on a connection of its own, with nothing added but Host, Accept-Encoding and the length."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=limit)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = body.encode() if isinstance(body, str) else body
    try:
        connection.request(method, target, body=sent, headers=headers or {})
        response = connection.getresponse()
        return Answer(response.status, response.getheaders(), response.read())
    finally:
        connection.close()


def ask_json(method, url, document, headers=None, limit=30):
    """One request with a JSON body."""
    return ask(method, url, {"Content-Type": "application/json", **(headers or {})}, json.dumps(document), limit)


def multipart(fields, files):
    """A multipart/form-data body (RFC 7578): fields by name, files as (field, file name, media type, bytes)."""
    boundary = "----foreign-boundary-7f3a"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for field, file_name, media_type, content in files:
        head = f'Content-Disposition: form-data; name="{field}"; filename="{file_name}"\r\nContent-Type: {media_type}'
        parts.append(f"--{boundary}\r\n{head}\r\n\r\n".encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={boundary}", b"".join(parts) + f"--{boundary}--\r\n".encode()
