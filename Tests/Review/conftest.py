"""Fixtures: a processed corpus, a server, a desk in headless Chromium."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from desk import CHROMIUM, ROOT, Desk, Server, copied, process

ARTICLES = ["ports.jsonl", "science-park-torn.txt", "education.md", "company-results.html", "harvest.txt"]


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus") / "press"
    (folder / "articles").mkdir(parents=True)
    for name in ARTICLES:
        shutil.copy(ROOT / "Corpus/articles" / name, folder / "articles")
    process(folder)
    return folder


@pytest.fixture
def corpus(template, tmp_path):
    return copied(template, tmp_path / "press")


@pytest.fixture
def server(corpus):
    server = Server(corpus)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_desk(browser):
    """Opens desks that are closed, and asked for violations, at the test's end."""
    desks = []

    def open_(server, **options):
        desks.append(Desk(browser, server, **options))
        return desks[-1]

    yield open_
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(open_desk, server):
    return open_desk(server)
