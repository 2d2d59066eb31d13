"""What is refused, and what stays text."""

import http.client
import json
import subprocess

import pytest

from desk import SHUDU, TOKEN, Server, copied, decisions, free_port, process

HOSTILE = [
    "</script><script>window.pwned = 1</script>",
    "\"><img src=x onerror=\"window.pwned = 1\">",
    "<svg onload=window.pwned=1>",
    "{{constructor}} ${1} {{{t}}}",
    "'+alert(1)+'",
]


@pytest.fixture(scope="module")
def corpus(template, tmp_path_factory):
    """One for all: nothing is ever decided in it."""
    return copied(template, tmp_path_factory.mktemp("refusals") / "press")


@pytest.fixture(scope="module")
def server(corpus):
    server = Server(corpus)
    yield server
    server.stop()


def ask(server, method, path, headers=None, body=None, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.port}")
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    if body is not None and "Content-Length" not in (headers or {}):
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders()
    if body is not None:
        try:
            connection.send(body)
        except (BrokenPipeError, ConnectionResetError):
            pass
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer, text


def good(server):
    return {"Cookie": server.cookie, "Content-Type": "application/json", "Origin": server.origin}


@pytest.fixture
def accept(server):
    fact = server.get("/api/queue?limit=1")["items"][0]["id"]
    return json.dumps({"id": "5" * 26, "action": "accept", "fact": fact}).encode()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:PORT", "127.0.0.1.evil.example:PORT", "127.0.0.1:1", "[::1"])
def test_refuses_other_hosts_on_every_method(server, corpus, accept, method, host):
    body = accept if method in ("POST", "PUT", "PATCH") else None
    path = "/api/decisions" if body else "/"
    answer, text = ask(server, method, path, good(server), body, host.replace("PORT", str(server.port)))
    assert answer.status == 421 and TOKEN.encode() not in text
    assert decisions(corpus) == []


@pytest.mark.parametrize("change", [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": None},
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"}, {"Origin": "http://127.0.0.1"},
])
def test_refuses_posts_of_other_sites(server, corpus, accept, change):
    headers = {name: value for name, value in {**good(server), **change}.items() if value is not None}
    answer, _ = ask(server, "POST", "/api/decisions", headers, accept)
    assert answer.status == 403 and decisions(corpus) == []


def test_refuses_reads_by_other_sites(server):
    for kind in ["no-cors", "cors", "websocket"]:
        headers = {"Cookie": server.cookie, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": kind}
        assert ask(server, "GET", "/api/queue", headers)[0].status == 403
    framed = {"Cookie": server.cookie, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    assert ask(server, "GET", "/", framed)[0].status == 403


@pytest.mark.parametrize("cookie", [None, "", "shudu-PORT=", "shudu-PORT=wrong-token-of-tests", "shudu-1=" + TOKEN, "other=" + TOKEN])
def test_refuses_who_has_no_token(server, corpus, accept, cookie):
    headers = {**good(server)}
    del headers["Cookie"]
    if cookie is not None:
        headers["Cookie"] = cookie.replace("PORT", str(server.port))
    assert ask(server, "POST", "/api/decisions", headers, accept)[0].status == 401
    for path in ["/", "/settle", "/progress", "/api/queue", "/api/article?key=x", "/web/desk.js", "/web/messages.zh.json"]:
        answer, text = ask(server, "GET", path, headers)
        assert answer.status == 401 and b"articles/" not in text
    assert ask(server, "GET", "/?token=wrong", headers)[0].status == 401
    assert decisions(corpus) == []


def test_the_token_becomes_a_strict_cookie(server):
    answer, text = ask(server, "GET", f"/?token={TOKEN}&kind=money")
    cookie = answer.headers["Set-Cookie"]
    assert answer.status == 200 and TOKEN.encode() not in text and b"/?kind&#x3D;money" in text or b"/?kind=money" in text
    for part in [f"shudu-{server.port}={TOKEN}", "HttpOnly", "SameSite=Strict", "Path=/"]:
        assert part in cookie
    assert answer.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json-patch"])
def test_refuses_other_content_types(server, corpus, accept, kind):
    headers = {**good(server)}
    del headers["Content-Type"]
    if kind:
        headers["Content-Type"] = kind
    assert ask(server, "POST", "/api/decisions", headers, accept)[0].status == 415
    assert decisions(corpus) == []


def test_refuses_oversized_bodies(server, corpus, accept):
    large = accept[:-1] + b',"note":"' + b"a" * (1 << 21) + b'"}'
    assert ask(server, "POST", "/api/decisions", good(server), large)[0].status == 413
    told = {**good(server), "Content-Length": str(1 << 40)}
    assert ask(server, "POST", "/api/decisions", told, b"{")[0].status == 413
    chunked = {**good(server), "Transfer-Encoding": "chunked", "Content-Length": ""}
    del chunked["Content-Length"]
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        connection.request("POST", "/api/decisions", iter([large[i:i + 65536] for i in range(0, len(large), 65536)]), chunked, encode_chunked=True)
        assert connection.getresponse().status == 413
    except (BrokenPipeError, ConnectionResetError):
        pass
    assert decisions(corpus) == []


@pytest.mark.parametrize("body", [
    b"", b"{", b"[]", b"null", b'"x"', b'{"id":"x","action":"accept","fact":"y"}', b'{"action":"accept"}',
    b'{"id":"66666666666666666666666666","action":"burn","fact":"y"}',
    b'{"id":"66666666666666666666666666","action":"accept"}',
    b'{"id":"66666666666666666666666666","action":"undo","fact":"y"}',
    b'{"id":"66666666666666666666666666","action":"correct","fact":"y","fields":{}}',
    b'{"id":"../../../../etc/passwd0000","action":"accept","fact":"y"}', b"\xff\xfe", b"[" * 100000,
])
def test_refuses_bodies_that_are_no_decisions(server, corpus, body):
    answer, text = ask(server, "POST", "/api/decisions", good(server), body)
    assert answer.status in (400, 404, 422) and json.loads(text)["error"]["code"]
    assert decisions(corpus) == []


def test_refuses_fields_that_are_none(server, corpus):
    fact = server.get("/api/queue?limit=1")["items"][0]["id"]
    for fields in [{"id": "x"}, {"article": {"key": "y"}}, {"measure": 7}, {"status": None}, {"value": "1,5"}, {"measure": {"text": "x"}}]:
        body = json.dumps({"id": "7" * 26, "action": "correct", "fact": fact, "fields": fields}).encode()
        assert ask(server, "POST", "/api/decisions", good(server), body)[0].status in (400, 422), fields
    assert decisions(corpus) == []


@pytest.mark.parametrize("path", [
    "/web/../../../../etc/passwd", "/web/..%2f..%2fetc%2fpasswd", "/web/%2e%2e/messages.tsv", "/web/messages.tsv",
    "/web/desk.mustache", "/web/", "/web/desk.js/x", "/web//etc/passwd", "/web/desk.js%00.css", "//etc/passwd", "/.shudu/index.sqlite",
    "/decisions.jsonl", "/api/article?key=../../etc/passwd", "/api/article?key=/etc/passwd", "/api/fact?id=%27%20OR%201=1--",
])
def test_paths_lead_nowhere_else(server, path):
    answer, text = ask(server, "GET", path, {"Cookie": server.cookie})
    assert answer.status in (400, 404), path
    assert b"root:" not in text


def test_search_is_text(server):
    for words in ["'", '"', "%", "_", "*", "NEAR(", "'; DROP TABLE fact; --", "\u202e", "a" * 2000]:
        import urllib.parse
        assert "total" in server.get("/api/count?q=" + urllib.parse.quote(words))


def test_every_answer_has_the_headers(server):
    for method, path in [("GET", "/"), ("GET", "/api/queue"), ("GET", "/nothing"), ("GET", "/web/desk.js"), ("POST", "/api/decisions"), ("OPTIONS", "/")]:
        answer, _ = ask(server, method, path, {"Cookie": server.cookie}, b"" if method == "POST" else None)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.headers["X-Frame-Options"] == "DENY"
        assert "Access-Control-Allow-Origin" not in answer.headers and "Server" not in answer.headers


def test_listens_on_loopback_alone(server):
    ports = subprocess.run(["cat", "/proc/net/tcp", "/proc/net/tcp6"], capture_output=True, text=True).stdout
    listening = [line.split()[1] for line in ports.splitlines() if line.split()[3:4] == ["0A"]]
    assert [place for place in listening if place.endswith(f":{server.port:04X}")] == [f"0100007F:{server.port:04X}"]


def test_another_address_wants_a_token_and_says_so(corpus):
    run = subprocess.run([SHUDU, "review", str(corpus), "--listen", "0.0.0.0"], capture_output=True, text=True)
    assert run.returncode == 64 and "--token" in run.stderr
    run = subprocess.run([SHUDU, "review", str(corpus), "--listen", "0.0.0.0", "--token", "short"], capture_output=True, text=True)
    assert run.returncode == 64


@pytest.fixture
def hostile(tmp_path):
    """Articles with hostile words in each place that is shown: text, title, file name, unit, measure, subject."""
    corpus = tmp_path / "<img src=x onerror=pwned=1>"
    (corpus / "articles").mkdir(parents=True)
    for turn, words in enumerate(HOSTILE):
        name = "".join(c for c in words if c not in "/")
        (corpus / "articles" / f"{turn} {name}.txt").write_text(
            f"# {words}标题新建公园{turn + 2}个\n\n{words}重庆市新建{words}公园{turn + 12}个,{words}同比增长2{turn}%。\n", "utf-8")
    (corpus / "articles/bidi.txt").write_text("重庆\u202e市\u202c新建\u200b公园12\u2066个\u2069,增长20%\ue000。\n", "utf-8")
    (corpus / "articles/long.txt").write_text("重庆市新建公园12个," + "很长" * 170_000 + "增长20%。\n", "utf-8")
    (corpus / "corpus.yaml").write_text(json.dumps({"name": HOSTILE[0], "reviewer": HOSTILE[1][:40]}), "utf-8")
    process(corpus)
    return corpus


def test_hostile_articles_stay_text(hostile, open_desk):
    server = Server(hostile, HOSTILE[1][:40])
    try:
        desk = open_desk(server)
        items = server.get("/api/queue?limit=100")["items"]
        assert len({item["article"] for item in items}) == len(HOSTILE) + 2
        words = HOSTILE[1]
        server.post("/api/decisions", {"id": "8" * 26, "action": "correct", "fact": items[0]["id"], "fields": {
            "measure": {"text": words, "spans": []}, "unit": {"text": words}, "time": {"text": words, "spans": [], "value": words, "inherited": False},
            "attribution": {"text": words, "spans": []}}})
        server.post("/api/decisions", {"id": "9" * 26, "action": "note", "fact": items[0]["id"], "note": words})
        # The first of each article.
        for item in {item["article"]: item for item in reversed(items)}.values():
            desk.open(f"/?order=article&fact={item['id']}")
            desk.wait_for_fact(item["id"])
            desk.press("m", "w")
            desk.press("Escape", "g")
            desk.press("Escape")
        desk.press("b")
        desk.page.wait_for_selector("dialog .sample li")
        other = Server(hostile, HOSTILE[0])
        try:
            other.post("/api/decisions", {"id": "a" * 26, "action": "reject", "fact": items[0]["id"], "reason": HOSTILE[0]})
        finally:
            other.stop()
        for path in ["/settle", "/progress"]:
            desk.open(path)
            assert desk.page.evaluate("document.querySelectorAll('main img, main script, main svg[onload]').length") == 0
        assert desk.page.evaluate("window.pwned") is None
        assert desk.violations == []
    finally:
        server.stop()


def test_hidden_characters_are_shown_as_marks(hostile, open_desk):
    server = Server(hostile)
    try:
        desk = open_desk(server)
        desk.open("/?article=articles/bidi.txt")
        desk.page.wait_for_selector("#text .hidden-character")
        marks = set(desk.page.locator("#text .hidden-character").all_inner_texts())
        assert {"U+202E", "U+200B", "U+E000"} <= marks
        shown = desk.page.evaluate("document.querySelector('#text').textContent")
        assert not any(character in shown for character in "\u202e\u202c\u200b\u2066\u2069\ue000")
        start = desk.page.evaluate("""() => {
          const mark = document.querySelector('#text .hidden-character')
          const piece = mark.closest('[data-start]')
          return [Number(piece.dataset.start), Number(piece.dataset.length), piece.textContent.length]
        }""")
        assert start[1] < start[2]
    finally:
        server.stop()


def test_the_key_is_new_with_every_start(corpus):
    seen = set()
    for _ in range(2):
        run = subprocess.Popen([SHUDU, "review", str(corpus), "--port", str(free_port())], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        seen.add(run.stdout.readline().split("token=")[1])
        run.terminate()
        run.wait()
        run.stdout.close()
    assert len(seen) == 2 and all(len(token.strip()) == 32 for token in seen)
