"""How long a reader waits for the first picture of a fresh process, from its start: the picture alone, the captcha
function without tables, and the function as it is, with DynamoDB's client set up beside the picture.

On one core, by the clock and in processor time: the latter says the same on a busy machine. It is no Lambda: there is no runtime client, no sandbox and no network.
"""

import os
import resource
import shutil
import statistics
import subprocess
import time

import pictures
from speed import OPTIONS

KINDS = ("PICTURE", "FUNCTION_WITHOUT_TABLES", "FUNCTION")
STARTS = 21
EVENT = pictures.HERE.parent.parent / "events" / "get-captcha.json"
ENVIRONMENT = {
    "CAPTCHAS_TABLE": "Captchas",
    "LIMITS_TABLE": "Limits",
    "SITE_NAME": "Báo Mẫu",
    "SITE_URL": "",
    "EDGE_SECRET": "",
    "EDGE_ONLY": "no",
    "CAPTCHA_KEYS": '{"current":"1","1":"' + "k" * 43 + '"}',
    "CAPTCHA_STRENGTH": "STROKES",
    "DYNAMODB_ENDPOINT": "http://localhost:1",  # nobody answers, and no picture waits for it
    "AWS_REGION": "ap-southeast-1",
    "AWS_ACCESS_KEY_ID": "local",
    "AWS_SECRET_ACCESS_KEY": "local",
    "LC_ALL": "C.UTF-8",
}


def processor():
    """Seconds of processor time that all children have taken that are gone."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def first(kind):
    """Milliseconds from a process's start until it has its first picture: by the clock, and of the processor."""
    home = os.environ.get("JAVA_HOME")
    command = [f"{home}/bin/java" if home else "java", *OPTIONS, "-cp", os.environ["BENCH_CLASSPATH"]]
    command += ["ykien.bench.captcha.FirstPicture", kind, str(EVENT)]
    if shutil.which("taskset"):
        command = ["taskset", "-c", str(max(os.sched_getaffinity(0))), *command]
    before, start = processor(), time.monotonic()
    with subprocess.Popen(
        command, env={**os.environ, **ENVIRONMENT}, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        while (line := process.stdout.readline()) and line != "done\n":
            pass  # a function logs its requests
        took = time.monotonic() - start
        process.kill()
    if not line:
        raise SystemExit(f"{kind} draws no picture")
    return 1000 * took, 1000 * (processor() - before)


def measure():
    """The medians of 21 starts each, taken in turns, and the fastest and slowest by the clock."""
    took = {kind: [] for kind in KINDS}
    for _ in range(STARTS):
        for kind in KINDS:
            took[kind].append(first(kind))
    return {
        kind: {
            "starts": STARTS,
            "clock": round(statistics.median(clock for clock, _ in times)),
            "fastest": round(min(clock for clock, _ in times)),
            "slowest": round(max(clock for clock, _ in times)),
            "processor": round(statistics.median(used for _, used in times)),
        }
        for kind, times in took.items()
    }
