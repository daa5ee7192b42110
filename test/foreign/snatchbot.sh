#!/usr/bin/env bash
# SnatchBot's API channel with curl. Written from the protocol sheet.
# URL, BOT_ID, APP_ID, APP_SECRET.
source "$(dirname "$0")/witness.sh"
address="$URL/channels/api/api/id$BOT_ID/app$APP_ID/aps$APP_SECRET"

ask_json POST "$address?user_id=curl-1" '{"message":""}'
status_is 'an empty message starts the chat' 200
body_has 'the bot says something' '"messages":\[\{'
ask_json POST "$address?user_id=curl-1" '{"message":"hi"}'
status_is 'a message is answered with 200' 200
body_has 'quick replies come as suggested' '"suggested":\["'
body_has 'status is true' '"status":true'
ask POST "$address?user_id=curl-1&message_id=0" --header 'Content-Type: text/plain;charset=UTF-8' --data-binary '{"message":"hi"}'
status_is 'the body is JSON, also as text/plain' 200
body_has 'and is answered' '"messages":\[\{'
ask GET "$address?user_id=curl-1&message_id=0"
status_is 'GET is answered with 200' 200
body_has 'with messages' '"messages":\[\{'
body_has 'that have a date' '"date":"'
ask_json POST "${address}x?user_id=curl-1" '{"message":"hi"}'
status_is 'a wrong secret is refused' 403
body_has 'with status false' '"status":false'
finish
