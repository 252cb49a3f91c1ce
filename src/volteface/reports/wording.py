"""The wordings of what surrounds reporting on a page, by class (``wording.toml``).

Each pattern is matched against one unit or sentence with straight quotes and single spaces, of at
most :data:`MOST_WORDS` words. Wordings that speak to the reader are looked for outside quote
marks, and never in text that gives words to somebody, so that "the two sides will sign up to the
accord, the ministry said" stays.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

MOST_WORDS = 60
MOST_CHARACTERS = 600

_ATTRIBUTES = re.compile(
    r"\b(?:said|says|saying|told|tells|add(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)|argue[sd]|declare[sd]"
    r"|state[sd]|announce[sd]|suggest(?:s|ed)|writes|wrote|report(?:s|ed)|repl(?:ies|ied)"
    r"|reiterate[sd]|stress(?:es|ed)|accuse[sd]|urge[sd]|call(?:s|ed) (?:for|on)|vetoe[sd]"
    r"|vote[sd]|refuse[sd]|according to)\b",
    re.IGNORECASE,
)
_PROJECT_NOTE = re.compile(
    r"^(?:(?:an?|the|this|this is an?|short|brief|news|daily|weekly|paraphrased) )*"
    r"(?:digests?|summar(?:y|ies)|synops[ei]s|round-?up|paraphrase|abstract|dispatch|briefing|text)"
    r"\b.{0,60}\b(?:for|by|from)\b.{1,120}$"
    r"|^(?:written|compiled|prepared|condensed|summari[sz]ed|paraphrased) (?:for|by|from)\b"
    r".{1,100}$",
    re.IGNORECASE,
)
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
# "us" in small letters only: in reporting it is a state.
_SITE_VOICE = re.compile(r"\b(?:you|your|we|our|(?-i:us))\b", re.IGNORECASE)
_IMPERATIVE = re.compile(
    r"^(?:please )?(?:find|get|visit|download|join|learn|discover|check|choose|select|enter|buy"
    r"|order|try|call|contact|submit|book|apply|log|register|subscribe|browse|search|explore"
    r"|compare|start|upgrade|create|tell)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:(?:are|do|did|have|were) you|want|need|looking|interested|planning)\b.{2,160}\?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]{0,300}(?:"|$)')


def kind_of(text: str, *, closing: bool = False) -> str | None:
    """The class of a unit or sentence that is no reporting; None for anything else.

    Args:
        text: With straight quotes and single spaces.
        closing: Whether it stands among the report's last lines, where credits and corrections do.
    """
    if _too_long(text):
        return None
    said_to_reader = "" if attributes(text) else _unquoted(text)
    for kind, table, pattern in _patterns():
        if table == "closing" and not closing:
            continue
        if pattern.search(said_to_reader if table == "asking" else text):
            return kind
    return None


def addresses_reader(text: str) -> bool:
    """Asks or tells whoever reads the page to do something, outside quote marks."""
    if _too_long(text) or attributes(text):
        return False
    bare = _unquoted(text)
    return bool(_SECOND_PERSON.search(bare)) and (
        bool(_QUESTION.match(bare)) or bool(_IMPERATIVE.match(bare))
    )


def site_voice(text: str) -> bool:
    """Speaks as the site or to its reader (we, our, you), outside quote marks."""
    return bool(_SITE_VOICE.search(_unquoted(text)))


def attributes(text: str) -> bool:
    """Gives words or votes to somebody: a mark of reporting."""
    return bool(_ATTRIBUTES.search(text))


def project_note(text: str) -> bool:
    """Says for whom the text itself was put together ("Digest compiled for ...")."""
    return not _too_long(text) and not attributes(text) and bool(_PROJECT_NOTE.match(text))


def _too_long(text: str) -> bool:
    return len(text) > MOST_CHARACTERS or text.count(" ") >= MOST_WORDS


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text).strip()


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Class, table of ``wording.toml``, and pattern, links and captions first."""
    data = tomllib.loads(files("volteface.reports").joinpath("wording.toml").read_text("utf-8"))
    words: dict[str, str] = data["words"]

    def expanded(pattern: str) -> str:
        while (
            found := re.sub(r"<(\w+)>", lambda name: words.get(name[1], name[0]), pattern)
        ) != pattern:
            pattern = found
        return pattern

    return tuple(
        (kind, table, re.compile("|".join(map(expanded, patterns)), re.IGNORECASE))
        for table in ("pointing", "asking", "closing")
        for kind, patterns in data[table].items()
    )
