"""Leg B as a customer's app reads it: one POST per bot message, known by the verifyToken in its body. From the sheet alone."""

import re

from receiver import Receiver, empty
from witness import holds


class LegB:
    """The webhook of the app. `failures` answers of 500 come before each message is taken."""

    def __init__(self, failures=0):
        self.failures = failures
        self._refused = {}
        self._receiver = Receiver(self._answer)

    def configure(self, known, user):
        self.known = known
        self.user = user
        self.counter = 0

    def _answer(self, arrived):
        times = self._refused.get(arrived.body, 0)
        if times < self.failures:
            self._refused[arrived.body] = times + 1
            return empty(500)
        return 200, [("Content-Type", "text/plain")], b"OK"

    def raw(self, seconds=20):
        return self._receiver.next(seconds)

    def message(self):
        """The next bot message: its envelope is checked, and what is inside returned. Where it was refused, it came again, unchanged."""
        arrived = self.raw()
        holds("a bot message comes", arrived is not None, "none within 20 s")
        for _ in range(self.failures):
            again = self.raw()
            holds("a message that was answered 500 comes again", again is not None, f"nothing after {arrived}")
            holds("it comes unchanged, before any other", again.body == arrived.body, again)
        return self.opened(arrived)

    def opened(self, arrived):
        document = arrived.json
        holds("it is a POST of a JSON object", arrived.method == "POST" and isinstance(document, dict), arrived)
        holds("its Content-Type is application/json", arrived.media_type == "application/json", arrived.headers)
        holds("its verifyToken is the channel’s", document.get("verifyToken") == self.known["verifyToken"], document)
        holds("it has a message", isinstance(document.get("message"), dict), document)
        envelope = self.known.get("envelope", "E1")
        if envelope in ("E1", "merged"):
            holds("E1: senderId is the id of leg A", document.get("senderId") == self.user, document)
            holds("E1: messageCounter is an integer", type(document.get("messageCounter")) is int, document)
            holds("E1: it begins at 1 and counts up by one", document["messageCounter"] == self.counter + 1, document)
            self.counter = document["messageCounter"]
        if envelope in ("E2", "merged"):
            holds("E2: recipient.id is the id of leg A", document.get("recipient", {}).get("id") == self.user, document)
        if envelope == "E1":
            holds("E1: there is no recipient", "recipient" not in document, document)
        if envelope == "E2":
            holds("E2: there is neither senderId nor messageCounter", not {"senderId", "messageCounter"} & set(document), document)
        return document["message"]

    def nothing_more(self):
        more = self.raw(0.6)
        holds("no message comes that the turn does not have", more is None, more)


def opaque(payload):
    return isinstance(payload, str) and re.fullmatch(r"[0-9a-f]{40}", payload)


def check_quick_replies(message):
    replies = message.get("quick_replies", [])
    holds("quick replies stand beside the text", bool(replies) and isinstance(message.get("text"), str), message)
    holds(
        "a quick reply has content_type text, a title and a payload",
        all(each.get("content_type") == "text" and each.get("title") and each.get("payload") for each in replies),
        replies,
    )
    return replies


def check_buttons(buttons):
    for each in buttons:
        kind = each.get("type")
        holds("a button has a known type and a title", kind in ("postback", "web_url", "phone_number", "element_share") and each.get("title"), each)
        place = "url" if kind == "web_url" else "payload"
        holds(f"a button of the type {kind} has its {place}", kind == "element_share" or bool(each.get(place)), each)


def template_of(message, kind):
    """The payload of a template message of this kind."""
    attachment = message.get("attachment", {})
    payload = attachment.get("payload", {})
    is_so = attachment.get("type") == "template" and payload.get("template_type") == kind
    holds(f"it is a template of the type {kind}", is_so, message)
    return payload


def check_rich(say, leg_b):
    """Says what the demo bot answers with each kind of message, and checks them as section 5 draws them."""
    say("cards")
    holds("text is an object with text", isinstance(leg_b.message().get("text"), str))
    elements = template_of(leg_b.message(), "generic").get("elements", [])
    holds("a carousel has elements with titles", bool(elements) and all(each.get("title") for each in elements), elements)
    holds("an element has at most 3 buttons", all(1 <= len(each.get("buttons", [])) <= 3 for each in elements), elements)
    for each in elements:
        check_buttons(each["buttons"])
    say("branches")
    listed = template_of(leg_b.message(), "list")
    holds("a list has 2 to 4 elements", 2 <= len(listed.get("elements", [])) <= 4, listed)
    holds("an element of a list has at most 1 button", all(len(each.get("buttons", [])) <= 1 for each in listed["elements"]), listed)
    check_buttons(listed.get("buttons", []))
    say("contact")
    contact = template_of(leg_b.message(), "button")
    kinds = [each.get("type") for each in contact.get("buttons", [])]
    holds("buttons may open a link or a phone number", kinds == ["phone_number", "web_url", "postback"], contact)
    check_buttons(contact["buttons"])
    say("picture")
    shown = leg_b.message()
    if "text" in shown:  # an attachment has no title: the words come before it
        shown = leg_b.message()
    attachment = shown.get("attachment", {})
    holds("an image is an attachment with a url", attachment.get("type") == "image" and attachment.get("payload", {}).get("url"), attachment)
    return elements[0]["buttons"][0]
