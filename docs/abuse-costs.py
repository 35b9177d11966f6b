"""What hostile requests cost, before and after limits: prints the tables of docs/abuse-costs.md; `--check` compares them.

Operations and their capacity units stand in abuse-operations.json, which tests hold to what is counted on DynamoDB
Local. Prices are AWS's list prices, on demand, the first tier, without free tiers and discounts; abuse-costs.md says
how each was checked. Milliseconds are assumptions for a warm process.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
OPERATIONS = json.loads((HERE / "abuse-operations.json").read_text(encoding="utf-8"))


@dataclass
class Prices:
    """US dollars."""

    http_api: float  # a million requests
    write_units: float  # a million
    read_units: float  # a million
    logs: float  # a GB taken in
    out: float  # a GB to the internet
    calls: float = 0.20  # a million calls of a function
    gb_second: float = 0.0000133334  # arm64


REGIONS = {
    "us-east-1": Prices(http_api=1.00, write_units=0.625, read_units=0.125, logs=0.50, out=0.09),
    # DynamoDB's are assumed: dearer than in us-east-1 by as much as its provisioned units are
    "ap-southeast-1": Prices(http_api=1.25, write_units=0.7115, read_units=0.1423, logs=0.70, out=0.12),
}
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

    def dollars(self, count, when, prices):
        """What so many cost."""
        reads, writes = self.units(when)
        each = (
            (prices.http_api + prices.calls) / 1e6
            + self.gigabytes * self.milliseconds / 1000 * prices.gb_second
            + reads * prices.read_units / 1e6
            + writes * prices.write_units / 1e6
            + LOG_BYTES / 1e9 * prices.logs
            + self.bytes_out / 1e9 * prices.out
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


def table(region):
    prices = REGIONS[region]
    lines = [
        f"| hostile request, {region} | read / write units before | after | 1 million, before → after | 10 million "
        "| 100 million |",
        "|---|---|---|---|---|---|",
    ]
    for it in REQUESTS:
        cells = ["{:g} / {:g}".format(*it.units(when)) for when in ("before", "after")]
        for millions in (1, 10, 100):
            before, after = (it.dollars(millions * 1e6, when, prices) for when in ("before", "after"))
            cells.append(f"{before:,.2f} → {after:,.2f}")
        lines.append(f"| {it.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    tables = [table(region) for region in REGIONS]
    if sys.argv[1:] == ["--check"]:
        page = (HERE / "abuse-costs.md").read_text(encoding="utf-8")
        sys.exit(0 if all(it in page for it in tables) else "docs/abuse-costs.md has other tables; put in what this prints")
    print("\n\n".join(tables))
