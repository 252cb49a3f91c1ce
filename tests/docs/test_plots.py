import importlib
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy import optimize, stats

from volteface.conflict import load_conflict
from volteface.questions import whatif

_PLACE = Path(__file__).parents[2] / "docs" / "conflict"
_PAGES = sorted(page.stem for page in _PLACE.glob("*.md") if page.stem != "index")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([\w-]+)\.svg\)")
_LARGEST = 60_000


@pytest.fixture(scope="session")
def picture() -> Iterator[Callable[[str], dict]]:
    """The specification of a picture by its name, made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(_PLACE))
        pictures = importlib.import_module("plots").PICTURES
        yield cache(lambda name: pictures[name]())


def points(spec: dict, series: str, *, mark: str = "curve", panel: int = 0) -> dict:
    """One series of a panel, y by x."""
    rows = spec["hconcat"][panel]["data"]["values"]
    return {r["x"]: r["y"] for r in rows if r["series"] == series and r.get("mark", mark) == mark}


def survival(mean: float, size: float, distance: float, pace: float) -> float:
    """The page's equation for S."""
    x, y = distance / np.sqrt(pace), (2 * mean - 1) * np.sqrt(pace)
    t2 = 4 * pace * mean * (1 - mean) / (size + 1)
    root = np.sqrt(1 + t2)
    returns = np.exp(-2 * x * y + 2 * x**2 * t2) * stats.norm.cdf((y - 2 * x * t2 - x) / root)
    return float(stats.norm.cdf((x + y) / root) - returns)


def luck(chance: float) -> float:
    """Four Monte Carlo standard errors of a share of 2,000 worlds."""
    return 4 * np.sqrt(chance * (1 - chance) / 2000) + 1e-4


@pytest.mark.parametrize("page", _PAGES)
def test_a_page_has_a_picture_with_words_for_it(page: str) -> None:
    """Every part of the model is shown by an image that exists, is small and has an alt text."""
    found = _IMAGE.findall((_PLACE / f"{page}.md").read_text("utf-8"))
    assert page in {name for _, name in found}
    for words, name in found:
        assert len(words.split()) > 10
        assert 0 < (_PLACE / f"{name}.svg").stat().st_size < _LARGEST


def test_battlefield_is_the_gamblers_ruin(picture: Callable) -> None:
    """Curves solve the walk's own equations, and the kernel's dots lie on them."""
    spec = picture("battlefield")
    for p in (0.45, 0.5, 0.55):
        walk = np.eye(21)
        for forts in range(1, 20):
            walk[forts, [forts - 1, forts + 1]] = p - 1, -p
        exact = np.linalg.solve(walk, np.eye(21)[20])
        curve = points(spec, f"p = {p}")
        dots = points(spec, f"p = {p}", mark="dot")
        assert [curve[forts] for forts in (1, 8, 19)] == pytest.approx(exact[[1, 8, 19]], abs=1e-4)
        assert len(dots) == 4
        assert all(abs(dots[k] - exact[int(k)]) < luck(exact[int(k)]) for k in dots)


def test_overstretch_lengthens_the_wars_shown(picture: Callable) -> None:
    """After ten years more wars go on the higher nu."""
    spec = picture("battlefield")
    series = [f"nu = {nu}" for nu in (0, 0.05, 0.1, 0.2, 0.3)]
    going = [points(spec, name, panel=1)[121] for name in series]
    assert going == sorted(going)
    assert going[0] < 0.3
    assert going[-1] > 0.9


def test_belief_is_the_pages_equation_and_skellams(picture: Callable) -> None:
    """Curves are S for their size; dots are survival when the odds are known."""
    spec = picture("belief")
    for size in (10, 30, 100):
        curve = points(spec, f"n = {size}")
        for mean in (0.35, 0.5, 0.6):
            assert curve[mean] == pytest.approx(survival(mean, size, 20, 100), abs=1e-4)
    for mean, seen in points(spec, "odds known", mark="dot").items():
        ups = stats.skellam(100 * mean, 100 * (1 - mean))
        exact = ups.sf(-20) - ((1 - mean) / mean) ** 20 * ups.sf(20)
        assert seen == pytest.approx(exact, abs=1e-4)


