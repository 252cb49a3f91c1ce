"""Cue phrases: their syntax, and whether an issue has enough of them.

A cue is words separated by spaces. ``...`` between words allows up to six others, ``a/b`` is a
choice, ``@RUS`` any mention of that actor, ``@any`` of any actor or person.
"""

from collections.abc import Collection, Iterator

from volteface.case.document import Table
from volteface.case.locate import Path
from volteface.case.problem import Problem, hint
from volteface.case.references import Documents, entries, ids, same

GAP = "..."
ANY = "any"
ARTICLES = frozenset({"a", "an", "the"})
"""Words that say nothing in a cue."""
POLES = ("plus", "minus")
ENOUGH = 5
"""Cues at one pole; with fewer the issue is thin."""


def cue_problems(documents: Documents) -> Iterator[Problem]:
    """Wrong syntax (errors), thin issues and cues that say two things (warnings)."""
    actors = ids(documents, "actors.toml", "actor")
    first: dict[str, tuple[str, int]] = {}
    for issue in entries(documents, "issues.toml", "issue"):
        for name in POLES:
            for pole in issue.tables(name):
                for path, cue in pole.texts("cues"):
                    if wrong := cue_mistake(cue, actors):
                        yield pole.problem(f'cue "{cue}": {wrong}', *path)
                    yield from _second_meaning(pole, path, cue, first)
        yield from _thin(issue)


def cue_mistake(cue: str, actors: Collection[str] | None) -> str | None:
    """What is wrong with a cue, or None.

    Args:
        cue: The phrase as it stands in the case.
        actors: The case's actor ids; None where they are not known.
    """
    words = cue.split()
    if words and all(word == GAP or word.casefold() in ARTICLES for word in words):
        return "only gaps and articles: give words to look for"
    for word in words:
        if word != GAP and (wrong := _word_mistake(word, actors)):
            return wrong
    return None


def alternatives(word: str, actors: Collection[str] | None) -> list[str]:
    """The choices in one word of a cue; an actor id with a slash in it is one choice.

    >>> alternatives("@NATO/West/@RUS/they", {"NATO/West", "RUS"})
    ['@NATO/West', '@RUS', 'they']
    """
    parts = word.split("/")
    choices: list[str] = []
    while parts:
        taken = 1
        if parts[0].startswith("@"):
            ends = range(len(parts), 1, -1)
            taken = next((e for e in ends if "/".join(parts[:e])[1:] in (actors or ())), 1)
        choices.append("/".join(parts[:taken]))
        parts = parts[taken:]
    return choices


def _word_mistake(word: str, actors: Collection[str] | None) -> str | None:
    if GAP in word or "\N{HORIZONTAL ELLIPSIS}" in word:
        return f'write the gap in "{word}" as three full stops with spaces around them'
    for choice in alternatives(word, actors):
        if not choice:
            return f'"{word}" has an empty alternative: write a/b'
        actor = choice.removeprefix("@")
        if "@" in actor or actor == "":
            return f'"{word}": write @ and an actor id, or @{ANY}'
        if choice != actor and actors is not None and actor not in {ANY, *actors}:
            return f"there is no actor {actor} ({hint(actor, {ANY, *actors})})"
    return None


def _second_meaning(
    pole: Table, path: Path, cue: str, first: dict[str, tuple[str, int]]
) -> Iterator[Problem]:
    """A cue that stands at both poles or on two issues decides nothing."""
    place = " ".join(str(step) for step in pole.path)
    line = pole.line(*path)
    earlier, earlier_line = first.setdefault(same(cue), (place, line))
    if earlier != place:
        doubled = f'cue "{cue}" stands also in line {earlier_line}, for another pole or issue'
        yield pole.problem(doubled, *path, severity="warning")


def _thin(issue: Table) -> Iterator[Problem]:
    lacks: list[str] = []
    for name in POLES:
        for pole in issue.tables(name):
            cues = len(pole.texts("cues"))
            if cues < ENOUGH:
                lacks.append(f"{name} has {cues or 'no'} cue{'' if cues == 1 else 's'}")
            if not pole.texts("examples"):
                lacks.append(f"{name} has no examples")
    if lacks:
        wrong = f"issue {issue.text('id')} is thin: {', '.join(lacks)} ({ENOUGH} cues are enough)"
        yield issue.problem(wrong, severity="warning")
