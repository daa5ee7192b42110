#!/usr/bin/env bash
# Makes shared/platforms/kore/example-tokens.ts with openssl alone, so that the examples do not come from our own signing code.
# Every id and secret is invented, and the RSA key pair is made anew in each run: its private key is thrown away, so none lies in a file.
# Usage: bash make-example-tokens.sh > example-tokens.ts
set -eu
secret='NOT-A-REAL-SECRET-invented-for-Hookbench-01='
app='cs-8e2d41b6-97a3-5c1f-b0e4-6d7f8a9b0c1d'

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# token ALG HASH SECRET PAYLOAD
token() {
  local input
  input="$(printf '{"alg":"%s","typ":"JWT"}' "$1" | base64url).$(printf '%s' "$4" | base64url)"
  printf '%s.%s' "$input" "$(printf '%s' "$input" | openssl dgst "-$2" -hmac "$3" -binary | base64url)"
}

keys="$(mktemp -d)"
trap 'rm -rf "$keys"' EXIT
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$keys/private.pem"
openssl pkey -in "$keys/private.pem" -pubout -out "$keys/public.pem"

# rsa_token ALG HASH PAYLOAD
rsa_token() {
  local input
  input="$(printf '{"alg":"%s","typ":"JWT"}' "$1" | base64url).$(printf '%s' "$3" | base64url)"
  printf '%s.%s' "$input" "$(printf '%s' "$input" | openssl dgst "-$2" -sign "$keys/private.pem" -binary | base64url)"
}

printf '/** Tokens made by openssl: test/shared/platforms/kore/make-example-tokens.sh writes this file. */\n'
printf 'export const exampleTokens = {\n'
printf "  valid: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":\"1234567890\",\"appId\":\"$app\"}")"
printf "  numericSub: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":8812,\"appId\":\"$app\",\"exp\":4102444800}")"
printf "  byIssuer: '%s',\n" "$(token HS256 sha256 "$secret" "{\"iss\":\"$app\",\"sub\":\"u-42\",\"aud\":\"https://idproxy.kore.ai/authorize\"}")"
printf "  withoutSub: '%s',\n" "$(token HS256 sha256 "$secret" "{\"appId\":\"$app\"}")"
printf "  otherSecret: '%s',\n" "$(token HS256 sha256 'another-invented-secret' "{\"sub\":\"1234567890\",\"appId\":\"$app\"}")"
printf "  expired: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":\"1234567890\",\"appId\":\"$app\",\"exp\":1577836800}")"
printf "  misspelt: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":\"1234567890\",\"appid\":\"$app\"}")"
printf "  otherApp: '%s',\n" "$(token HS256 sha256 "$secret" '{"sub":"1234567890","appId":"cs-00000000-0000-5000-8000-000000000000"}')"
printf "  hs512: '%s',\n" "$(token HS512 sha512 "$secret" "{\"sub\":\"1234567890\",\"appId\":\"$app\"}")"
printf "  unsigned: '%s.%s.',\n" "$(printf '{"alg":"none","typ":"JWT"}' | base64url)" "$(printf '{"sub":"1234567890","appId":"%s"}' "$app" | base64url)"
printf "  anonymous: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":\"1234567890\",\"appId\":\"$app\",\"isAnonymous\":true}")"
printf "  withJti: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":\"1234567890\",\"appId\":\"$app\",\"jti\":\"invented-1\"}")"
printf "  identity: '%s',\n" "$(token HS256 sha256 "$secret" "{\"sub\":\"1234567890\",\"appId\":\"$app\",\"userIdentity\":\"u-42\"}")"
printf "  rs256: '%s',\n" "$(rsa_token RS256 sha256 "{\"sub\":\"1234567890\",\"appId\":\"$app\"}")"
printf "  rs512: '%s',\n" "$(rsa_token RS512 sha512 "{\"sub\":\"1234567890\",\"appId\":\"$app\"}")"
# An HMAC with the text of the public key as its secret: a verifier that lets the token choose the algorithm would take it.
printf "  confused: '%s',\n" "$(token HS256 sha256 "$(cat "$keys/public.pem")" "{\"sub\":\"1234567890\",\"appId\":\"$app\"}")"
printf '} as const;\n\n'
printf '/** The public half of a pair whose private half was thrown away when these tokens were made. */\n'
printf 'export const examplePublicKey = `%s\n`;\n' "$(cat "$keys/public.pem")"
