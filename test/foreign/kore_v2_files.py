"""Uploads and side calls of a Kore.ai V2 client: the whole-file upload, the chunked one, history, and the bot's icon."""

from witness import ask, ask_json, holds, multipart


def check_files(known, credential, say):
    """Uploads a file in both ways, sends it with a message, and makes the calls of the web SDK."""
    base = known["url"]
    channel = known.get("webhookInstanceId") or "ivr"
    content = b"a foreign file\n" * 200

    fields = {"fileContext": "workflows", "fileExtension": "txt", "Filename": "note.txt"}
    media_type, body = multipart(fields, [("file", "note.txt", "text/plain", content)])
    answer = ask("POST", f"{base}/api/public/uploadfile", {**credential.header(), "Content-Type": media_type}, body)
    uploaded = answer.json or {}
    holds("a whole file is taken", 200 <= answer.status < 300, answer)
    holds("its answer has fileId and hash", bool(uploaded.get("fileId")) and bool(uploaded.get("hash")), answer)
    answer = ask("POST", f"{base}/api/public/uploadfile", {"Content-Type": media_type}, body)
    holds("without a token the upload is refused with 401", answer.status == 401, answer)

    start = f"{base}/api/attachments/{known['botId']}/{channel}/token"
    answer = ask_json("POST", start, {}, credential.header())
    token = (answer.json or {}).get("fileToken")
    holds("a chunked upload begins with a fileToken", bool(token), answer)
    half = len(content) // 2
    for number, chunk in enumerate([content[:half], content[half:]], 1):
        media_type, body = multipart({"chunkNo": number}, [("chunk", "note.txt", "application/octet-stream", chunk)])
        answer = ask("POST", f"{start}/{token}/chunk", {**credential.header(), "Content-Type": media_type}, body)
        holds(f"chunk {number} is taken", 200 <= answer.status < 300, answer)
    done = {"totalChunks": 2, "filename": "note.txt", "fileExtension": "txt", "fileContext": "workflows"}
    media_type, body = multipart(done, [])
    answer = ask("PUT", f"{start}/{token}/chunk", {**credential.header(), "Content-Type": media_type}, body)
    committed = (answer.json or {}).get("fileId")
    holds("the commit answers with the fileId", bool(committed), answer)

    attachments = [{"fileId": each, "fileType": "attachment", "fileName": "note.txt"} for each in (uploaded["fileId"], committed)]
    said, document = say("text", "hi", message={"type": "text", "val": "hi", "attachments": attachments})
    holds("a text with both files is answered", len(said) >= 1, document)

    answer = ask("GET", f"{base}/api/chathistory/{known['botId']}/{channel}?botId={known['botId']}&limit=10", credential.header())
    holds("the web SDK’s history call is answered with JSON", answer.status == 200 and answer.json is not None, answer)
    answer = ask("GET", f"{base}/api/botmeta/{known['botId']}", credential.header())
    holds("the bot’s meta call is answered with its icon", answer.status == 200 and "icon" in (answer.json or {}), answer)

    find = f"{base}/api/v1.1/rest/bot/{known['botId']}/findIntent?fetchConfiguredTasks=false"
    for said in ("balance", "qwertzuiop"):
        answer = ask_json("POST", find, {"input": said, "streamName": "Foreign"}, {"auth": credential.token()})
        response = (answer.json or {}).get("response", {})
        holds("the intent call is answered with a response", answer.status == 200 and isinstance(response, dict), answer)
        if response.get("result") != "failintent":
            winning = response.get("finalResolver", {}).get("winningIntent", [{}])[0]
            holds("a winning intent has its name", bool(winning.get("intent")), answer)
    holds("words without an intent are a failintent", response.get("result") == "failintent", answer)
    answer = ask_json("POST", find, {"input": "balance"}, {"auth": "no token"})
    holds("the intent call without a token is refused", 400 <= answer.status < 500, answer)

    notify = f"{base}/api/public/bot/{known['botId']}/notifyV2"
    document = {"channel": "ivr", "userIdentityType": "resolve", "message": {"type": "text", "value": "hi"}, "identities": [{"email": "a@b.example"}]}
    answer = ask_json("POST", notify, document, {"auth": credential.token()})
    holds("a proactive message needs async mode", 400 <= answer.status < 500, answer)
