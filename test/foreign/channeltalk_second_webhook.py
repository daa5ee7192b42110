"""A second webhook of the same channel, made through the Open API, with its own receiver. Written from the protocol sheet alone.

It prints where it listens first, and `ready` when its webhook is there. Settings: url, accessKey, accessSecret.
"""

from receiver import Receiver, empty
from witness import ask, ask_json, finish, holds, settings, tell

receiver = Receiver(lambda arrived: empty(200))
known = settings()
base = f"{known['url']}/open/v5/webhooks"
keys = {"x-access-key": known["accessKey"], "x-access-secret": known["accessSecret"]}
wanted = {"name": "Second", "url": f"{receiver.url}/second?mine=2", "scopes": ["message.created.userChat"], "apiVersion": "v5"}
answer = ask_json("POST", base, wanted, keys)
webhook = (answer.json or {}).get("webhook", {})
holds("a second webhook is made", 200 <= answer.status < 300 and bool(webhook.get("token")), answer)
tell(ready=True)

arrived = receiver.next()
holds("it is told of a message too", arrived is not None, "nothing within 20 s")
holds("its path and the query of its own are kept", arrived.path == "/second" and arrived.query.get("mine") == "2", arrived.target)
holds("the token is its own, appended to the query", arrived.query.get("token") == webhook["token"], arrived.target)
document = arrived.json or {}
holds("it gets what its scopes name, and no opened chat", document.get("type") == "message", document)
answer = ask("DELETE", f"{base}/{webhook['id']}", keys)
holds("it is removed", 200 <= answer.status < 300, answer)
tell(removed=True)
more = receiver.next(1.5)
holds("then it is told of nothing more", more is None, more)
finish()
