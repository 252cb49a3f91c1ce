import base64
import hashlib
import re
from importlib.resources import files

from volteface.report_page.scripts import VERSIONS, licences, policy, scripts

VENDOR = files("volteface.report_page") / "vendor"


def test_vendored_programs_are_the_published_ones() -> None:
    """Each file has the digest that the table of versions gives it, and none is missing there."""
    table = re.findall(
        r"^\| `(\S+\.js)` .*`([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text(), re.MULTILINE
    )
    digests = {
        place.name: hashlib.sha256(place.read_bytes()).hexdigest()
        for place in VENDOR.iterdir()
        if place.name.endswith(".js")
    }
    assert dict(table) == digests
    assert len(digests) == 3


def test_the_versions_said_are_those_of_the_table() -> None:
    """The page names the versions that the table of vendored programs gives."""
    table = re.findall(
        r"^\| `\S+\.js` \| `(\S+)` \| (\S+) \|", (VENDOR / "README.md").read_text(), re.MULTILINE
    )
    assert tuple(table) == VERSIONS


def test_the_policy_lets_these_scripts_run_and_nothing_else() -> None:
    """One digest a script; no eval, no source elsewhere, no inline script beside them."""
    rules = dict(rule.split(" ", 1) for rule in policy().split("; "))
    digests = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts()
    }
    assert set(rules["script-src"].split()) == digests
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    assert "unsafe-eval" not in policy()


def test_no_script_ends_its_element_or_names_a_map() -> None:
    """Nothing in the scripts closes the element they stand in, or asks for another file."""
    for script in scripts():
        assert "</script" not in script.lower()
        assert "<!--" not in script
        assert "sourceMappingURL" not in script


def test_the_interpreter_is_a_plain_script() -> None:
    """Its import and export lines have become Vega's own names."""
    interpreter = scripts()[2]
    assert "vega.expressionInterpreter = expression;" in interpreter
    assert not re.search(r"^\s*(import|export)\b", interpreter, re.MULTILINE)


def test_every_program_comes_with_its_licence() -> None:
    """Vega's three packages and what they contain are named with their authors."""
    text = licences()
    for name in ("vega", "vega-lite", "vega-interpreter", "d3-scale", "topojson-client"):
        assert re.search(rf"^(.*, )?{name}(, .*)?$", text, re.MULTILINE), name
    assert "University of Washington Interactive Data Lab" in text
    assert "Mike Bostock" in text
