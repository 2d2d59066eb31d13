#!/usr/bin/env python3
"""Open a dataset's page from disk in headless Chromium (PyPI's playwright, axe-core) and use it.

    check_page.py DATASET SHUDU [--pictures FOLDER]

Light and dark, wide and narrow: no message of the console, nothing wider than the window, no finding of axe-core; search
and filters leave the facts that facts.csv has; the page works by keys alone; and nothing is fetched. An article that
tries to run as script, in a corpus made for it, is shown as text.
"""
import csv
import os
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
problems = []


def check(holds, words):
    if not holds:
        problems.append(words)
        print("WRONG", words)


def facts(folder):
    with open(os.path.join(folder, "facts.csv"), encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if not row["same_as"] and not row["reprint_of"]]


def count(page):
    page.wait_for_timeout(300)
    return int(page.locator("#count b").first.inner_text().replace(",", ""))


def use(page, rows):
    check(count(page) == len(rows), "the page has not the facts of facts.csv")
    page.keyboard.press("/")
    check(page.evaluate("document.activeElement.id") == "search", "`/` does not lead to the search")
    page.keyboard.type("增长")
    wanted = [row for row in rows if "增长" in row["sentence"] + row["quote"] + row["measure"] + row["subject"]]
    check(len(wanted) <= count(page) <= len(rows), "search leaves facts out")
    marked = page.locator(".fact mark").first.inner_text()
    check(marked == page.locator(".fact .quote").first.inner_text(), "the mark is not the quote")
    page.locator("button[type=reset]").click()
    page.select_option("#status", "target")
    check(count(page) == sum(row["status"] == "target" for row in rows), "the filter by status")
    page.select_option("#kind", "money")
    both = sum(row["status"] == "target" and row["kind"] == "money" for row in rows)
    check(count(page) == both, "the filter by status and kind")
    page.locator("button[type=reset]").click()
    check(count(page) == len(rows), "resetting the filters leaves facts out")
    measure = page.locator("#line-measure option").nth(1).get_attribute("value")
    page.select_option("#line-measure", measure)
    check(measure in page.locator("#plot svg").get_attribute("aria-label"), "the time line of a measure")
    points = page.locator("#plot svg > :is(circle, rect, path:not(.join))").count()
    check(points == page.locator("#line-table tbody tr").count() > 0, "the time line has not its table's points")
    shown = page.locator(".fact").count()
    page.locator("#more").focus()
    page.keyboard.press("Enter")
    check(page.locator(".fact").count() > shown, "more facts by the keyboard")
    before = page.locator("html").get_attribute("lang")
    page.locator("#language").click()
    check(page.locator("html").get_attribute("lang") != before, "the switch of languages")


HOSTILE = """</script><script>alert(1)</script>新增企业31家。

“<img src=x onerror=alert(2)>科技公司”营业收入增长<b onclick=alert(3)>6.2%</b>。

javascript:alert(4)港完成吞吐量4.36亿吨&lt;script&gt;alert(5)&lt;/script&gt;。

=HYPERLINK("http://x.example","点击")新增就业12万人。
"""


def resist(browser, shudu):
    """Makes the page of an article that tries to run, and looks whether it did."""
    with tempfile.TemporaryDirectory() as room:
        os.makedirs(os.path.join(room, "corpus", "articles"))
        with open(os.path.join(room, "corpus", "articles", "a.txt"), "w", encoding="utf-8") as file:
            file.write(HOSTILE)
        with open(os.path.join(room, "corpus", "corpus.yaml"), "w", encoding="utf-8") as file:
            file.write("name: </title><script>alert(6)</script>\n")
        output = os.path.join(room, "out")
        subprocess.run([shudu, "rebuild", os.path.join(room, "corpus"), "--output", output], check=True, capture_output=True)
        page = browser.new_page()
        page.on("dialog", lambda dialog: (check(False, f"ran: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda message: check(False, f"hostile, console: {message.text}"))
        page.goto("file://" + os.path.join(output, "index.html"))
        page.wait_for_selector(".fact")
        page.wait_for_timeout(500)
        check(page.locator("script").count() == 2, "an article made a script element")
        check(page.locator("main img, main b[onclick]").count() == 0, "an article made an element")
        check("<script>alert(1)</script>" in page.locator("#facts").inner_text(), "the article's words are not shown")
        check("</title>" in page.locator("h1").inner_text(), "the title is not shown as text")
        page.close()


def main(folder, shudu, pictures):
    rows = facts(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for name, width, height in (("wide", 1280, 900), ("narrow", 390, 844)):
                locale = "zh-CN" if scheme == "light" else "en-US"
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, locale=locale
                )
                page = context.new_page()
                page.on("console", lambda message: check(False, f"console: {message.text}"))
                page.on("pageerror", lambda error: check(False, f"error: {error}"))
                page.on("request", lambda request: check(request.url.startswith("file:"), f"fetches {request.url}"))
                page.goto("file://" + os.path.abspath(os.path.join(folder, "index.html")))
                page.wait_for_selector(".fact")
                check(page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: wider than the window")
                if pictures:
                    page.screenshot(path=os.path.join(pictures, f"{name}-{scheme}.png"))
                found = Axe().run(page).response["violations"]
                for violation in found:
                    check(False, f"{name} {scheme}: {violation['id']}: {violation['nodes'][0]['html'][:150]}")
                if name == "wide":
                    use(page, rows)
                context.close()
        resist(browser, shudu)
        browser.close()
    print(f"{len(rows)} facts on the page; {len(problems)} problems")
    sys.exit(1 if problems else 0)


main(sys.argv[1], sys.argv[2], sys.argv[4] if len(sys.argv) > 4 else None)
