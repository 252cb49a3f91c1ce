"""The page in a real browser; skipped on a machine without Chromium (or VOLTEFACE_CHROMIUM)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from volteface.report_page.content import Content
from volteface.report_page.page import page as page_of

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)
LINE = "line-dam-UPL-stated"
TIMEOUT = 30_000


@dataclass
class Opened:
    """A page in the browser, with all that it wrote to the console and asked for."""

    page: Page
    path: Path
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def drawn(self) -> "Opened":
        """Wait until every chart is drawn."""
        charts = self.page.locator("[data-chart]").count()
        expect(self.page.locator("[data-drawn]")).to_have_count(charts, timeout=TIMEOUT)
        return self

    def marks(self, chart: str = LINE):  # type: ignore[no-untyped-def]  # noqa: ANN201
        """The marks of a chart."""
        return self.page.locator(f"[data-chart='{chart}'] .mark-symbol path")

    def serious_faults(self) -> list[str]:
        """What axe finds, from serious on, with everything unfolded."""
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        session = self.page.context.new_cdp_session(self.page)
        session.send("Runtime.evaluate", {"expression": AXE})
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{fault['id']}: {node['html']}"
            for fault in found["violations"]
            if fault["impact"] in {"serious", "critical"}
            for node in fault["nodes"]
        ]


@pytest.fixture(scope="module")
def browser(chromium: str | None) -> Iterator[Browser]:
    """Chromium, or a skip."""
    if chromium is None:
        pytest.skip("no Chromium: install it, or say in VOLTEFACE_CHROMIUM where it is")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a content's page from disk."""
    contexts = []

    def opens(content: Content, **how: object) -> Opened:
        place = tmp_path / "lake.html"
        place.write_text(page_of(content), encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, **how})  # type: ignore[arg-type]
        contexts.append(context)
        shown = Opened(context.new_page(), place)
        shown.page.on("console", lambda message: shown.console.append(message.text))
        shown.page.on("pageerror", lambda error: shown.console.append(str(error)))
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.goto(place.as_uri())
        return shown

    yield opens
    for context in contexts:
        context.close()


Opens = Callable[..., Opened]


def test_all_charts_are_drawn_and_nothing_is_asked_for(opened: Opens, content: Content) -> None:
    """Every mark is there, the console is empty, and only the file itself was read."""
    shown = opened(content).drawn()
    line = content.issues[0].timelines[0]
    expect(shown.marks()).to_have_count(len(line.marks))
    assert shown.console == []
    assert shown.requests == [shown.path.as_uri()]


def test_a_mark_opens_its_sentence_with_the_words_highlighted(
    opened: Opens, content: Content
) -> None:
    """Clicking the first mark shows its report's sentence; Escape leads back to the mark."""
    shown = opened(content).drawn()
    mark = shown.marks().first
    label = mark.get_attribute("aria-label") or ""
    mark.click(force=True)
    reader = shown.page.get_by_role("dialog")
    expect(reader).to_be_visible()
    words = reader.locator("mark").inner_text()
    assert words
    assert words in label
    assert len(reader.locator("blockquote").inner_text()) > len(words)
    shown.page.keyboard.press("Escape")
    expect(reader).to_be_hidden()
    expect(mark).to_be_focused()


def test_every_mark_opens_its_own_record(opened: Opens, content: Content) -> None:
    """The sentence behind each mark is the one that its label names."""
    shown = opened(content).drawn()
    line = content.issues[0].timelines[0]
    said = set()
    for mark in shown.marks().all():
        mark.focus()
        shown.page.keyboard.press("Enter")
        words = shown.page.get_by_role("dialog").locator("mark").inner_text()
        assert words in (mark.get_attribute("aria-label") or "")
        said.add(words)
        shown.page.keyboard.press("Escape")
        expect(mark).to_be_focused()
    assert len(said) == len(line.marks)


def test_a_click_beside_a_small_mark_means_it(opened: Opens, content: Content) -> None:
    """A finger need not hit the mark itself; far from all marks nothing opens."""
    shown = opened(content).drawn()
    shown.marks().first.scroll_into_view_if_needed()
    box = shown.marks().first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.page.mouse.click(x + 60, y + 60)
    expect(shown.page.get_by_role("dialog")).to_be_hidden()
    shown.page.mouse.click(x - 14, y + 10)
    expect(shown.page.get_by_role("dialog")).to_be_visible()


