#!/usr/bin/env bash
# Chatlayer's leg A with curl, in each dialect. Written from the protocol sheet.
# URL, DIALECT (d1, d0, d2), ACCESS_TOKEN, VERIFY_TOKEN, CHANNEL_ID for d1, BOT_ID for d0 and d2, SESSION_ID for d2.
source "$(dirname "$0")/witness.sh"
bearer="Authorization: Bearer $ACCESS_TOKEN"

case $DIALECT in
  d1)
    messages="$URL/v1/channels/webhook/$CHANNEL_ID/messages"
    hello='{"conversationId":"curl-d1","message":{"textMessage":{"text":"hi"}}}'
    ask_json POST "$messages" '{"conversationId":"curl-d1","message":{"introMessage":{}}}' --header "$bearer"
    status_is 'an introMessage is taken' 200
    ask_json POST "$messages" "$hello" --header "$bearer"
    status_is 'a textMessage is taken' 200
    ask_json POST "$messages" "$hello" --header "${bearer}x"
    status_is 'a wrong bearer is refused with 401' 401
    ask_json POST "$messages" "$hello"
    status_is 'no bearer is refused with 401' 401
    ask_json POST "$messages" '{' --header "$bearer"
    status_is 'a body that is not JSON is refused with 400' 400
    ;;
  d0)
    messages="$URL/api/webhookMessage/$BOT_ID"
    said() { printf '{"text":"%s","sender":{"id":"a7355930-0000-11e7-8308-2f056e75d1ee"},"verifyToken":"%s","locale":"en"}' "$1" "$2"; }
    ask_json POST "$messages" "$(said hi "$VERIFY_TOKEN")"
    status_is 'a message is taken' 200
    body_has 'the answer is EVENT_RECEIVED' '^EVENT_RECEIVED$'
    ask_json POST "$messages" "$(said hi another)"
    if [ "$status" = 401 ] || [ "$status" = 403 ]; then holds 'a wrong verifyToken is refused'; else deviates 'a wrong verifyToken is refused'; fi
    ;;
  d2)
    actions="$URL/v1/bots/$BOT_ID/conversations/$SESSION_ID/actions?version=LIVE"
    hello='{"sendMessages":[{"textMessageTemplate":{"textMessages":[{"text":"Grace here, with curl."}]}}]}'
    ask_json POST "$actions" "$hello" --header "$bearer"
    case $status in 2??) holds 'an action is taken' ;; *) deviates 'an action is taken' ;; esac
    ask_json POST "$actions" "$hello"
    status_is 'no bearer is refused with 401' 401
    ;;
esac
finish
