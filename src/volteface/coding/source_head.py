"""Whose words: the token that heads the source phrase, and the outlet that passed the words on.

The tagger marks phrases and the parse is sometimes wrong about them; here each attribution gets a
noun for a source where there is one.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from volteface.coding.affiliation import noun_of
from volteface.coding.attribution import Attribution
from volteface.coding.chain import outlet_of
from volteface.coding.cue_verbs import speaker
from volteface.coding.grammar import child, subject
from volteface.coding.naming import Named
from volteface.coding.words import words
from volteface.records import Span

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_VERBAL = {"VERB", "AUX"}
_BEFORE_NOUN = {"amod", "compound", "det", "nmod", "nummod"}
_FIRST_PARTS = {"attorney", "co", "ex", "secretary", "under", "vice"}
_RELATIVE = {"who", "whom", "which", "that"}
_QUOTES = {"cite", "quote"}
_LEARNS = {"gather", "hear", "learn", "understand"}


def settled(doc: Doc, item: Attribution, names: list[Named]) -> Attribution:
    """The attribution with the one who said it for a source, and with who passed it on."""
    item = replace(item, cue=_verb_or_noun(doc, item))
    source = item.source
    if item.marked_source is not None:
        source = _head(doc, item.marked_source, source)
    elif source is None and item.cue is not None and not item.continued:
        source = _left_out(item.cue)
    source = _own_subject(item, source, names)
    if source is not None and source.lower_ in _RELATIVE and source.tag_.startswith("W"):
        source = _antecedent(source) or source
    if source == item.source and item.cue is None:
        return item
    return _passed_on(replace(item, source=source), names)


def _head(doc: Doc, span: Span, given: Token | None) -> Token | None:
    """The noun that heads the marked words, also where they are cut short or hold a clause."""
    piece = doc.char_span(*span, alignment_mode="expand")
    if piece is None:
        return given
    if given is not None and given.pos_ in _NOMINAL and piece.start <= given.i < piece.end:
        return _first_part(_whole(given))
    first = next((t for t in piece if t.pos_ in _NOMINAL), piece.root)
    return _first_part(_whole(first))


def _verb_or_noun(doc: Doc, item: Attribution) -> Token | None:
    """The cue's main word: *say* of *will say*, *sign* of *gave no sign*."""
    cue = item.cue
    if cue is None or item.marked_cue is None:
        return cue
    piece = doc.char_span(*item.marked_cue, alignment_mode="expand") or ()
    for token in piece:
        if token.pos_ == "NOUN" and child(token, "det", "no") is not None:
            return token
    return cue.head if cue.dep_ in {"aux", "auxpass"} else cue


def _whole(token: Token) -> Token:
    """From a word before a noun to the noun: *the* of *the Kremlin*."""
    while token.dep_ in _BEFORE_NOUN and token.head.i > token.i and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def _first_part(token: Token) -> Token:
    """The *vice* of *vice-president*: the parser hangs what belongs to both on it."""
    doc = token.doc
    while token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ in _FIRST_PARTS:
        token = doc[token.i - 2]
    return token


def _own_subject(item: Attribution, source: Token | None, names: list[Named]) -> Token | None:
    """The subject of the cue itself where an outlet further up was marked instead."""
    cue = item.cue
    if source is None or cue is None or outlet_of(source, names) is None:
        return source
    own = child(cue, "nsubj")
    other = own is not None and own != source and own.pos_ in {"NOUN", "PROPN"}
    return own if other else source


def _left_out(cue: Token) -> Token | None:
    """The subject of a cue for which no source was marked; not where the cue is impersonal."""
    if cue.pos_ == "NOUN":
        by = (t for link in cue.children if link.lower_ == "by" for t in link.children)
        return child(cue, "poss") or next((t for t in by if t.dep_ == "pobj"), None)
    if cue.pos_ not in _VERBAL or any(t.dep_ == "auxpass" for t in cue.children):
        return None
    found = speaker(cue, set())
    return found if found is not None and _is_somebody(found) else None


def _is_somebody(token: Token) -> bool:
    """A name, *he*, *who*, or a noun for people."""
    known = words()
    people = known.officials | known.anonymous | known.observers | known.bodies
    pronoun = token.lower_ in {"all", "he", "one", "she", "some", "they", "who"}
    return pronoun or token.pos_ == "PROPN" or noun_of(token) in people


def _antecedent(relative: Token) -> Token | None:
    """Who *who* is."""
    for token in (relative, *relative.ancestors):
        if token.dep_ == "relcl":
            return token.head
    before = relative.doc[max(0, relative.i - 2) : relative.i]
    return next((t for t in reversed(before) if t.pos_ in _NOMINAL), None)


def _passed_on(item: Attribution, names: list[Named]) -> Attribution:
    """*Interfax quoted Peskov as saying*, *Bloomberg reported, citing officials, that ...*."""
    verb = _quoting(item.cue)
    source = item.source
    if verb is None:
        return _learned(item, names)
    by = _by_outlet(verb, names)
    if by is not None:
        cited = child(verb, "nsubjpass")
        said_by = cited if cited is not None and source in {None, by} else source
        return replace(_from(item, said_by), relay=by)
    quoted, outlet = child(verb, "dobj"), _outlet_above(verb, names) or subject(verb)
    if quoted is None or outlet is None or not _is_somebody(quoted):
        return item
    if outlet_of(outlet, names) is None and child(verb, "prep", "as") is None:
        return item
    return replace(_from(item, quoted), relay=outlet)


def _outlet_above(verb: Token, names: list[Named]) -> Token | None:
    """The outlet that is the subject of the verb or of one above it."""
    for above in (verb, *verb.ancestors):
        own = child(above, "nsubj")
        if own is not None and outlet_of(own, names) is not None:
            return own
    return None


def _learned(item: Attribution, names: list[Named]) -> Attribution:
    """*Le Monde learned from an adviser that ...*."""
    cue, outlet = item.cue, item.source
    if cue is None or outlet is None or cue.lemma_.lower() not in _LEARNS:
        return item
    given = child(cue, "prep", "from")
    teller = child(given, "pobj") if given is not None else None
    if teller is None or outlet_of(outlet, names) is None:
        return item
    return replace(_from(item, teller), relay=outlet)


def _quoting(cue: Token | None) -> Token | None:
    """The *quote* or *cite* that goes with the cue."""
    if cue is None:
        return None
    above = [cue.head.head] if cue.dep_ == "pcomp" else []
    near = (cue, *cue.children, *above)
    return next((t for t in near if t.pos_ == "VERB" and t.lemma_.lower() in _QUOTES), None)


def _by_outlet(verb: Token, names: list[Named]) -> Token | None:
    """*By AFP* of *was quoted by AFP as saying*, *was quoted as saying by AFP*."""
    near = (verb, *(t for mark in verb.children if mark.lower_ == "as" for t in mark.children))
    for token in near:
        for by in token.children:
            agent = child(by, "pobj") if by.lower_ == "by" else None
            if agent is not None and (by.dep_ == "agent" or outlet_of(agent, names) is not None):
                return agent
    return None


def _from(item: Attribution, source: Token | None) -> Attribution:
    """The attribution to another source than was marked."""
    if source == item.source:
        return item
    return replace(item, source=source, marked_source=None)
