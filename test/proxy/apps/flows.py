"""An app that knows the platform by its real hosts alone; goes through both flows with Python's standard library."""
import base64
import json
import os
import urllib.request

TENANT = "3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53"


def send(method, url, headers, body=None):
    request = urllib.request.Request(url, data=body and body.encode(), headers=headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


basic = base64.b64encode(b"hello-world-client:hello-world-secret").decode()
token = send(
    "POST",
    "https://auth.jtl-cloud.com/oauth2/token",
    {"Authorization": f"Basic {basic}"},
    "grant_type=client_credentials",
)["access_token"]
headers = {"Authorization": f"Bearer {token}", "X-Tenant-ID": TENANT}
items = send("GET", "https://api.jtl-cloud.com/erp/v1/items?pageSize=1", headers)
keys = send("GET", "https://api.jtl-cloud.com/account/.well-known/jwks.json", headers)
session = send(
    "POST",
    "https://api.jtl-cloud.com/account/identity/session-token/validate",
    {**headers, "Content-Type": "application/json"},
    json.dumps({"sessionToken": os.environ["SESSION_TOKEN"]}),
)
print(
    json.dumps(
        {
            "TotalItems": items["TotalItems"],
            "key": keys["keys"][0]["crv"],
            "valid": session["valid"],
            "tenantId": session["tenantId"],
        }
    )
)
