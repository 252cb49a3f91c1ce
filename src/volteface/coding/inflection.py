"""Base forms of English words, so that a cue's word and a report's word meet.

A small language model lemmatises by context and sometimes errs ("leaving" as a noun). Both sides
therefore carry every base form that their ending allows; a spurious one ("unite" for "units")
is harmless because it has to meet a real word on the other side.
"""

from functools import cache

_IRREGULAR = """
become became|begin began begun|bear bore borne|break broke broken|bring brought|build built
buy bought|choose chose chosen|come came|cut cut|deal dealt|do did done does|draw drew drawn
drive drove driven|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|get got gotten
give gave given|go went gone goes|grow grew grown|have had has|hold held|keep kept|know knew known
lay laid|lead led|leave left|lend lent|lose lost|make made|mean meant|meet met|overcome overcame
overthrow overthrew overthrown|pay paid|rise rose risen|run ran|say said|see saw seen|seek sought
sell sold|send sent|shoot shot|show showed shown|shrink shrank shrunk|sit sat|speak spoke spoken
spend spent|stand stood|stick stuck|strike struck|swear swore sworn|take took taken
teach taught|tell told|think thought|throw threw thrown|understand understood|undo undid undone
win won|withdraw withdrew withdrawn|withhold withheld|write wrote written|be am is are was were been
"""
_BASE = {
    form: forms[0]
    for entry in _IRREGULAR.replace("\n", "|").split("|")
    if (forms := entry.split())
    for form in forms[1:]
}
_SHORTEST = 3

PLURAL_ONLY = frozenset({"arms", "customs", "goods", "grounds", "means", "odds", "remains"})
"""Nouns that are no plural of the word without *s*: *arms* are not what *arm* is."""


def _stems(word: str) -> set[str]:
    """What remains of a word without a regular ending."""
    if word in PLURAL_ONLY:
        return set()
    if word.endswith("ies"):
        return {word[:-3] + "y"}
    if word.endswith("ied"):
        return {word[:-3] + "y"}
    if word.endswith("es"):
        return {word[:-2], word[:-1]}
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return {word[:-1]}
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if not set(stem) & set("aeiouy"):  # bring, thing, red: no ending at all
                return set()
            doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2]
            return {stem, stem + "e"} | ({stem[:-1]} if doubled else set())
    return set()


@cache
def base_forms(word: str) -> frozenset[str]:
    """The lowercased word itself and every base form it may have.

    >>> sorted(base_forms("Leaving"))
    ['leav', 'leave', 'leaving']
    """
    low = word.lower()
    stems = {stem for stem in _stems(low) if len(stem) >= _SHORTEST}
    if low in _BASE:
        stems.add(_BASE[low])
    return frozenset({low} | stems)
