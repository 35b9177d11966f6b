"""How long a picture takes, drawn and encoded: the first in a fresh Java, and the median of 500 once it is warm."""

import statistics

import pictures

# As Lambda runs it without SnapStart.
OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")
STARTS = 15


def measure():
    """Milliseconds; cold is the median of 15 fresh processes, taken in turns so that all kinds see the same machine."""
    cold = {kind: [] for kind in pictures.KINDS}
    for _ in range(STARTS):
        for kind in pictures.KINDS:
            cold[kind].append(float(pictures.java("TimePictures", kind, "cold", options=OPTIONS)))
    return {
        kind: {
            "cold": round(statistics.median(cold[kind]), 1),
            "warm": float(pictures.java("TimePictures", kind, "warm", options=OPTIONS)),
        }
        for kind in pictures.KINDS
    }
