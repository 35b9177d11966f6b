"""What hostile requests cost, before and after limits: prints the table of docs/abuse-costs.md.

Operations are those that TableOperationsTest counts, capacity units those that AWS counts for them. Prices are AWS's
list prices for us-east-1, on demand, without free tiers and discounts, as of November 2026 from memory of the price
pages of Lambda, API Gateway, DynamoDB, CloudWatch Logs and EC2 (data transfer): check them before you rely on them.
Milliseconds are assumptions for a warm process; everything else is counted.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

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


@dataclass
class Request:
    name: str
    gigabytes: float  # the function's memory
    milliseconds: float  # assumed
    bytes_out: int
    before: tuple[float, float]  # read and write request units
    after: tuple[float, float]

    def dollars(self, count, units):
        """What so many cost."""
        reads, writes = units
        each = (
            (PER_MILLION["request to the HTTP API"] + PER_MILLION["call of a function"]) / 1e6
            + self.gigabytes * self.milliseconds / 1000 * GB_SECOND
            + reads * PER_MILLION["read request unit"] / 1e6
            + writes * PER_MILLION["write request unit"] / 1e6
            + LOG_BYTES / 1e9 * LOGS_GB
            + self.bytes_out / 1e9 * OUT_GB
        )
        return count * each


# A process looks at the counts once in ten seconds (eight items: 4 read units) and hands in what it counted (1 write
# unit). At one request a second and process, the least that a flood has, that is a tenth of it a request.
COPY = (0.4, 0.1)
LOOK = (0.4, 0)

REQUESTS = [
    Request("page view", 1.0, 15, 6_000, (0.5 + 1, 0), (0.5 + 1, 0)),
    Request("picture", 1.73, 5, 4_500, (0, 0), LOOK),
    Request("forged or malformed challenge", 1.0, 15, 4_000, (0.5, 0), (0.5 + COPY[0], 1)),
    Request("wrong answer", 1.0, 20, 4_000, (0.5, 1), (0.5 + COPY[0], 1 + 1 + COPY[1])),
    # comment 2, its entry in the queue 2, outcome 2; then two indexes more 4, text 2, source 1, e-mail 1
    Request("right answer by a solver", 1.0, 30, 1_000, (0.5, 6), (0.5, 6 + 4 + 4 + COPY[1])),
    # before: there was no budget, it was a comment; after: the count that is refused, and a look for a first answer
    Request("the same, far over the budget", 1.0, 30, 4_000, (0.5, 6), (0.5 + 1, 1 + COPY[1])),
]


def table():
    lines = [
        "| hostile request | read / write units before | after | 1 million, before → after | 10 million | 100 million |",
        "|---|---|---|---|---|---|",
    ]
    for it in REQUESTS:
        costs = [
            f"{it.dollars(n * 1e6, it.before):,.2f} → {it.dollars(n * 1e6, it.after):,.2f}" for n in (1, 10, 100)
        ]
        lines.append(
            f"| {it.name} | {it.before[0]:g} / {it.before[1]:g} | {it.after[0]:g} / {it.after[1]:g} | {' | '.join(costs)} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        page = (Path(__file__).parent / "abuse-costs.md").read_text(encoding="utf-8")
        sys.exit(0 if table() in page else "docs/abuse-costs.md has another table; put in what this prints")
    print(table())
