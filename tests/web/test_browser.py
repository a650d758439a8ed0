"""A browser draws the page, asks nothing of other hosts, and lists without a map too."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright
from waitress.server import create_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SOFTWARE_GL = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
NO_GL = ("--disable-3d-apis",)
PICTURE = Path(__file__).parents[2] / "docs" / "images" / "review.png"
PROPOSED = "LINESTRING (116.562 35.412, 116.599 35.413)"


@dataclass
class Watched:
    """A page with what it asked for and what it complained of."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def nothing_amiss(self) -> None:
        """Every request went to our own host, and the console holds neither error nor warning."""
        outside = [
            url for url in self.asked if not url.startswith((self.address, "data:", "blob:"))
        ]
        assert outside == []
        assert self.complaints == []


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def engine() -> Iterator[Playwright]:
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def opened(engine: Playwright, address: str) -> Iterator[Callable[..., Watched]]:
    """Opens a page of the application in a browser with the given flags."""
    browsers: list[Browser] = []

    def open_page(path: str, *flags: str, scripts: bool = True) -> Watched:
        browser = engine.chromium.launch(executable_path=str(CHROMIUM), args=[*QUIET, *flags])
        browsers.append(browser)
        context = browser.new_context(
            viewport={"width": 1366, "height": 768}, locale="zh-CN", java_script_enabled=scripts
        )
        watched = Watched(context.new_page(), address)
        watched.page.on("request", lambda request: watched.asked.append(request.url))
        watched.page.on("requestfailed", lambda request: _miss(watched, request))
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.on("console", lambda message: _hear(watched, message))
        watched.page.goto(address + path)
        return watched

    yield open_page
    for browser in browsers:
        browser.close()


def _hear(watched: Watched, message: ConsoleMessage) -> None:
    # The software renderer of this test remarks on its own speed.
    if message.type in ("error", "warning") and "GL Driver Message" not in message.text:
        watched.complaints.append(message.text)


def _miss(watched: Watched, request: Request) -> None:
    # A review that is overtaken by the next letter is called off by the page itself.
    if request.failure != "net::ERR_ABORTED":
        watched.complaints.append(f"{request.url}: {request.failure}")


def _drawn(page: Page) -> None:
    """Waits until the map stands with its areas, lines and places read."""
    expect(page.locator("#map canvas")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#no-map")).to_be_hidden()


def test_a_name_typed_is_reviewed_as_it_is_typed(
    opened: Callable[..., Watched], tmp_path: Path
) -> None:
    watched = opened("/", *SOFTWARE_GL)
    page = watched.page
    _drawn(page)
    page.get_by_label("政区").select_option("任城区")
    page.keyboard.press("Escape")
    page.get_by_text("线位（WKT").click()
    page.locator("#geometry").fill(PROPOSED)
    page.get_by_label("审一个拟用名称").click()
    page.keyboard.insert_text("常山路")

    finding = page.locator(".finding", has_text="与长山路同音")
    expect(finding).to_contain_text("违反")
    expect(finding).to_contain_text("《地名管理条例》第九条第一款第（八）项")
    expect(finding.get_by_role("link", name="长山路")).to_be_visible()
    expect(page.locator(".outcome h1")).to_contain_text("常")
    assert page.evaluate("document.activeElement.id") == "name"
    assert "review=%E5%B8%B8%E5%B1%B1%E8%B7%AF" in page.url
    _drawn(page)
    page.wait_for_timeout(1000)  # labels fade in for 150 ms once their glyphs are drawn

    picture = PICTURE if os.environ.get("DIMING_SCREENSHOTS") else tmp_path / "review.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture)
    assert picture.stat().st_size > 20_000
    watched.nothing_amiss()


def test_everything_is_reached_by_keyboard(opened: Callable[..., Watched]) -> None:
    watched = opened("/", *SOFTWARE_GL)
    page = watched.page
    _drawn(page)
    page.keyboard.press("/")
    page.keyboard.type("changshanlu")
    row = page.locator(".hits a").first
    expect(row).to_contain_text("长山路")
    page.keyboard.press("ArrowDown")
    expect(row).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".life h1")).to_contain_text("长")
    page.keyboard.press("Escape")
    expect(page.locator(".hits a").first).to_contain_text("长山路")
    page.locator(".hits a").first.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.go_back()
    expect(page.locator(".life h1")).to_contain_text("长")
    watched.nothing_amiss()


def test_without_a_map_the_list_works(opened: Callable[..., Watched]) -> None:
    watched = opened("/", *NO_GL)
    page = watched.page
    expect(page.locator("#no-map")).to_contain_text("地图不能显示，列表照常可用")
    page.locator("#q").fill("长山")
    expect(page.locator(".hits a").first).to_contain_text("长山路")
    page.locator(".hits a").first.click()
    expect(page.locator(".life")).to_contain_text("济宁市任城区")


def test_without_scripts_the_forms_work(opened: Callable[..., Watched]) -> None:
    watched = opened("/", scripts=False)
    page = watched.page
    page.locator("#name").fill("常山路")
    page.get_by_label("政区").select_option("任城区")
    page.get_by_role("button", name="审查").click()
    expect(page.locator(".finding", has_text="与长山路同音")).to_be_visible()
    page.locator("#q").fill("长山")
    page.get_by_role("button", name="查询").click()
    page.get_by_role("link", name="长山路").click()
    expect(page.locator(".life h1")).to_contain_text("长")
    watched.nothing_amiss()


def test_dark_and_print_are_drawn_by_the_same_sheet(opened: Callable[..., Watched]) -> None:
    watched = opened("/?review=常山路&area=370811", *SOFTWARE_GL)
    page = watched.page
    _drawn(page)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) != light
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    expect(page.locator("#frame")).to_be_hidden()
    expect(page.locator("#search")).to_be_hidden()
    expect(page.locator(".finding").first).to_be_visible()
    watched.nothing_amiss()
