"""What a verb of speech governs: clause, infinitive, object, what it is called or blamed for."""

from spacy.tokens import Token

from volteface.coding.calendar_words import CALENDAR
from volteface.coding.grammar import child, detached, misjoined, that_clause
from volteface.coding.words import Words

_FINITE = {"MD", "VBD", "VBP", "VBZ"}
_DAYS = CALENDAR | {"today", "yesterday"}
_OBJECTS = {"dobj", "iobj", "dative"}
_BESIDES = {"advcl", "conj"}
_PROVIDED = {"if", "unless", "until"}


def complement(verb: Token, words: Words, source: Token | None) -> set[int]:
    """Indices of the tokens that the cue governs, empty where it governs nothing said.

    Args:
        verb: The cue.
        words: The lexicon, which says which verbs take what.
        source: The head of the source phrase; its words are no part of what was said.
    """
    lemma = verb.lemma_.lower()
    clause = child(verb, "ccomp")
    if clause is not None and (lemma not in words.believe or _finite(clause)):
        speaking = _subtree(source) if source is not None and source.head == verb else set()
        return _clause(verb, clause, words) - speaking - {verb.i}
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and child(verb, "mark", "as") is not None):
        return _subtree(verb.head) - _subtree(verb)
    return (
        _called(verb, lemma, words)
        or _prepositional(verb, lemma, words)
        or _infinitive(verb, lemma, words)
        or _object(verb, lemma, words)
    )


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def _finite(clause: Token) -> bool:
    """Not the small clause of *saw him go*."""
    return clause.tag_ in _FINITE or any(
        t.dep_ == "mark" or (t.dep_ in {"aux", "auxpass"} and t.tag_ in _FINITE)
        for t in clause.children
    )


def _clause(verb: Token, clause: Token, words: Words) -> set[int]:
    """The clause and those joined to it, without what the speaker does besides.

    Besides: *said on Friday (it had ...)*; *said (it had ...), telling reporters*, *and warned*.
    """
    tokens = list(clause.subtree)
    chosen = {token.i for token in tokens}
    for token in clause.children:
        aside = token.dep_ in {"prep", "npadvmod"} and verb.i + 1 == token.left_edge.i
        if aside and any(t.lower_ in _DAYS for t in token.subtree):
            chosen -= _subtree(token)
    for token in tokens:
        if token.i <= verb.i or token.dep_ not in _BESIDES:
            continue
        if misjoined(token) or (detached(token) and token.lemma_ in words.say):
            chosen -= _subtree(token)
    for token in verb.children:
        that = token.dep_ == "conj" and child(token, "mark", "that") is not None
        if that or (token.dep_ == "ccomp" and verb.i < clause.i < token.i):
            chosen |= _subtree(token) | _link(clause, token)
    return chosen


def _link(clause: Token, other: Token) -> set[int]:
    """The *but* or *and* between two clauses, nothing where more stands between them."""
    between = clause.doc[clause.right_edge.i + 1 : other.left_edge.i]
    return {t.i for t in between} if all(t.dep_ in {"cc", "punct"} for t in between) else set()


def _called(verb: Token, lemma: str, words: Words) -> set[int]:
    """*Called (the raid a crime)*, *described (it as a crime)*, *what it called (a crime)*."""
    name = child(verb, "oprd") or child(verb, "prep", "as")
    thing = _thing(verb)
    if lemma not in words.act_names or name is None or thing is None:
        return set()
    return _subtree(name) if thing.lower_ == "what" else _subtree(thing) | _subtree(name)


def _prepositional(verb: Token, lemma: str, words: Words) -> set[int]:
    """*Accused (Mali of a raid)*, *called (on Mali to withdraw)*, *ruled out (talks)*."""
    for token in verb.children:
        if token.i < verb.i or token.lower_ not in words.act_prepositions.get(lemma, ()):
            continue
        if token.dep_ == "prep":
            return _with_object(verb, token)
        if token.dep_ == "prt":
            thing = _thing(verb)
            return _subtree(thing) if thing is not None else set()
    return set()


def _infinitive(verb: Token, lemma: str, words: Words) -> set[int]:
    """*Vowed (to fight)*, *urged (Mali to withdraw)*, *denied (arming Mali)*."""
    token = child(verb, "xcomp")
    if token is None or token.i < verb.i:
        return set()
    gerund = token.tag_ == "VBG" and lemma in words.say
    return _with_object(verb, token) if gerund or lemma in words.act_infinitives else set()


def _object(verb: Token, lemma: str, words: Words) -> set[int]:
    """*Condemned (the raid)*, *announced (steps to curb sales)*; not *his claim that ...*."""
    thing = _thing(verb)
    if thing is None or lemma not in words.act_objects:
        return set()
    if thing.lemma_.lower() in words.nouns and that_clause(thing) is not None:
        return set()
    return _subtree(thing) | _purpose(verb, thing)


def _thing(verb: Token) -> Token | None:
    return child(verb, "dobj") or child(verb, "nsubjpass")


def _with_object(verb: Token, part: Token) -> set[int]:
    """The part with the object before it and the purpose after it."""
    chosen = _subtree(part) | _purpose(verb, part)
    for token in verb.children:
        proviso = token.dep_ == "advcl" and token.left_edge.i == part.right_edge.i + 1
        if proviso and token.left_edge.lower_ in _PROVIDED:
            chosen |= _subtree(token)
        told = token.dep_ in _OBJECTS and verb.i < token.i < part.i
        if told or token.dep_ == "nsubjpass":
            chosen |= _subtree(token)
    return chosen


def _purpose(verb: Token, after: Token) -> set[int]:
    """*(on Mali) to withdraw*: an infinitive directly behind."""
    for token in verb.children:
        behind = token.dep_ in {"advcl", "xcomp"} and token.left_edge.i == after.right_edge.i + 1
        if behind and token.tag_ == "VB":
            return _subtree(token)
    return set()
