"""The language of a report, by py3langid on its main text.

A report that is wrongly taken for another language is lost, one wrongly taken for English is only
read in vain: in doubt it is English, or unknown.
"""

import re
import threading
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 6000
"""Characters looked at: more does not change the answer."""
_SURE = 0.8
_FEW_WORDS = 8
_ENGLISH_SHARE = 0.1
_ENGLISH = frozenset({"the", "of", "and", "to", "that", "with", "from", "by", "said"})
"""English words that are rare in other languages: a tenth of any English prose, and more."""
_CODE_LENGTH = 2
"""Letters of an ISO 639-1 code; the model also knows smaller languages by three."""
_LAST_LATIN = "\u024f"
_WORD = re.compile(r"[^\W\d_]+")
_LOCK = threading.Lock()


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where the text is too short to tell."""
    words = _WORD.findall(text[:_SAMPLE].casefold())
    if not words:
        return None
    english = sum(word in _ENGLISH for word in words)
    if len(words) >= _FEW_WORDS and english >= _ENGLISH_SHARE * len(words):
        return "en"
    with _LOCK:
        code, sure = _identifier().classify(" ".join(words))  # type: ignore[no-untyped-call]
    # A short text in another script may be one of several languages, but none that is coded.
    if _other_script(words) and code != "en":
        return str(code)
    if sure >= _SURE and (len(words) >= _FEW_WORDS or code != "en"):
        return str(code)
    return None


def _other_script(words: Sequence[str]) -> bool:
    """Whether most letters are not Latin ones."""
    text = "".join(words)
    return 2 * sum(letter > _LAST_LATIN for letter in text) > len(text)


def language_note(code: str | None) -> str | None:
    """Why a report in this language is not coded; None for English and the unknown."""
    if code is None or code == "en":
        return None
    return f"in {_names().get(code, code)}: kept, not coded"


@cache
def _names() -> dict[str, str]:
    text = files("volteface.reports").joinpath("languages.toml").read_text("utf-8")
    return {code: str(name) for code, name in tomllib.loads(text).items()}


@cache
def _identifier() -> "LanguageIdentifier":
    # Imported here: the model takes 0.9 s to load, and an English report needs none of it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier: LanguageIdentifier = LanguageIdentifier.from_model_file(  # type: ignore[no-untyped-call]
        MODEL_FILE, norm_probs=True
    )
    two_letters = [code for code in identifier.nb_classes if len(code) == _CODE_LENGTH]
    identifier.set_languages(two_letters)  # type: ignore[no-untyped-call]
    return identifier
