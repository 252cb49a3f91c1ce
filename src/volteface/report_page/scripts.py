"""The programs inside the page, and the policy that lets nothing else run."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

VERSIONS = (("vega", "6.4.0"), ("vega-lite", "6.5.0"), ("vega-interpreter", "2.3.2"))
"""The programs that draw the charts."""
_VENDOR = files("volteface.report_page") / "vendor"
_IMPORT = re.compile(r"\A\s*import \{([^}]*)\} from 'vega-util';")
_EXPORT = re.compile(r"export \{ expression as expressionInterpreter \};")
_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@cache
def scripts() -> tuple[Markup, ...]:
    """Vega, Vega-Lite, Vega's interpreter and the page's own script, in order."""
    sources = (
        _vendored("vega.min.js"),
        _vendored("vega-lite.min.js"),
        _interpreter(),
        (files("volteface.report_page") / "page.js").read_text("utf-8"),
    )
    for source in sources:
        assert "</script" not in source, "a script would end its element"
        assert "<!--" not in source, "a script would open a comment"
    return tuple(Markup(source) for source in sources)  # noqa: S704 - our own files


def policy() -> str:
    """A content security policy: these scripts by their digests, styles, and nothing else."""
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts())
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def licences() -> str:
    """The licences of the vendored programs."""
    return (_VENDOR / "LICENCES.txt").read_text("utf-8")


def _vendored(name: str) -> str:
    return _MAP.sub("", (_VENDOR / name).read_text("utf-8"))


def _interpreter() -> str:
    """The module as a plain script: what it imports is Vega's, what it exports becomes so."""
    source, imports = _IMPORT.subn(r"const {\1} = vega;", _vendored("vega-interpreter.js"))
    source, exports = _EXPORT.subn("vega.expressionInterpreter = expression;", source)
    assert imports == exports == 1, "vega-interpreter.js has another form than expected"
    return f"(() => {{\n{source}\n}})();\n"
