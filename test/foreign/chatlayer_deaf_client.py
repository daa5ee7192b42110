"""A customer's app on Chatlayer whose webhook always answers 500: after 3 retries a message is given up. From the sheet alone.

It prints where it listens first. Settings: url, channelId, accessToken, verifyToken.
"""

from receiver import Receiver, empty
from witness import ask_json, finish, holds, settings

webhook = Receiver(lambda arrived: empty(500))
known = settings()
url = f"{known['url']}/v1/channels/webhook/{known['channelId']}/messages"
bearer = {"Authorization": f"Bearer {known['accessToken']}"}
document = {"conversationId": "foreign-deaf", "message": {"textMessage": {"text": "hi"}}}
answer = ask_json("POST", url, document, bearer)
holds("leg A is answered with 200, whatever becomes of leg B", answer.status == 200, answer)
first = webhook.next()
holds("the bot message comes", first is not None, "none within 20 s")
for number in (1, 2, 3):
    again = webhook.next()
    holds(f"retry {number} comes", again is not None, "none within 20 s")
    holds(f"retry {number} is the same message", again.body == first.body, again)
more = webhook.next(1)
holds("there is no fourth retry", more is None, more)
finish()
