"""A server that SnatchBot's WebHook tells of every message. Written from the protocol sheet alone.

It prints where it listens first: that is the WebHook's URL. Settings: encoding (json or form), status: what it answers.
Its reply has words, which must never be shown: no reply of a WebHook is used.
"""

import json
import re
from urllib.parse import parse_qs

from receiver import as_json, serve
from witness import note, tell


def fields_of(arrived, encoding):
    if encoding == "json":
        note("the body is application/json", arrived.media_type == "application/json", arrived.headers)
        return arrived.json or {}
    note("the body is a form", arrived.media_type == "application/x-www-form-urlencoded", arrived.headers)
    return {name: values[0] for name, values in parse_qs(arrived.text, keep_blank_values=True).items()}


def take(arrived, known):
    note("a notification is a POST", arrived.method == "POST", arrived)
    fields = fields_of(arrived, known["encoding"])
    note("it has time, data and ip", {"time", "data", "ip"} <= set(fields), fields)
    when = fields.get("time", "")
    note("time is UTC with milliseconds", re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z'?", when), when)
    data = fields.get("data")
    note("data is a string", isinstance(data, str), fields)
    try:
        words = json.loads(data)
    except (TypeError, ValueError):
        words = None
    note("data is itself JSON: the words in quotes", isinstance(words, str), fields)
    tell(received=words, userId=fields.get("user_id"))
    return as_json({"message": "A reply of a WebHook is never shown"}, known.get("status", 200))


serve(take)
