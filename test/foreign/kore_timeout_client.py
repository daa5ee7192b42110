"""A Kore.ai client whose bot does not answer in time: 504. Written from the protocol sheet alone.

Settings: url, botId, clientId, clientSecret, algorithm.
"""

import re

from kore_jwt import Credential
from witness import ask_json, finish, holds, settings

known = settings()
credential = Credential(known)
sender = {"id": "foreign-late"}
words = "The request has been timed-out"

v2 = f"{known['url']}/chatbot/v2/webhook/{known['botId']}"
late = {"session": {"new": True}, "message": {"type": "text", "val": "hi"}, "from": sender}
answer = ask_json("POST", v2, late, credential.header())
document = answer.json or {}
holds("V2: a bot that is too late is 504", answer.status == 504, answer)
holds("V2: in the envelope of errors", document.get("errors") == [{"msg": words, "code": 504}], answer)
trace = str(document.get("_t"))
holds("V2: with _v and a trace id", document.get("_v") == "v2" and re.fullmatch(r"RTM-TRACE-[0-9A-Z]{9}", trace), answer)

v1 = f"{known['url']}/chatbot/hooks/{known['botId']}"
late = {"session": {"new": True}, "message": {"text": "hi"}, "from": sender, "to": {"id": known["botId"]}}
answer = ask_json("POST", v1, late, credential.header())
holds("V1: a bot that is too late is 504", answer.status == 504, answer)
holds("V1: the envelope without _v and _t", answer.json == {"errors": [{"msg": words, "code": 504}]}, answer)
finish()
