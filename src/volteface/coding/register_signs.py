"""Signs by which the register of given words is told: who gives them, of whom, in what words.

Each sign is a short name, there or not. What it is worth for each register is fitted on texts
about several wars (:mod:`volteface.coding.register_choice`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.given_words import Said, Seen, Words, lemma, source_kind
from volteface.coding.plan_signs import plan_signs
from volteface.coding.register import Described, is_attitude, is_duty, is_minded
from volteface.coding.register_words import (
    ABSENCE,
    AIMS,
    MIND,
    MOODS,
    THOUGHT,
)
from volteface.coding.scope_words import NEGATORS, NONE_WORDS
from volteface.coding.sign_words import (
    AVOIDING,
    FIRST_PERSON,
    HAS,
    HUSHED,
    IS,
    LEANING,
    MAY,
    MUST,
    NEGATIONS,
    NOT_YET,
    OPINIONS,
    SAYING,
    SPEECH,
    WAS,
    WHETHER,
    WILL,
    WISHES,
)

_ASKED = {"ccomp", "pcomp", "advcl"}
_DESCRIBED = {"other", "others", "side", "he", "they", "name", "plural"}
_URGING = {"ask", "call", "demand", "press", "urge", "want"}
_BRIEF, _LONG = 6, 20


def signs(said: Said, words: Words, *, actor: str | None, attributed: bool) -> frozenset[str]:
    """The signs of given words.

    Args:
        said: What was said or done.
        words: What is known beforehand.
        actor: For whom the speaker speaks, or who did it.
        attributed: Whether somebody is given as the source.
    """
    kind = source_kind(words.observers, actor=actor, attributed=attributed)
    seen = Seen(said, words, actor, kind)
    asked = (_silence, _speech, plan_signs, _form, _tense, _mind, _whose)
    return frozenset({kind, *(sign for part in asked for sign in part(seen))})


def _silence(seen: Seen) -> Iterator[str]:
    """Signs that something was not done or shown."""
    lowered = seen.text.lower()
    if ABSENCE.search(seen.text) or any(p.lower() in lowered for p in seen.words.absence):
        yield "no sign"
    if _is_denied(seen.verb):
        yield "denied"
    if NOT_YET.search(seen.text):
        yield "not yet"
    if not seen.attributed and any(_is_question(t) for t in (*seen.before, *seen.beside)):
        yield "asked before"


def _speech(seen: Seen) -> Iterator[str]:
    """Signs that speaking is spoken of, or not speaking."""
    lemmas = {lemma(t) for t in seen.main}
    word, saying = bool(lemmas & SPEECH), bool(lemmas & SAYING)
    if any(t.lower_ in NEGATIONS for t in seen.main):
        yield "not said" if saying else "no word" if word else "not"
        if any(_asks(t) for t in seen.tokens):
            yield "not whether"
    if word:
        yield "word of speech"
    if saying:
        yield "verb of speech"
    if lemmas & AVOIDING and (word or saying):
        yield "avoids speech"
    elif seen.top is not None and lemma(seen.top) in AVOIDING:
        yield "avoids"
    if lemmas & HUSHED:
        yield "hushed"


def _is_denied(verb: Token | None) -> bool:
    """*Has not named a day*, *nobody went*: what is told is that something was not done."""
    if verb is None:
        return False
    parts = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "neg"}]
    near = [*parts, *(c for part in parts for c in part.lefts)]
    return any(t.lower_ in NEGATORS or NONE_WORDS.get(t.lower_) == -1 for t in near)


def _is_question(token: Token) -> bool:
    return token.text == "?" or lemma(token) in {"ask", "question"}


def _asks(token: Token) -> bool:
    return token.dep_ in _ASKED and any(t.lower_ in WHETHER for t in token.subtree)


def _form(seen: Seen) -> Iterator[str]:
    """How the words are put."""
    if seen.quoted:
        yield "quoted"
    length = sum(not t.is_punct for t in seen.tokens)
    if length < _BRIEF:
        yield "brief"
    if length >= _LONG:
        yield "long"
    if seen.lower & MUST:
        yield f"must, {seen.source}"
    if seen.lower & FIRST_PERSON:
        yield "first person, of another" if seen.of_whom in _DESCRIBED else "first person"


def _tense(seen: Seen) -> Iterator[str]:
    """What the verb is, and in which tense."""
    verb = seen.verb
    if verb is None:
        yield "no verb"
        return
    helpers = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass"}}
    yield _time(seen, verb, helpers)
    if lemma(verb) == "be":
        yield "be"
    if any(t.dep_ == "auxpass" for t in verb.children):
        yield "passive"
    if lemma(verb) in seen.words.lexicon.conduct and not helpers & (WILL | MAY | MUST | {"to"}):
        yield "deed"
    if verb.tag_ == "VB" and seen.subject is None and not helpers:
        yield "imperative"


def _time(seen: Seen, verb: Token, helpers: set[str]) -> str:
    if is_duty(verb, seen.words.lexicon):
        return f"duty, {seen.source}"
    if helpers & WILL:
        return "will, of another" if seen.attributed and _foretold(seen, verb) else "will"
    if helpers & MAY or "to" in helpers:
        return "may" if helpers & MAY else "to"
    if verb.tag_ == "VBD" or helpers & WAS:
        return "past"
    if helpers & HAS:
        return "perfect"
    return "present" if verb.tag_ in {"VBZ", "VBP"} or helpers & IS else "no tense"


def _foretold(seen: Seen, verb: Token) -> bool:
    """Whether another's deed is told, not what will befall it."""
    befalls = lemma(verb) == "be" or any(t.dep_ == "auxpass" for t in verb.children)
    return seen.of_whom in {"other", "others"} and not befalls


def _mind(seen: Seen) -> Iterator[str]:
    """Signs that somebody's thought or wish is told."""
    whose = "own" if seen.of_whom in {"own", "we"} else "another's"
    told = f"{whose}, by a source" if seen.attributed else whose
    verb = seen.verb
    if verb is not None:
        if lemma(verb) in MIND or is_minded(verb):
            yield f"mind: {told}"
        if is_attitude(Described("", verb), seen.words.lexicon):
            yield f"attitude: {told}"
        lexicon = seen.words.lexicon
        if seen.of_whom == "others" and lemma(verb) in lexicon.say | lexicon.believe | _URGING:
            yield "others say"
    if LEANING.search(seen.text):
        yield f"leaning: {told}"
    if any(lemma(t) in MOODS | AIMS for t in seen.tokens):
        yield "mood"
    if THOUGHT.search(seen.text):
        yield "thought"


def _whose(seen: Seen) -> Iterator[str]:
    """Signs of whom the words are, and of whom they tell."""
    yield f"subject: {seen.of_whom}"
    if seen.attributed and seen.of_whom in _DESCRIBED:
        yield f"subject: {seen.of_whom}, by {seen.source}"
    inside = [
        n.mention.actor
        for n in seen.said.names
        if any(start <= n.mention.start < end for start, end in seen.said.content)
    ]
    by = ", by a source" if seen.attributed else ""
    if any(actor not in {None, seen.actor} for actor in inside):
        yield f"names another{by}"
    if seen.actor is not None and seen.actor in inside:
        yield f"names itself{by}"
    top = seen.top
    if seen.attributed and top is not None and top.head.i not in seen.inside:
        cue = lemma(top.head)
        if cue in WISHES:
            yield "source wishes"
        elif cue in seen.words.lexicon.believe | MIND | OPINIONS:
            yield "source believes"
