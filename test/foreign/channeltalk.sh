#!/usr/bin/env bash
# Channel Talk's Open API with curl. Written from the protocol sheet.
# URL, ACCESS_KEY, ACCESS_SECRET, CHAT_ID.
source "$(dirname "$0")/witness.sh"
keys=(--header "x-access-key: $ACCESS_KEY" --header "x-access-secret: $ACCESS_SECRET")
messages="$URL/open/v5/user-chats/$CHAT_ID/messages?botName=Curl"

ask_json POST "$messages" '{"blocks":[{"type":"text","value":"Hello from curl"}]}' "${keys[@]}"
status_is 'a message is answered with 200' 200
body_has 'the answer has the message' '"message":\{'
body_has 'and the bot' '"bot":\{'
body_has 'with the name that was given' '"name":"Curl"'
head_has 'the rate limit is told' '^x-ratelimit-remaining: *[0-9]+'
ask_json POST "$messages" '{"blocks":[{"type":"text","value":"1 < 2"}]}' "${keys[@]}"
status_is 'an unescaped angle bracket is refused with 422' 422
ask_json POST "$messages" '{"blocks":[{"type":"text","value":"Never seen"}]}'
case $status in 401 | 403) holds 'no keys are refused' ;; *) deviates 'no keys are refused' ;; esac
ask GET "$URL/open/v5/user-chats?state=opened&limit=5" "${keys[@]}"
status_is 'chats are listed' 200
body_has 'the chat is among them' "\"$CHAT_ID\""
ask_json POST "$URL/open/v5/webhooks" \
  '{"name":"Curl","url":"http://127.0.0.1:9/hook","scopes":["userChat.opened"],"apiVersion":"v5"}' "${keys[@]}"
case $status in 2??) holds 'a webhook is made' ;; *) deviates 'a webhook is made' ;; esac
body_has 'with a token' '"token":"[^"]+"'
ask GET "$URL/open/v5/webhooks" "${keys[@]}"
body_has 'and is listed' '"name":"Curl"'
finish
