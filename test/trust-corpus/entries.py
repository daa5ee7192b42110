"""What an entry of the corpus is made of. A label says how the credential was broken, never what any program said about it."""

import base64
import json

# 2026-01-01T00:00:00Z
NOW = 1_767_225_600_000
SECONDS = NOW // 1000

JSON = ("Content-Type", "application/json")


def request(method, target, headers=(), body=""):
    """A raw request. `body` is a text, or bytes that are kept as base64."""
    kept = body if isinstance(body, str) else {"base64": base64.b64encode(body).decode()}
    return {"method": method, "target": target, "headers": [list(line) for line in headers], "body": kept}


def compact(value):
    """JSON as most programs write it."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def on_the_wire(text):
    """How a header value with characters beyond ASCII arrives: its UTF-8 bytes, each read as one character (RFC 9110 section 5.5)."""
    return text.encode().decode("latin-1")


class Corpus:
    """Collects the entries of one platform and gives each an id."""

    def __init__(self, platform):
        self.platform = platform
        self.entries = []
        self._count = {}

    def _add(self, code, how, sent, end, state, causes, settings, others, before, now):
        name = code.replace(".", "-")
        self._count[name] = self._count.get(name, 0) + 1
        entry = {
            "id": f"{self.platform}-{name}-{self._count[name]}",
            "platform": self.platform,
            "end": end,
            "how": how,
            "expect": {"state": state, "causes": causes},
            "now": now,
            "settings": settings or {},
            "request": sent,
        }
        if others:
            entry["others"] = others
        if before:
            entry["before"] = before
        self.entries.append(entry)

    def broken(self, causes, how, sent, end="platform", settings=None, others=None, before=None, now=NOW, state="refused"):
        """`causes`: the code, or the code and one that is honestly equivalent."""
        listed = [causes] if isinstance(causes, str) else list(causes)
        self._add(listed[0], how, sent, end, state, listed, settings, others, before, now)

    def unchecked(self, causes, how, sent, end="platform", settings=None, others=None):
        """Nothing was compared: the cause can only be named as possible."""
        self.broken(causes, how, sent, end, settings, others, state="unknown")

    def valid(self, how, sent, end="platform", settings=None, others=None, before=None, now=NOW):
        self._add("valid", how, sent, end, "accepted", [], settings, others, before, now)


def other_channel(platform, name, settings):
    """Another channel of the same bench: settings over those of its demo channel."""
    return {"platform": platform, "name": name, "settings": settings}