def test_the_keyboard_reaches_everything(opened: Opens, content: Content) -> None:
    """One tab stop a chart; arrows move in time, Enter opens, Next goes on, Close comes back."""
    shown = opened(content).drawn()
    stops = [mark.get_attribute("tabindex") for mark in shown.marks().all()]
    assert sorted(stops, key=str) == ["-1", "-1", "-1", "0"]
    shown.marks().first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        shown.page.keyboard.press(key)
    expect(shown.marks().nth(1)).to_be_focused()
    shown.page.keyboard.press("End")
    expect(shown.marks().last).to_be_focused()
    shown.page.keyboard.press("Home")
    shown.page.keyboard.press(" ")
    reader = shown.page.get_by_role("dialog")
    first = reader.locator("mark").inner_text()
    expect(reader.get_by_role("button", name="Previous")).to_be_disabled()
    reader.get_by_role("button", name="Next").press("Enter")
    expect(shown.page.locator("#reader-place")).to_have_text("2 of 4")
    assert reader.locator("mark").inner_text() != first
    reader.get_by_role("button", name="Close").press("Enter")
    expect(shown.marks().first).to_be_focused()


def test_the_list_of_evidence_is_one_step_away(opened: Opens, content: Content) -> None:
    """From the dialog a link leads to the same record in the list."""
    shown = opened(content).drawn()
    shown.marks().first.click(force=True)
    shown.page.get_by_role("link", name="In the list of evidence").click()
    expect(shown.page.get_by_role("dialog")).to_be_hidden()
    expect(shown.page).to_have_url(re.compile("#record-s-"))
    record = shown.page.url.partition("#")[2]
    expect(shown.page.locator(f"[id='{record}']")).to_be_in_viewport()


def test_a_link_into_a_fold_opens_it(opened: Opens, content: Content) -> None:
    """An answer's link to a chart that is folded away unfolds it."""
    shown = opened(content)
    anchor = content.issues[0].background[0].anchor
    fold = shown.page.locator("details", has=shown.page.locator(f"[id='{anchor}']"))
    expect(fold).not_to_have_attribute("open", "")
    shown.page.goto(f"{shown.path.as_uri()}#{anchor}")
    expect(fold).to_have_attribute("open", "")
    expect(shown.page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_without_javascript_links_lead_to_the_evidence(opened: Opens, content: Content) -> None:
    """The table's link jumps to the record, its words marked; the chart says where to look."""
    shown = opened(content, java_script_enabled=False)
    figure = shown.page.locator(f"[id='{LINE}']")
    expect(figure.locator("noscript p")).to_be_visible()
    figure.locator("summary").click()
    figure.locator(".marks a").first.click()
    expect(shown.page).to_have_url(re.compile("#record-s-"))
    record = shown.page.url.partition("#")[2]
    expect(shown.page.locator(f"[id='{record}'] mark")).to_be_in_viewport()


def test_printing_unfolds_and_draws_everything(opened: Opens, content: Content) -> None:
    """Before printing every fold is open and every chart drawn; afterwards folds close again."""
    shown = opened(content, viewport=NARROW)
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.page.locator("details:not([open])").count() == 0
    shown.drawn()
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown.page.locator("details[open]").count() == 0
    shown.page.emulate_media(media="print")
    expect(shown.page.locator("nav")).to_be_hidden()
    expect(shown.marks().first).to_be_visible()


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light")]
)
def test_axe_finds_no_serious_fault(
    opened: Opens, content: Content, viewport: ViewportSize, scheme: str
) -> None:
    """Contrast, names, roles and order hold on a screen, in the dark and on a phone."""
    shown = opened(content, viewport=viewport, color_scheme=scheme).drawn()
    assert shown.serious_faults() == []
    shown.marks().first.click(force=True)
    assert shown.serious_faults() == []
    assert shown.console == []


def test_a_phone_needs_no_sideways_scrolling(opened: Opens, content: Content) -> None:
    """Charts and text keep to the width of a phone, and follow when it is turned."""
    shown = opened(content, viewport=NARROW).drawn()
    width = "document.documentElement.scrollWidth"
    assert shown.page.evaluate(width) <= NARROW["width"]
    shown.page.set_viewport_size(WIDE)
    chart = shown.page.locator("[data-chart] svg").first
    before = chart.bounding_box()
    shown.page.set_viewport_size(NARROW)
    expect(chart).to_have_attribute("width", re.compile(r"^3\d\d$|^2\d\d$"), timeout=TIMEOUT)
    after = chart.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] <= NARROW["width"]
    assert shown.page.evaluate(width) <= NARROW["width"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>document.title='run'</script>",
        "<img src=x onerror=\"document.title='run'\">",
        "<svg/onload=document.title='run'>",
        "</script><script>document.title='run'</script>",
        "javascript:document.title='run'",
        "\u202egnp.exe",
    ],
)
def test_hostile_text_does_nothing(
    text: str, opened: Opens, everywhere: Callable[[str], Content]
) -> None:
    """No script of a report runs, no request is made, and the page works as ever."""
    shown = opened(everywhere(text)).drawn()
    shown.marks("line-1").first.click(force=True)
    expect(shown.page.get_by_role("dialog").locator("mark").first).to_be_visible()
    assert shown.page.evaluate("document.querySelector('h1').textContent") != "run"
    assert shown.page.title() != "run"
    assert shown.console == []
    assert shown.requests == [shown.path.as_uri()]
