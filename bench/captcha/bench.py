"""Runs the attacks, keeps what they found in results.json, and writes README.md's tables from it."""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pictures

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
OUT = HERE / "target"
PICTURES = 200  # for Tesseract
CURVE = (1000, 3000, 10000)  # training pictures for the network
PARTS = ("speed", "cold", "ocr", "reader")


def results():
    return json.loads(RESULTS.read_text()) if RESULTS.exists() else {}


def keep(part, found):
    RESULTS.write_text(json.dumps({**results(), part: found}, indent=1) + "\n")
    table()


def speed():
    import speed

    keep("speed", speed.measure())


def cold():
    import cold

    keep("cold", cold.measure())


def ocr():
    import ocr

    keep("ocr", [ocr.attack(kind, PICTURES) for kind in pictures.KINDS])


def reader():
    """Two networks at a time, each in a process of its own, the control first."""
    asked = [("NANOCAPTCHA", 10000, False)]
    asked += [(kind, count, kind == "FULL") for count in reversed(CURVE) for kind in ("STROKES", "FULL")]
    asked += [("FULL", 10000, False)]
    files = [OUT / f"{kind}-{count}{'-unflipped' if unflip else ''}.json" for kind, count, unflip in asked]

    def train(one, file):
        kind, count, unflip = one
        command = ["nice", sys.executable, str(HERE / "reader.py"), kind, str(count), "--to", str(file)]
        subprocess.run(command + ["--unflip"] * unflip, check=True, stderr=subprocess.DEVNULL)

    with ThreadPoolExecutor(2) as both:
        list(both.map(train, asked, files))
    keep("reader", [json.loads(file.read_text()) for file in files])


def rows(header, lines):
    return "\n".join(
        "| " + " | ".join(map(str, line)) + " |" for line in [header, ["---"] * len(header), *lines]
    )


def table():
    found = results()
    tables = []
    if "speed" in found:
        nano = found["speed"]["NANOCAPTCHA"]
        lines = [
            (
                kind,
                f"{of['cold']} ms",
                f"{of['cold'] / nano['cold']:.2f}",
                f"{of['warm']:.2f} ms",
                f"{of['warm'] / nano['warm']:.2f}",
            )
            for kind, of in found["speed"].items()
        ]
        tables.append(rows(("pictures", "first in a fresh Java", "ratio", "warm", "ratio"), lines))
    if "cold" in found:
        names = {
            "PICTURE": "the picture alone",
            "FUNCTION_WITHOUT_TABLES": "the captcha function, no tables",
            "FUNCTION": "the captcha function as it is",
        }
        lines = [
            (
                names[kind],
                f"{of['clock']} ms",
                f"{of['fastest']} to {of['slowest']} ms",
                f"{of['processor']} ms",
                of["starts"],
            )
            for kind, of in found["cold"].items()
        ]
        header = ("first picture of a fresh process", "by the clock", "fastest to slowest", "processor time", "starts")
        tables.append(rows(header, lines))
    if "ocr" in found:
        share = lambda part, of: f"{part} ({part / of['pictures']:.1%})"
        lines = [(of["kind"], of["pictures"], share(of["best"], of), share(of["any"], of)) for of in found["ocr"]]
        tables.append(rows(("Tesseract", "fresh pictures", "best pipeline", "any of 16"), lines))
        lines = [(name, *(of["pipelines"][name] for of in found["ocr"])) for name in found["ocr"][0]["pipelines"]]
        tables.append(rows(("pipeline", *(of["kind"] for of in found["ocr"])), lines))
    if "reader" in found:
        lines = [
            (
                of["kind"] + (", flips undone" if of["unflipped"] else ""),
                f"{of['training']:,}",
                of["curve"][-1]["epoch"],
                f"{of['curve'][-1]['symbols']:.1%}",
                f"{of['curve'][-1]['pictures']:.1%}",
                of["curve"][-1]["cpu_minutes"],
            )
            for of in found["reader"]
        ]
        header = ("network", "training pictures", "epochs", "symbols right", "pictures right", "CPU minutes")
        tables.append(rows(header, lines))
    readme = HERE / "README.md"
    begin, end = "<!-- results -->", "<!-- end of results -->"
    written = f"{begin}\n" + "\n\n".join(tables) + f"\n{end}"
    readme.write_text(re.sub(f"{begin}.*{end}", lambda _: written, readme.read_text(), flags=re.S))


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    for part in sys.argv[1:] or PARTS:
        {"speed": speed, "cold": cold, "ocr": ocr, "reader": reader, "table": table}[part]()