def test_patrons_have_dixits_triggers(picture: Callable) -> None:
    """The band's middle and half width solve the page's equation; dots are Marshall's."""
    spec = picture("patrons")
    rho, sigma, face = 0.015, 0.03, 2
    r = np.sqrt(2 * rho) / sigma
    for name, entry in (("own force, k = 10", 10), ("arms, k = 1", 1)):
        half = rho * (entry + face) / 2
        width = optimize.brentq(lambda h: h - np.tanh(r * h) / r - half, 0, 1)  # noqa: B023
        middle = rho * (entry - face) / 2
        rows = [row for row in spec["hconcat"][0]["data"]["values"] if row["series"] == name]
        band = next(row for row in rows if row["mark"] == "band" and row["x"] == sigma)
        low, high = band["y"], band["y2"]
        assert (low, high) == pytest.approx((middle - width, middle + width), abs=1e-4)
        marked = [row["y"] for row in rows if row["mark"] == "dot"]
        assert marked == pytest.approx([rho * entry, -rho * face])


def test_words_and_contacts_follow_belief(picture: Callable) -> None:
    """Words are the step less 1.5 times doubt; contacts twice doubt less 1; deeds stay."""
    spec = picture("words")
    said, called = points(spec, "words"), points(spec, "contacts")
    assert set(points(spec, "deeds").values()) == {1}
    assert len(said) > 100
    for hope in said:
        assert said[hope] == pytest.approx(1 - 1.5 * (1 - hope), abs=2e-4)
        assert called[hope] == pytest.approx(max(0, 2 * (1 - hope) - 1), abs=2e-4)


def test_leverage_is_what_the_client_would_lose(picture: Callable) -> None:
    """Curves are 1 - b(without) / b(with), and the kernel's dots lie on them."""
    spec = picture("leverage")
    for effect in (0.25, 0.5, 1.0):

        def exact(share: float, effect: float = effect) -> float:
            odds = 1 - effect * (1 - share) / (1.5 + effect)
            return 1 - survival(odds / (1 + odds), 30, 20, 200) / survival(0.5, 30, 20, 200)

        curve = points(spec, f"gives {effect}")
        dots = points(spec, f"gives {effect}", mark="dot")
        assert [curve[s] for s in (0, 0.5, 1)] == pytest.approx(
            [exact(s) for s in (0, 0.5, 1)], abs=1e-4
        )
        assert len(dots) == 12
        assert all(seen == pytest.approx(exact(share), abs=2e-4) for share, seen in dots.items())


def test_settlement_is_fearons_range(picture: Callable) -> None:
    """An offer is accepted where it lies between p - c and p + c, and blocked elsewhere."""
    rows = picture("settlement")["hconcat"][0]["data"]["values"]
    chance = next(row["y"] for row in rows if row["mark"] == "band" and row["x"] == 0)
    offers = [row for row in rows if row["mark"] != "band"]
    assert len(offers) == 8 * 19
    for row in offers:
        assert (row["mark"] == "dot") == (abs(row["y"] - chance) <= row["x"])


@pytest.mark.parametrize(
    ("series", "veto", "cover"),
    [
        ("nobody has a veto", False, True),
        ("a veto, no cover given", True, False),
        ("a veto, cover given", True, True),
    ],
)
def test_council_counts_votes(picture: Callable, series: str, *, veto: bool, cover: bool) -> None:
    """The chance is the tail of the product of each member's votes."""
    curve = points(picture("council"), series)
    ideals = np.array([0.5 - 0.6 * cover, *(0.3 + 0.04 * np.arange(14))])
    for draft in list(curve)[20::50]:
        gain = ideals**2 - (draft - ideals) ** 2
        yes, no = (1 / (1 + np.exp((0.05 - sign * gain) / 0.08)) for sign in (1, -1))
        count = np.ones(1)
        for member in range(15):
            rest = 1 - yes[member] - (no[member] if veto and member == 0 else 0)
            count = np.convolve(count, [rest, yes[member]])
        assert curve[draft] == pytest.approx(count[9:].sum(), abs=2e-3)


