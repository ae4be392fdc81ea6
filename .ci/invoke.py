"""What .ci/run puts into the buckets before `sam local invoke`, and what it
wants to find there afterwards.

    invoke.py upload  S3_ENDPOINT
    invoke.py digest  S3_ENDPOINT INGEST_OUTPUT
    invoke.py deliver S3_ENDPOINT DELIVER_OUTPUT MAILBOX
"""
import json
import sys
from urllib.parse import unquote_plus

import boto3

with open("events/s3-put.json", encoding="utf-8") as f:
    RECORD = json.load(f)["Records"][0]["s3"]
ARTICLES = RECORD["bucket"]["name"]
DIGESTS = ARTICLES.replace("-articles-", "-digests-")
KEY = unquote_plus(RECORD["object"]["key"])


def want(condition, message):
    if not condition:
        sys.exit(f"invoke.py: {message}")


def objects(s3, prefix):
    """The JSON objects below a prefix of the digests bucket, by key."""
    keys = [o["Key"] for o in s3.list_objects_v2(Bucket=DIGESTS, Prefix=prefix).get("Contents", [])]
    return {k: json.load(s3.get_object(Bucket=DIGESTS, Key=k)["Body"]) for k in keys if k.endswith(".json")}


def answer(name):
    """What the function returned. SAM's own exit code says nothing: it is 0
    for a function that failed."""
    with open(name, encoding="utf-8") as f:
        lines = f.read().strip().splitlines()
    want(lines, "the function returned nothing")
    value = json.loads(lines[-1])
    want(not (isinstance(value, dict) and "errorMessage" in value), f"the function failed: {value}")
    return value


def upload(s3):
    for bucket in (ARTICLES, DIGESTS):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
    with open(f"events/{KEY}", "rb") as f:
        s3.put_object(Bucket=ARTICLES, Key=KEY, Body=f.read(), ContentType="text/html")


def digest(s3, output):
    answer(output)
    found = objects(s3, "digests/2026/11/23/")
    want(len(found) == 1, f"digests in the bucket: {sorted(found)}")
    d = next(iter(found.values()))
    want(d["source"]["key"] == KEY and d["source"]["etag"] == RECORD["object"]["eTag"], f"source {d['source']}")
    text = d["article"]["text"].encode()
    spans = d["summary"] + [p for s in d["speakers"] for p in s["positions"]]
    want(d["summary"] and len(d["speakers"]) > 3, f"{len(d['summary'])} sentences, {len(d['speakers'])} speakers")
    for span in spans:
        want(text[span["start"]:span["end"]].decode() == span["text"], f"span {span} is not in the text")
    want(any(s["name"] == "Miriam Tell" for s in d["speakers"]), "the lead author is no speaker")
    print(f"digest of {KEY}: {len(d['speakers'])} speakers, {len(spans)} spans, all in the text")


def deliver(s3, output, mailbox):
    result = answer(output)
    want(result["sent"] == 2 and result["stories"] == 1 and result["complete"], f"deliver returned {result}")
    with open(mailbox, encoding="utf-8") as f:
        taken = json.loads(f.read().strip().splitlines()[-1])
    mails = [{k.lower(): v for k, v in m.items()} for m in taken]
    to = sorted(str(m["to"]) for m in mails)
    want(len(mails) == 2 and "ada@example.org" in to[0] and "ben@example.org" in to[1], f"mails to {to}")
    for m in mails:
        for part in ("html", "text"):
            want("Miriam Tell" in m[part], f"the {part} of the mail to {m['to']} has not the lead author")
    want(len(objects(s3, "issues/")) >= 1, "no issue in the bucket")
    ledger = sorted(key.rsplit("/", 1)[-1] for key in objects(s3, "ledger/"))
    lines = ["claim-00.json"] * 2 + ["delivery.json"] + ["sent.json"] * 2
    want(ledger == lines, f"ledger: {ledger}, want {lines}: a claim and a receipt each, and the report")
    print(f"mails: {to}, issue {result['issue']}")


if __name__ == "__main__":
    verb, endpoint, *rest = sys.argv[1:]
    {"upload": upload, "digest": digest, "deliver": deliver}[verb](boto3.client("s3", endpoint_url=endpoint), *rest)
