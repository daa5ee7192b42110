#!/usr/bin/env bash
# Kore.ai with curl, and tokens that openssl alone made. Written from the protocol sheet.
# URL, BOT_ID, CLIENT_ID, ALGORITHM; CLIENT_SECRET for HS256 and HS512, PRIVATE_KEY (a file) for RS256 and RS512.
source "$(dirname "$0")/witness.sh"

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
signature() {
  local digest=-sha${ALGORITHM:2}
  case $ALGORITHM in
    HS*) openssl dgst "$digest" -hmac "$CLIENT_SECRET" -binary ;;
    *) openssl dgst "$digest" -sign "$PRIVATE_KEY" -binary ;;
  esac | base64url
}
token() {
  local head claims
  head=$(printf '{"alg":"%s","typ":"JWT"}' "$ALGORITHM" | base64url)
  claims=$(printf '{"appId":"%s","sub":8812}' "$CLIENT_ID" | base64url)
  printf '%s.%s.%s' "$head" "$claims" "$(printf '%s.%s' "$head" "$claims" | signature)"
}
bearer="Authorization: bearer $(token)"

v1="$URL/chatbot/hooks/$BOT_ID"
said() { printf '{"session":{"new":false},"message":{"text":"%s"},"from":{"id":"curl-1"},"to":{"id":"%s"}}' "$1" "$BOT_ID"; }
ask_json POST "$v1" "$(said hi)" --header "$bearer"
status_is 'V1: a message is answered with 200' 200
body_has 'V1: one message is a string' '"text":"'
ask_json POST "$v1" "$(said 'everyday account')" --header "$bearer"
body_has 'V1: several messages are an array' '"text":\['
body_has 'V1: the end of the task rides on the answer' '"endOfTask":true'
ask_json POST "$v1" "$(said hi)" --header "${bearer}x"
status_is 'V1: a token that was changed is refused with 401' 401
body_has 'V1: and says only this' 'Invalid Access token'

v2="$URL/chatbot/v2/webhook/$BOT_ID"
event() { printf '{"session":{"new":true},"message":{"type":"%s","val":"%s"},"from":{"id":"curl-2"}}' "$1" "$2"; }
ask_json POST "$v2" "$(event event ON_CONNECT)" --header "$bearer"
status_is 'V2: ON_CONNECT is answered with 200' 200
body_has 'V2: with data' '"data":\[\{'
body_has 'V2: and _v v2' '"_v":"v2"'
ask_json POST "$v2" "$(event text 'everyday account')" --header "$bearer"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
  poll=$(value_of pollId)
  [ -n "$poll" ] || break
  sleep 0.1
  ask GET "$v2/poll/$poll" --header "$bearer"
  status_is 'V2: a poll is answered with 200' 200
done
body_has 'V2: the last answer has the end of the task' '"endOfTask":true'
ask_json POST "$v2" "$(event event SESSION_CLOSURE)" --header "$bearer"
body_has 'V2: the session is closed' 'SESSION_CLOSURE_SUCCESS'
ask_json POST "$v2" "$(event text hi)"
status_is 'V2: without a token: 401' 401
body_has 'V2: with a trace id' '"_t":"RTM-TRACE-[0-9A-Z]{9}"'

ask OPTIONS "$v2" --header 'Origin: https://shop.example' --header 'Access-Control-Request-Method: POST' \
  --header 'Access-Control-Request-Headers: authorization,content-type'
head_has 'a browser may send the Authorization header' '^access-control-allow-headers:.*authorization'

printf 'a file of curl' >"$folder/note.txt"
ask POST "$URL/api/public/uploadfile" --header "$bearer" --form "file=@$folder/note.txt" \
  --form fileContext=workflows --form fileExtension=txt --form Filename=note.txt
body_has 'an upload is answered with a fileId' '"fileId":"[^"]+"'
finish
