"""The README's pictures. `SHUDU_REWRITE_PICTURES=1` makes them anew; each stays under 200 kB."""

import os
import pathlib

import pytest
from PIL import Image

from desk import Server

FOLDER = pathlib.Path(__file__).parent / "Pictures"
PICTURES = ["desk-light.png", "desk-dark.png", "phone.png", "progress.png"]
LIMIT = 200_000


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_there_and_small(name):
    assert 10_000 < (FOLDER / name).stat().st_size < LIMIT


@pytest.mark.skipif(os.environ.get("SHUDU_REWRITE_PICTURES") != "1", reason="SHUDU_REWRITE_PICTURES=1 makes them")
def test_makes_the_pictures(corpus, open_desk):
    server = Server(corpus)
    second = Server(corpus, "王强")
    try:
        decide(server, second)
        desk = open_desk(server, viewport={"width": 1280, "height": 800})
        item = show(desk, "science-park")
        desk.press("m")
        desk.page.wait_for_timeout(400)
        take(desk, "desk-light.png")
        dark = open_desk(server, viewport={"width": 1280, "height": 800}, color_scheme="dark", locale="en-GB")
        show(dark, "ports")
        dark.page.wait_for_timeout(400)
        take(dark, "desk-dark.png")
        phone = open_desk(server, viewport={"width": 390, "height": 844}, device_scale_factor=1)
        phone.open(f"/?fact={item}")
        phone.wait_for_fact(item)
        phone.page.wait_for_timeout(400)
        take(phone, "phone.png")
        desk.open("/progress")
        take(desk, "progress.png")
    finally:
        server.stop()
        second.stop()


def show(desk, name):
    """A fact of an article with measure, subject and time told."""
    items = desk.server.get("/api/queue?limit=500&order=article")["items"]
    item = next(i for i in items if name in i["article"] and i.get("measure") and i.get("subject") and i.get("time")
                and i["confidence"] > 0.5 and len(i["before"]) > 10)
    desk.open(f"/?order=article&fact={item['id']}")
    desk.wait_for_fact(item["id"])
    return item["id"]


def decide(server, second):
    items = server.get("/api/queue?limit=120")["items"]
    for turn, item in enumerate(items):
        body = {"id": f"p{turn}".rjust(26, "0"), "action": "accept", "fact": item["id"]}
        if turn % 9 == 4:
            body |= {"action": "reject", "reason": "no_quantity"}
        elif turn % 4 == 2:
            body |= {"action": "correct", "fields": {["measure", "subject"][turn % 8 // 4]: {
                "text": "甲", "spans": [], **({"inherited": False, "resolved_from": None} if turn % 8 // 4 else {})}}}
        server.post("/api/decisions", body)
        if turn % 10 == 0:
            second.post("/api/decisions", {"id": f"q{turn}".rjust(26, "0"), "action": "reject", "fact": item["id"], "reason": "torn"})


def take(desk, name):
    path = FOLDER / name
    desk.page.screenshot(path=path)
    # A palette is enough for ink on paper.
    Image.open(path).convert("RGB").quantize(256).save(path, optimize=True)
