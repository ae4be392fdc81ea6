"""Reads Atom feeds with a reader that others wrote, and wants all of it there.

Usage: feeds.py FILE…
"""

import sys

import feedparser

faults = 0


def fault(path, text):
    global faults
    faults += 1
    print(f"{path}: {text}")


for path in sys.argv[1:]:
    with open(path, "rb") as f:
        feed = feedparser.parse(f.read(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    if feed.bozo:
        fault(path, f"is not well-formed: {feed.bozo_exception}")
    if feed.version != "atom10":
        fault(path, f"is read as {feed.version!r}, not Atom 1.0")
    for name in ("id", "title", "updated_parsed", "author", "link"):
        if not feed.feed.get(name):
            fault(path, f"has no {name}")
    if not feed.entries:
        fault(path, "has no entries")
    ids = [e.get("id") for e in feed.entries]
    if len(set(ids)) != len(ids) or any(not i.startswith("https://") for i in ids):
        fault(path, "has entries without an id of their own")
    for e in feed.entries:
        for name in ("title", "updated_parsed", "link", "content"):
            if not e.get(name):
                fault(path, f"{e.get('id')} has no {name}")
        for c in e.get("content", ()):
            if c.type != "text/html":
                fault(path, f"{e.id}: content is {c.type}")
    print(f"{path.rsplit('/', 1)[-1]}: {len(feed.entries)} entries")

sys.exit(bool(faults))
