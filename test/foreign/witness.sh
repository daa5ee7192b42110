# What the curl scripts share. Each check is one line of JSON; the first deviation ends the script with exit code 1.
set -euo pipefail

for needed in curl openssl sed; do
  command -v "$needed" >/dev/null || {
    printf '{"check":"%s is there","ok":false,"why":"%s was not found on the PATH: install it."}\n' "$needed" "$needed"
    exit 1
  }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
checks=0
status=
body=

# A text as the inside of a JSON string.
quoted() { printf '%s' "$1" | tr '\000-\037' ' ' | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g'; }

# ask METHOD URL [curl arguments]: sets status, body and the file of the headers.
ask() {
  local method=$1 url=$2
  shift 2
  : >"$folder/body"
  status=$(curl --silent --show-error --noproxy '*' --max-time 30 --request "$method" \
    --output "$folder/body" --dump-header "$folder/head" --write-out '%{http_code}' "$@" "$url")
  body=$(cat "$folder/body")
}

# ask_json METHOD URL DOCUMENT [curl arguments]
ask_json() {
  local method=$1 url=$2 document=$3
  shift 3
  ask "$method" "$url" --header 'Content-Type: application/json' --data-binary "$document" "$@"
}

deviates() {
  printf '{"check":"%s","ok":false,"why":"“%s” does not hold: %s %s came."}\n' \
    "$(quoted "$1")" "$(quoted "$1")" "$status" "$(quoted "${body:0:800}")"
  exit 1
}

holds() {
  checks=$((checks + 1))
  printf '{"check":"%s","ok":true}\n' "$(quoted "$1")"
}

# status_is CLAIM STATUS
status_is() { if [ "$status" = "$2" ]; then holds "$1"; else deviates "$1"; fi; }

# body_has CLAIM PATTERN: a pattern of grep -E that the body has to hold.
body_has() { if printf '%s' "$body" | grep -qE -- "$2"; then holds "$1"; else deviates "$1"; fi; }

# head_has CLAIM PATTERN: one of the header lines, without case.
head_has() { if grep -qiE -- "$2" "$folder/head"; then holds "$1"; else deviates "$1"; fi; }

# value_of NAME: the first string of this name in the body.
value_of() { printf '%s' "$body" | sed -nE "s/.*\"$1\" *: *\"([^\"]*)\".*/\1/p" | head -n 1; }

finish() { printf '{"done":%s}\n' "$checks"; }
