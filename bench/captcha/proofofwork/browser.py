"""An installed Chromium with a page that has the comment form's script, and ways to make it as slow as a phone's."""

import json
import os
import signal
import threading
import time
from dataclasses import dataclass
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

# What form.js needs of the form in functions/core/src/main/jte/form.jte.
PAGE = b"""<!DOCTYPE html><html lang="vi"><title>bench</title>
<form method="post" action="/sent" data-work="/work"><input name="name"><img src="/picture" alt=""><button>Send</button></form>
<script type="module" src="/form.js"></script></html>"""
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'"

# Notes when the work was told, when it stands in the form, and by how much a timer of 10 ms was late at most.
WATCH = """
globalThis.stutter = 0;
let last = performance.now();
setInterval(() => { const now = performance.now(); stutter = Math.max(stutter, now - last - 10); last = now }, 10);
document.addEventListener('focusin', () => { stutter = 0; last = performance.now() });
new MutationObserver(() => {
  const field = document.querySelector('form input[name=work]');
  if (!field || globalThis.solved) return;
  const told = performance.getEntriesByType('resource').find(it => it.name.endsWith('/work'));
  globalThis.solved = { key: field.value, milliseconds: performance.now() - told.responseEnd, stutter };
}).observe(document, { childList: true, subtree: true });
"""
RUN = 0.008  # seconds that a slowed browser runs between two stops
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@dataclass
class Solved:
    seconds: float  # by the clock, from the work's arrival until its key stands in the form
    processor: float  # seconds of all the browser's processes meanwhile, and what little the page needs beside
    stutter: float  # seconds


class Browser:
    def __init__(self, script, environment):
        self.script = script
        self.environment = environment
        self.told = {}

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.playwright = sync_playwright().start()
        program = os.environ.get("YKIEN_CHROMIUM", "/usr/bin/chromium")
        self.chromium = self.playwright.chromium.launch(
            executable_path=program, args=FLAGS, env={**os.environ, **self.environment}
        )
        return self

    def __exit__(self, *_):
        self.chromium.close()
        self.playwright.stop()
        self.server.shutdown()

    def handler(self):
        browser = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body, kind = {
                    "/": (PAGE, "text/html; charset=utf-8"),
                    "/form.js": (browser.script, "text/javascript; charset=utf-8"),
                    "/work": (json.dumps(browser.told).encode(), "application/json"),
                }.get(self.path, (b"", "text/plain"))
                self.send_response(200 if body else 404)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.send_header("content-security-policy", POLICY)
                self.send_header("cache-control", "no-store")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    @cached_property
    def site(self):
        return f"http://127.0.0.1:{self.server.server_port}/"

    def solve(self, told, expected, slowed="", times=1):
        """Opens the page and begins with the form.

        slowed: "page" is what DevTools' CPU throttling slows, the page's main thread; "browser" stops all of its
        processes for most of the time.
        """
        self.told = told
        with self.chromium.new_context() as context:
            page = context.new_page()
            page.set_default_timeout(120_000)
            page.add_init_script(WATCH)
            page.goto(self.site)
            page.wait_for_load_state()
            if slowed == "page":
                context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})
            processes = chromium_processes()
            before = sum(map(processor, processes))
            with Slowed(processes, times if slowed == "browser" else 1):
                page.focus("input[name=name]")
                page.wait_for_selector("form input[name=work]", state="attached")
            used = sum(map(processor, processes)) - before
            solved = page.evaluate("solved")
        if solved["key"] != expected:
            raise SystemExit("the script found another key than that of the work")
        return Solved(solved["milliseconds"] / 1000, used, solved["stutter"] / 1000)


class Slowed:
    """Lets processes run for one part of so many, by turns of a few milliseconds."""

    def __init__(self, processes, times):
        self.processes = processes
        self.times = times
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.by_turns)

    def __enter__(self):
        if self.times > 1:
            self.thread.start()

    def __exit__(self, *_):
        self.over.set()
        if self.times > 1:
            self.thread.join()

    def by_turns(self):
        try:
            while not self.over.is_set():
                start = time.monotonic()
                time.sleep(RUN)
                self.send(signal.SIGSTOP)
                ran = time.monotonic() - start
                time.sleep(ran * (self.times - 1))
                self.send(signal.SIGCONT)
        finally:
            self.send(signal.SIGCONT)

    def send(self, what):
        for process in self.processes:
            try:
                os.kill(process, what)
            except ProcessLookupError:
                pass  # a process of the browser's that was not needed any more


def chromium_processes():
    """Our own: descendants of this process."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            pass  # gone meanwhile
    return [pid for pid in parents if is_ours(pid, parents) and is_chromium(pid)]


def is_ours(pid, parents):
    while pid > 1:
        pid = parents.get(pid, 0)
        if pid == os.getpid():
            return True
    return False


def is_chromium(pid):
    try:
        return "chrom" in os.path.basename(os.readlink(f"/proc/{pid}/exe"))
    except OSError:
        return False


def processor(pid):
    """Seconds of processor time."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
