"""Sends a message file to Mailpit and holds what it says of its HTML to a bar.

Usage: clients.py SMTP-ADDRESS HTTP-ROOT FILE PER-CENT
"""

import json
import smtplib
import sys
import time
import urllib.request

smtp, root, path, most = sys.argv[1:]
host, port = smtp.split(":")


def get(what):
    with urllib.request.urlopen(f"{root}/api/v1/{what}") as answer:
        return json.load(answer)


before = get("info")["Messages"]
with open(path, "rb") as f, smtplib.SMTP(host, int(port)) as server:
    server.sendmail("digest@news.example.com", ["reader@example.org"], f.read())
for _ in range(100):
    if get("info")["Messages"] > before:
        break
    time.sleep(0.1)
else:
    sys.exit(f"{path}: Mailpit did not get it")

check = get("message/latest/html-check")
unsupported = check["Total"]["Unsupported"]
print(f"{path.rsplit('/', 1)[-1]}: {unsupported:.2f} % unsupported, {check['Total']['Tests']} tests")
if unsupported > float(most):
    for w in check["Warnings"]:
        print(f"  {w['Title']}: {w['Score']['Unsupported']:.1f} %")
    sys.exit(f"{path}: over {most} %")
