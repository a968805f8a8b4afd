#!/bin/sh
# An app that knows the platform by its real hosts alone; goes through both flows with curl.
set -eu
api=https://api.jtl-cloud.com
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
token=$(curl -sS -u hello-world-client:hello-world-secret -d grant_type=client_credentials \
  https://auth.jtl-cloud.com/oauth2/token | field access_token)
bearer="Authorization: Bearer $token"
tenant="X-Tenant-ID: 3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53"
items=$(curl -sS -H "$bearer" -H "$tenant" "$api/erp/v1/items?pageSize=1" | field TotalItems)
key=$(curl -sS -H "$bearer" "$api/account/.well-known/jwks.json" | field crv)
session=$(curl -sS -H "$bearer" -H 'Content-Type: application/json' \
  -d "{\"sessionToken\":\"$SESSION_TOKEN\"}" "$api/account/identity/session-token/validate")
printf '{"TotalItems":%s,"key":"%s","valid":%s,"tenantId":"%s"}\n' \
  "$items" "$key" "$(echo "$session" | field valid)" "$(echo "$session" | field tenantId)"
