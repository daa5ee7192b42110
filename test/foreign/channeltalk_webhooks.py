"""The webhooks of a channel through the Open API: made, listed, shown, changed, removed. From the protocol sheet alone."""

from witness import ask, ask_json, holds


def check_webhooks(base, keys):
    """One webhook from its making to its end; others of the channel stay as they are."""
    url = f"{base}/webhooks"
    wanted = {
        "name": "Foreign",
        "url": "https://shop.example/hook?from=channel",
        "scopes": ["message.created.userChat", "userChat.opened"],
        "apiVersion": "v5",
    }
    answer = ask_json("POST", url, wanted, keys)
    webhook = (answer.json or {}).get("webhook", {})
    holds("a webhook is made", 200 <= answer.status < 300, answer)
    holds("it is as it was asked for", {name: webhook.get(name) for name in wanted} == wanted, answer)
    holds("it has an id, a channel, a token and a time", all(webhook.get(each) for each in ("id", "channelId", "token", "createdAt")), webhook)
    holds("it is not blocked", not webhook.get("blocked"), webhook)
    one = f"{url}/{webhook['id']}"

    answer = ask("GET", url, keys)
    listed = (answer.json or {}).get("webhooks", [])
    holds("it is listed", webhook["id"] in [each.get("id") for each in listed], answer)
    answer = ask("GET", f"{url}?limit=1", keys)
    holds("the list has a limit", len((answer.json or {}).get("webhooks", [])) == 1, answer)
    answer = ask("GET", one, keys)
    holds("it can be read", (answer.json or {}).get("webhook", {}).get("id") == webhook["id"], answer)
    answer = ask_json("PATCH", one, {"name": "Renamed", "token": "mine"}, keys)
    changed = (answer.json or {}).get("webhook", {})
    holds("PATCH changes what it names", answer.status == 200 and changed.get("name") == "Renamed", answer)
    holds("and nothing else: the token is read-only", changed.get("token") == webhook["token"] and changed.get("url") == wanted["url"], answer)

    for name, document in [
        ("without a url", {key: value for key, value in wanted.items() if key != "url"}),
        ("without a name", {key: value for key, value in wanted.items() if key != "name"}),
        ("with an unknown scope", {**wanted, "scopes": ["userChat.closed"]}),
    ]:
        answer = ask_json("POST", url, document, keys)
        holds(f"a webhook {name} is refused", 400 <= answer.status < 500, answer)
    answer = ask_json("POST", url, wanted, {})
    holds("without keys no webhook is made", answer.status in (401, 403), answer)

    answer = ask("DELETE", one, keys)
    holds("it can be removed", 200 <= answer.status < 300, answer)
    answer = ask("GET", one, keys)
    holds("then it is gone", answer.status == 404, answer)
