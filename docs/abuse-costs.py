"""What hostile requests cost, before and after limits: prints the table of docs/abuse-costs.md; `--check` compares it.

Operations and their capacity units stand in abuse-operations.json, which tests hold to what is counted on DynamoDB
Local. Prices are AWS's list prices for us-east-1, on demand, the first tier, without free tiers and discounts;
abuse-costs.md says how each was checked. Milliseconds are assumptions for a warm process.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
OPERATIONS = json.loads((HERE / "abuse-operations.json").read_text(encoding="utf-8"))
PER_MILLION = {
    "request to the HTTP API": 1.00,
    "call of a function": 0.20,
    "write request unit": 0.625,
    "read request unit": 0.125,
}
GB_SECOND = 0.0000133334  # arm64
LOGS_GB = 0.50
OUT_GB = 0.09
LOG_BYTES = 700  # a line of the function's and one of the API's

# A process looks at the counts once in ten seconds (eight items: 4 read units); what it counted of the site it hands in
# with the write of a source's count, and only reads that (1 item: 0.5). At one request a second and process, the least
# that a flood has, that is a tenth of it a request.
LOOK = 0.4
HAND_IN = 0.05


@dataclass
class Request:
    name: str
    gigabytes: float  # the function's memory
    milliseconds: float  # assumed
    bytes_out: int
    reads_besides: float  # read units of what is done once in ten seconds

    def units(self, when):
        """Read and write request units."""
        reads = sum(read for _, read, _ in OPERATIONS[self.name][when])
        writes = sum(write for _, _, write in OPERATIONS[self.name][when])
        return reads + (self.reads_besides if when == "after" else 0), writes

    def dollars(self, count, when):
        """What so many cost."""
        reads, writes = self.units(when)
        each = (
            (PER_MILLION["request to the HTTP API"] + PER_MILLION["call of a function"]) / 1e6
            + self.gigabytes * self.milliseconds / 1000 * GB_SECOND
            + reads * PER_MILLION["read request unit"] / 1e6
            + writes * PER_MILLION["write request unit"] / 1e6
            + LOG_BYTES / 1e9 * LOGS_GB
            + self.bytes_out / 1e9 * OUT_GB
        )
        return count * each


REQUESTS = [
    Request("page view", 1.0, 15, 6_000, 0),
    Request("picture", 1.73, 5, 4_500, LOOK),
    Request("forged or malformed challenge", 1.0, 15, 4_000, LOOK + HAND_IN),
    Request("wrong answer", 1.0, 20, 4_000, LOOK + HAND_IN),
    Request("wrong code to the widget, work done", 1.73, 8, 200, HAND_IN),
    Request("right answer by a solver", 1.0, 30, 1_000, HAND_IN),
    # before: there was no budget, it was a comment; after: the count that is refused, and a look for a first answer
    Request("the same, far over the budget", 1.0, 30, 4_000, LOOK + HAND_IN),
]


def table():
    lines = [
        "| hostile request | read / write units before | after | 1 million, before → after | 10 million | 100 million |",
        "|---|---|---|---|---|---|",
    ]
    for it in REQUESTS:
        units = ["{:g} / {:g}".format(*it.units(when)) for when in ("before", "after")]
        costs = [f"{it.dollars(n * 1e6, 'before'):,.2f} → {it.dollars(n * 1e6, 'after'):,.2f}" for n in (1, 10, 100)]
        lines.append(f"| {it.name} | {' | '.join(units + costs)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        page = (HERE / "abuse-costs.md").read_text(encoding="utf-8")
        sys.exit(0 if table() in page else "docs/abuse-costs.md has another table; put in what this prints")
    print(table())
