"""How long a reader's browser works for a comment, and what the same costs an attacker: writes README.md's tables.

The script is the form's own (functions/core, form.js), on a page that has of the form what it needs; how hard the work
is stands in Work.java. Numbers to be found are spread evenly over all that can be drawn, so that a row's median and
95th percentile are the work's and not luck's.
"""

import hashlib
import json
import os
import random
import re
import secrets
import statistics
import sys
import time
from pathlib import Path

from browser import Browser

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
CORE = HERE.parents[2] / "functions" / "core" / "src" / "main"
SOLVES = 40
WITHOUT_SHA = {"OPENSSL_ia32cap": ":~0x20000000"}  # read by Chromium's BoringSSL: no instructions for SHA on x86

# What is slowed: nothing, the page's main thread (as DevTools does it), or all of the browser's processes.
ROWS = (
    ("this machine", "", 1, {}),
    ("DevTools' throttling × 4", "page", 4, {}),
    ("DevTools' throttling × 6", "page", 6, {}),
    ("all of the browser × 4", "browser", 4, {}),
    ("all of the browser × 6", "browser", 6, {}),
    ("without SHA instructions", "", 1, WITHOUT_SHA),
    ("without them, all × 4", "browser", 4, WITHOUT_SHA),
)


def constant(name):
    """A number of Work.java."""
    source = (CORE / "java" / "ykien" / "challenge" / "Work.java").read_text(encoding="utf-8")
    return int(re.search(rf"\b{name} = ([\d_]+);", source).group(1).replace("_", ""))


COST, MOST_TRIES, KEY_LENGTH = constant("COST"), constant("MOST_TRIES"), constant("KEY_LENGTH")


def key(number, nonce, salt):
    return hashlib.pbkdf2_hmac("sha256", nonce + number.to_bytes(4, "big"), salt, COST, KEY_LENGTH)


def work(number):
    """What the route `captcha/work` tells, and the key that is to be found."""
    nonce, salt = secrets.token_bytes(16), secrets.token_bytes(16)
    found = key(number, nonce, salt).hex()
    told = {
        "algorithm": "PBKDF2/SHA-256",
        "cost": COST,
        "keyLength": KEY_LENGTH,
        "keyPrefix": found[:KEY_LENGTH],
        "mostTries": MOST_TRIES,
        "nonce": nonce.hex(),
        "salt": salt.hex(),
    }
    return told, found


def mean_tries():
    return (1 + MOST_TRIES) / 2


def in_browser(name, slowed, times, environment, solves):
    numbers = [1 + int((i + 0.5) / solves * MOST_TRIES) for i in range(solves)]
    random.shuffle(numbers)
    script = (CORE / "resources" / "ykien" / "page" / "form.js").read_bytes()
    with Browser(script, environment) as browser:
        browser.solve(*work(MOST_TRIES // 10))  # the first is slower, and no reader's
        solved = [browser.solve(*work(number), slowed=slowed, times=times) for number in numbers]
    took = sorted(one.seconds for one in solved)
    return {
        "name": name,
        "solves": solves,
        "median": statistics.median(took),
        "p95": statistics.quantiles(took, n=20, method="inclusive")[-1],
        "longest": took[-1],
        # What a try takes, without what the page takes whatever the number.
        "processor": statistics.linear_regression(numbers, [one.processor for one in solved]).slope * mean_tries(),
        "stutter": None if slowed == "browser" else statistics.median(one.stutter for one in solved),
    }


def natively():
    """Rounds a second of one core, in processor time: OpenSSL's PBKDF2 as Python calls it, and what its SHA-256 leaves
    room for at most (a round is two blocks of 64 bytes)."""
    nonce, salt = secrets.token_bytes(16), secrets.token_bytes(16)
    pbkdf2, sha256 = [], []
    block = bytes(32_000_000)
    for _ in range(9):
        start = time.process_time()
        for number in range(2_000):
            key(number, nonce, salt)
        pbkdf2.append(2_000 * COST / (time.process_time() - start))
        start = time.process_time()
        hashlib.sha256(block).digest()
        sha256.append(len(block) / 64 / 2 / (time.process_time() - start))
    return {"pbkdf2": max(pbkdf2), "sha256": max(sha256)}


def tables(found):
    mean = mean_tries() * COST  # rounds a comment
    lines = [
        "| browser | solves | median | 95th percentile | longest | processor time, mean | stutter, median of the longest |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in found["browser"]:
        stutter = "" if row["stutter"] is None else f"{1000 * row['stutter']:.0f} ms"
        lines.append(
            f"| {row['name']} | {row['solves']} | {row['median']:.2f} s | {row['p95']:.2f} s | {row['longest']:.2f} s "
            f"| {row['processor']:.2f} s | {stutter} |"
        )
    reader = mean / found["browser"][0]["processor"]
    lines += [
        "",
        "| whose core | rounds a second | times the reader's | core seconds a comment | core hours a million |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, rounds in (
        ("the reader's script", reader),
        ("OpenSSL's PBKDF2", found["native"]["pbkdf2"]),
        ("the same SHA-256 without anything around it", found["native"]["sha256"]),
    ):
        lines.append(
            f"| {name} | {rounds / 1e6:.1f} million | {rounds / reader:.1f} | {mean / rounds:.2f} "
            f"| {mean / rounds * 1e6 / 3600:.0f} |"
        )
    return "\n".join(lines)


def write(found):
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    readme = HERE / "README.md"
    begin, end = "<!-- results -->", "<!-- end of results -->"
    written = f"{begin}\n{tables(found)}\n{end}"
    text = re.sub(f"{begin}.*{end}", lambda _: written, readme.read_text(encoding="utf-8"), flags=re.S)
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    count = int(sys.argv[1]) if sys.argv[1:] else SOLVES
    result = {"native": natively(), "browser": []}
    for row in ROWS:
        result["browser"].append(in_browser(*row, count))
        print(json.dumps(result["browser"][-1]), f"load {os.getloadavg()[0]:.1f}", flush=True)
    write(result)
