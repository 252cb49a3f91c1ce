"""Where those who take part in an event stand in the dependency parse of its sentence."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from volteface.coding.calendar_words import CALENDAR
from volteface.coding.grammar import child, spans_of, subject
from volteface.records import Span

_CLAUSES = frozenset({"acl", "ccomp", "pcomp", "xcomp"})
_MEASURES = frozenset(
    {
        "billion", "couple", "dozen", "half", "handful", "hundred", "lot", "majority", "million",
        "most", "number", "one", "part", "rest", "score", "series", "some", "thousand", "ton",
        "tonne", "worth", "column", "group", "convoy", "delegation",
    }
)  # fmt: skip
_JOINED = frozenset({"advcl", "conj", "parataxis"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_PARTICLES = frozenset(
    {"acomp", "advmod", "agent", "dative", "dobj", "mark", "oprd", "prep", "prt"}
)


def passive(verb: Token) -> bool:
    """*Was shelled*, and the participle of *positions shelled by the rebels*."""
    if verb.tag_ != "VBN":
        return False
    helpers = {t.dep_ for t in verb.children}
    if helpers & {"auxpass", "nsubjpass"}:
        return True
    if verb.dep_ == "conj" and not helpers & {"aux", "nsubj", "dobj"}:
        return passive(verb.head)
    return verb.dep_ == "acl" and not helpers & {"aux", "dobj"} and not _main(verb)


def _main(verb: Token) -> bool:
    """A finite verb that the parse took for a participle: the sentence has no other.

    *The mission in Mali, MINUSMA, called on both sides*.
    """
    head = verb.head
    return (
        verb.dep_ == "acl"
        and head.dep_ == "ROOT"
        and verb.tag_ in {"VBD", "VBN"}
        and verb.i > head.i
    )


def together(head: Token) -> tuple[Token, ...]:
    """The token and what is joined to it: *Chad* and *France* of *Chad and France*.

    In a list of names the parse takes the second for an apposition of the first.
    """
    found = [head, *head.conjuncts]
    if head.pos_ == "PROPN":
        for token in list(found):
            beside = (t for t in token.children if t.dep_ == "appos" and t.pos_ == "PROPN")
            found += (joined for t in beside if t.conjuncts for joined in (t, *t.conjuncts))
    return tuple(dict.fromkeys(found))


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if token.lower_ in _RELATIVE and token.pos_ in {"PRON", "DET", "SCONJ"}:
        clause = token.head
        for _ in range(3):
            if clause.dep_ == "relcl":
                return clause.head
            clause = clause.head
    return token


def objects(verb: Token) -> tuple[Token, ...]:
    """Heads of what the verb acts on: its object, in the passive its subject.

    Of *dozens of soldiers* both nouns are heads.
    """
    if passive(verb):
        own = [t for t in verb.children if t.dep_ == "nsubjpass"]
        if not own and verb.dep_ == "conj" and passive(verb.head):
            own = [t for t in verb.head.children if t.dep_ == "nsubjpass"]
        found = own or ([verb.head] if verb.dep_ == "acl" else [])
    else:
        found = [t for t in verb.children if t.dep_ == "dobj"]
        if not found and _lacks_object(verb):
            found = [verb.head]
    heads = [other for token in found for other in together(antecedent(token))]
    return tuple(dict.fromkeys(_with_measured(heads)))


def _lacks_object(verb: Token) -> bool:
    """*A charge both deny*: what the clause describes is what its verb acts on."""
    if verb.dep_ != "relcl" or (verb.tag_ == "VBN" and passive(verb)):
        return False
    parts = list(verb.children)
    does = next((t for t in parts if t.dep_ == "nsubj"), None)
    if does is None or does.lower_ in _RELATIVE or any(t.dep_ in _CLAUSES for t in parts):
        return False
    return not any(t.lower_ in _RELATIVE | {"where", "when", "whose"} for t in verb.subtree)


def _with_measured(heads: Iterable[Token]) -> Iterator[Token]:
    for head in heads:
        yield head
        if head.lemma_.lower() in _MEASURES or head.pos_ == "NUM":
            for link in head.children:
                if link.dep_ == "prep" and link.lower_ == "of":
                    yield from (o for t in link.children if t.dep_ == "pobj" for o in together(t))


def doers(verb: Token) -> tuple[Token, ...]:
    """Heads of those who do what the verb says; none where a passive names nobody."""
    if passive(verb):
        agents = [t for by in verb.children if by.dep_ == "agent" for t in by.children]
        return tuple(other for t in agents if t.dep_ == "pobj" for other in together(t))
    if _main(verb):
        return together(verb.head)
    if verb.dep_ == "conj" and _main(verb.head) and subject(verb) is None:
        return together(verb.head.head)
    found = subject(_outer(verb))
    return () if found is None else together(antecedent(found))


def _outer(verb: Token) -> Token:
    """The verb whose subject is this one's too.

    *Said the text was bad and warned of war*: the parse joins *warned* to *was*.
    """
    head = verb.head
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and head.tag_ == verb.tag_
    own = any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in verb.children)
    said = any(t.dep_ in {"ccomp", "xcomp"} for t in verb.children)
    bare = head.dep_ == "ccomp" and child(head, "mark") is None
    if verb.dep_ == "conj" and finite and bare and said and not own:
        return head.head
    return verb


def after(head: Token, link: str) -> tuple[Token, ...]:
    """What the preposition leads to, where it hangs on the verb or noun itself."""
    found = [
        led_to
        for preposition in head.children
        if preposition.lower_ == link and preposition.dep_ in {"prep", "dative", "agent", "prt"}
        for led_to in preposition.children
        if led_to.dep_ in {"pobj", "pcomp"}
    ]
    return tuple(other for token in found for other in together(token))


def beyond(head: Token, link: str) -> tuple[Token, ...]:
    """What the preposition leads to, one phrase further down: *spoke by telephone with Kiev*."""
    inner = [
        token
        for part in head.children
        if part.lower_ != "according"
        for token in ((part,) if part.dep_ in {"dobj", "nsubjpass"} else part.children)
        if token.dep_ in {"pobj", "dobj", "nsubjpass"}
    ]
    return tuple(led for token in inner for led in after(token, link))


def datives(verb: Token) -> tuple[Token, ...]:
    """*Kiev* of *offered Kiev a loan* and of *offered a loan to Kiev*."""
    found: list[Token] = []
    for token in verb.children:
        if token.dep_ != "dative":
            continue
        inner = [t for t in token.children if t.dep_ == "pobj"]
        found += inner or [token]
    return tuple(other for token in found for other in together(token))


def led_to(verb: Token) -> tuple[Token, ...]:
    """Infinitives, gerunds, clauses and predicates that complete the verb, with what joins them."""
    found: list[Token] = []
    for token in verb.children:
        if token.dep_ in {"ccomp", "xcomp", "oprd", "acomp"}:
            found += together(token)
            found += [t for t in token.children if t.dep_ == "amod"]
        elif token.dep_ == "prep":
            found += [t for t in token.children if t.dep_ == "pcomp"]
            if token.lower_ == "as":
                found += [
                    part
                    for t in token.children
                    if t.dep_ in {"pobj", "amod"}
                    for part in (*together(t), *(c for c in t.children if c.dep_ == "amod"))
                ]
    return tuple(found)


def asked(verb: Token) -> tuple[Token, ...]:
    """Who is to do what a clause asks: *Mali* of *urged Mali to talk*."""
    completing = {"ccomp", "xcomp"} if verb.pos_ == "VERB" else {"acl", "ccomp", "relcl"}
    clauses = [t for t in verb.children if t.dep_ in completing]
    found = [t for c in clauses for t in c.children if t.dep_ in {"nsubj", "nsubjpass"}]
    return tuple(other for token in found for other in together(antecedent(token)))


def has_particle(verb: Token, particle: str) -> bool:
    """Whether the particle or preposition hangs on the verb; *on* of *on Monday* does not count."""
    return any(
        t.lower_ == particle
        and t.dep_ in _PARTICLES
        and not any(led.lower_ in CALENDAR for led in t.children)
        for t in verb.children
    )


def complement_of(token: Token) -> Token | None:
    """The verb that the token's clause completes: *refused* for *meet* in *refused to meet*."""
    seen = 0
    while seen < len(token.doc):
        seen += 1
        if token.dep_ in _CLAUSES and token.dep_ != "acl":
            head = token.head
            return head.head if token.dep_ == "pcomp" else head
        if token.dep_ != "conj" or token.head.pos_ not in {"VERB", "AUX"}:
            return None
        token = token.head
    return None


def mark_of(clause: Token) -> str | None:
    """The word that opens a clause: *that*, *if*."""
    found = child(clause, "mark")
    return found.lower_ if found is not None else None


def clause_of(verb: Token) -> Span:
    """Offsets of a verb with what belongs to it, without later clauses that are joined to it."""
    cut: set[int] = set()
    for token in verb.children:
        if token.dep_ in _JOINED and token.i > verb.i:
            cut |= {t.i for t in token.subtree}
    kept = sorted({t.i for t in verb.subtree} - cut)
    first = last = kept.index(verb.i)
    while first and kept[first - 1] == kept[first] - 1:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1] == kept[last] + 1:
        last += 1
    spans = spans_of(verb.doc, kept[first : last + 1])
    return (spans[0][0], spans[-1][1]) if spans else (verb.idx, verb.idx + len(verb))
