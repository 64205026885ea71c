"""Prints the vectors of TokenSignerTest: tokens for EKS by the rules of Signature Version 4, with hmac and hashlib alone.

Run: python3 tokens.py
"""

import base64
import hashlib
import hmac
from urllib.parse import quote

SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


def encode(text):
    return quote(text, safe="-_.~")


def presigned(host, region, cluster, time, access_key, session_token=None):
    scope = f"{time[:8]}/{region}/sts/aws4_request"
    query = {
        "Action": "GetCallerIdentity",
        "Version": "2011-06-15",
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": f"{access_key}/{scope}",
        "X-Amz-Date": time,
        "X-Amz-Expires": "60",
        "X-Amz-SignedHeaders": "host;x-k8s-aws-id",
    }
    if session_token:
        query["X-Amz-Security-Token"] = session_token
    canonical_query = "&".join(f"{encode(k)}={encode(v)}" for k, v in sorted(query.items()))
    canonical = "\n".join([
        "GET",
        "/",
        canonical_query,
        f"host:{host}",
        f"x-k8s-aws-id:{cluster}",
        "",
        "host;x-k8s-aws-id",
        hashlib.sha256(b"").hexdigest(),
    ])
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    to_sign = "\n".join(["AWS4-HMAC-SHA256", time, scope, digest])
    key = ("AWS4" + SECRET_KEY).encode()
    for part in [*scope.split("/"), to_sign]:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return f"https://{host}/?{canonical_query}&X-Amz-Signature={key.hex()}"


for arguments in [
    ("sts.eu-central-1.amazonaws.com", "eu-central-1", "webank-dev", "20261123T120000Z", "AKIDEXAMPLE"),
    ("sts.eu-central-1.amazonaws.com", "eu-central-1", "webank-dev", "20261123T120000Z", "ASIDEXAMPLE",
     "IQoJb3JpZ2luX2VjE+/=="),
    ("sts.us-east-1.amazonaws.com", "us-east-1", "webank", "20261123T120000Z", "AKIDEXAMPLE"),
    ("sts.cn-north-1.amazonaws.com.cn", "cn-north-1", "webank_cn", "20260101T000000Z", "AKIDEXAMPLE"),
    ("sts.us-gov-west-1.amazonaws.com", "us-gov-west-1", "Webank-Gov", "20260228T235959Z", "AKIDEXAMPLE"),
    ("sts.us-iso-east-1.c2s.ic.gov", "us-iso-east-1", "webank", "20261123T120000Z", "AKIDEXAMPLE"),
]:
    url = presigned(*arguments)
    print(url)
    print("k8s-aws-v1." + base64.urlsafe_b64encode(url.encode()).decode().rstrip("="))
