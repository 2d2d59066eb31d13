"""A corpus, the server that serves it, and what a person does on its pages."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHUDU = os.environ.get("SHUDU", str(ROOT / ".build/debug/shudu"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
TOKEN = "a-token-of-the-tests"


def process(corpus):
    """Extracts a corpus's facts into its index."""
    subprocess.run([SHUDU, "process", str(corpus)], check=True, capture_output=True)


def decisions(corpus):
    """The decisions of the log; a line that is none fails the test."""
    log = corpus / "decisions.jsonl"
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`shudu review` of a corpus."""

    def __init__(self, corpus, reviewer="李蕾", port=None):
        self.corpus = corpus
        self.port = port or free_port()
        self.process = subprocess.Popen(
            [SHUDU, "review", str(corpus), "--port", str(self.port), "--reviewer", reviewer, "--token", TOKEN],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.endswith(f":{self.port}/?token={TOKEN}"), self.process.stderr.read()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def cookie(self):
        return f"shudu-{self.port}={TOKEN}"

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def get(self, path):
        request = urllib.request.Request(self.origin + path, headers={"Cookie": self.cookie})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def post(self, path, body):
        request = urllib.request.Request(
            self.origin + path, data=json.dumps(body).encode(), method="POST",
            headers={"Cookie": self.cookie, "Content-Type": "application/json", "Origin": self.origin})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


# The fact of the form, where it is drawn and marked in the article; else null.
SHOWN = """() => {
  const fact = document.querySelector('#form').dataset.fact
  return document.querySelector('#form .headline') && document.querySelector('#text .in-quote') ? fact ?? null : null
}"""

# Resolves as soon as another fact is shown. Watched from within: asking again and again would take the browser's time.
MOVED = f"""(before) => new Promise((resolve, reject) => {{
  const shown = {SHOWN}
  const form = document.querySelector('#form')
  const end = setTimeout(() => reject(new Error('no other fact was ever shown')), 15000)
  const watch = new MutationObserver(look)
  function look() {{
    const fact = shown()
    if (!fact || fact === before) return
    watch.disconnect()
    clearTimeout(end)
    resolve(fact)
  }}
  watch.observe(form, {{ attributes: true, childList: true }})
  look()
}})"""


class Desk:
    """A page of the app in a browser, with every error and policy violation on record."""

    def __init__(self, browser, server, **options):
        self.server = server
        self.violations = []
        self.context = browser.new_context(**{"locale": "zh-CN", "viewport": {"width": 1360, "height": 860}, **options})
        self.page = self.context.new_page()
        self.page.expose_function("reportViolation", lambda text: self.violations.append(text))
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => reportViolation("
            "`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))")
        self.page.on("pageerror", lambda error: self.violations.append(f"error: {error}"))
        self.page.on("request", self.watch)
        self.open("/")

    def watch(self, request):
        if not request.url.startswith((self.server.origin + "/", "data:", "blob:")):
            self.violations.append(f"request: {request.url}")

    def open(self, path):
        separator = "&" if "?" in path else "?"
        self.page.goto(f"{self.server.origin}{path}{separator}token={TOKEN}")
        self.ready()

    def ready(self):
        self.page.wait_for_selector("body[data-ready=yes]")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def until(self, condition, arg=None):
        """Waits for a condition of the page. Playwright's own wait needs `eval`, which the policy refuses."""
        end = time.monotonic() + 15
        while not self.page.evaluate(condition, arg):
            assert time.monotonic() < end, f"never came: {condition} {arg or ''}"
            time.sleep(0.01)

    def saved(self):
        """Waits until every decision is on the disk."""
        self.page.wait_for_selector("#saved[data-state=saved]")

    @property
    def current(self):
        return self.page.get_attribute("#queue-list [aria-current]", "data-id")

    def wait_for_fact(self, fact):
        self.until(f"id => ({SHOWN})() === id", arg=fact)

    def shown(self):
        """The fact that the form shows and the article marks; none while another is on its way."""
        return self.page.evaluate(SHOWN)

    def move_on(self, key, before=None):
        """Presses a key that goes on to another fact, waits for that, and gives it."""
        if before is None:
            self.until(SHOWN)
            before = self.shown()
        self.press(key)
        return self.page.evaluate(MOVED, before)

    def value(self, field):
        return self.page.inner_text(f"[data-field={field}] .field-value > span:first-child")

    def state(self, fact):
        return self.page.get_attribute(f'#queue-list [data-id="{fact}"]', "data-state")

    def wait_for_state(self, fact, state):
        self.page.wait_for_selector(f'#queue-list [data-id="{fact}"][data-state="{state}"]')

    def close(self):
        self.context.close()
        assert self.violations == []


def copied(template, folder):
    """A corpus of one's own, index included."""
    shutil.copytree(template, folder)
    return folder


def timed(action):
    start = time.monotonic()
    action()
    return time.monotonic() - start