def test_power_is_the_published_counts(picture: Callable) -> None:
    """The bars are the fractions that the page gives."""
    for series, most, least in (
        ("Shapley-Shubik", Fraction(421, 2145), Fraction(4, 2145)),
        ("Banzhaf", Fraction(106, 635), Fraction(21, 1270)),
    ):
        bars = list(points(picture("council-power"), series).values())
        assert bars == pytest.approx([float(most), float(least)], abs=1e-6)


def test_powers_strike_and_talk_at_their_rates(picture: Callable) -> None:
    """Strikes come with the threat's chance; talks add up, less what is made good."""
    spec = picture("powers")
    for threat in (0.05, 0.15, 0.4):
        for month, seen in points(spec, f"threat {threat}", mark="dot").items():
            exact = 1 - (1 - threat) ** month
            assert abs(seen - exact) < luck(exact)
    talked = 2 * (1 - 0.95**12)
    relation, trust = (points(spec, name, panel=1) for name in ("relation", "trust"))
    assert (relation[6], trust[6]) == (0, 0.5)
    assert relation[18] == pytest.approx(np.tanh(talked), abs=1e-4)
    assert trust[18] == pytest.approx(1 / (1 + np.exp(-talked)), abs=1e-4)


def test_events_shows_what_whatif_answers(picture: Callable) -> None:
    """The curves are one until the intervention, and end where the answer is."""
    spec = picture("events")
    asked = "RUS.support=none from 2012-06"
    answer = whatif(load_conflict("syria"), [asked], "SYR-GOV.forts", "2016-12", seed=1)
    as_is = list(points(spec, "as it is").values())
    without = list(points(spec, "no Russian support").values())
    assert as_is[:15] == without[:15]
    assert (as_is[-3], without[-3]) == pytest.approx(
        (answer.without.mean, answer.with_.mean), abs=1e-4
    )


def test_syria_keeps_to_the_table_of_its_page(picture: Callable) -> None:
    """The paths end where the page's shares of 10,000 worlds are, within luck."""
    spec = picture("syria")
    over = list(points(spec, "war over", panel=2).values())
    out = list(points(spec, "government out", panel=2).values())
    assert over == sorted(over)
    assert abs(over[-3] - 0.034) < luck(0.034)
    assert abs(out[-3] - 0.007) < luck(0.007)
    beliefs = [row["y"] for row in spec["hconcat"][0]["data"]["values"]]
    steps = [row["y"] for row in spec["hconcat"][1]["data"]["values"]]
    assert len(beliefs) == len(steps) == 6 * 72
    assert 0 <= min(beliefs) <= max(beliefs) <= 1
    assert 0 <= min(steps) <= max(steps) <= 3


@pytest.mark.parametrize("name", [*_PAGES, "council-power"])
def test_the_image_is_the_picture(picture: Callable, name: str) -> None:
    """Drawn anew, a picture has the words of its image and its lines within half a pixel."""
    drawing = pytest.importorskip("vl_convert", reason="pictures are drawn with vl-convert-python")
    fresh = drawing.vegalite_to_svg(picture(name))
    kept = (_PLACE / f"{name}.svg").read_text("utf-8")
    for svg in (fresh, kept):
        assert 'fill="white"/>' in svg
        assert set(re.findall(r'font-family="([^"]*)"', svg)) == {"sans-serif"}
    words = re.compile(r"<text[^>]*>([^<]*)<")
    assert words.findall(fresh) == words.findall(kept)
    assert lines(fresh) == pytest.approx(lines(kept), abs=0.5)


def lines(svg: str) -> list[float]:
    """Every number of every path."""
    paths = " ".join(re.findall(r' d="([^"]*)"', svg))
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", paths)]
