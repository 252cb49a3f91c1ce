"""Small questions to the dependency parse: who is the subject, what is the noun phrase."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from volteface.records import Span

_SUBJECTS = {"nsubj", "csubj"}
_CLAUSES = {"relcl", "acl", "advcl", "ccomp", "parataxis"}
_PAST_OR_THIRD = {"VBD", "VBZ"}
_FINITE = {"VBD", "VBP", "VBZ"}
_OWN = {"aux", "auxpass", "mark", "nsubj", "nsubjpass"}
_RELATIVE = {"who", "which", "that"}
_EDGE = {"PUNCT", "SPACE"}


def subject(verb: Token) -> Token | None:
    """The head of the phrase that does what the verb says, across ellipsis and relative clauses.

    None for passives, impersonal *it* and *there*, and where nothing is said.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = _own_subject(verb)
        if own is not None:
            if own.lower_ in _RELATIVE and verb.dep_ == "relcl":
                return verb.head
            if own.lower_ in {"it", "there", "what"} and _impersonal(own, verb):
                return None
            return own
        if any(child.dep_ in {"nsubjpass", "csubjpass", "expl"} for child in verb.children):
            return None
        if (
            verb.dep_ == "acl"
            and verb.tag_ == "VBG"
            and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}
        ):
            return verb.head
        if _skips_head(verb):
            verb = verb.head.head
        elif verb.dep_ in {"conj", "advcl", "xcomp", "dep"} and verb.head.pos_ in {"VERB", "AUX"}:
            if _imperative(verb):
                return None
            verb = verb.head
        else:
            return None
    return None


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return child
    return None


def _skips_head(verb: Token) -> bool:
    """*Of saying* and *likely to say* have the subject of the verb before *of* and *likely*."""
    adjective = verb.dep_ == "xcomp" and verb.head.dep_ == "acomp"
    return verb.dep_ == "pcomp" or adjective or misjoined(verb)


def misjoined(verb: Token) -> bool:
    """A conjunct that by its form goes with a verb further up: *said they would go and warned*."""
    head = verb.head
    if verb.dep_ != "conj" or any(t.dep_ in _OWN for t in verb.children):
        return False
    return (verb.tag_ in _PAST_OR_THIRD and head.tag_ == "VB") or (
        verb.tag_ == "VBG" and head.tag_ in _FINITE
    )


def detached(verb: Token) -> bool:
    """A participle that goes on after a clause: *..., warning that ...*."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and verb.i > verb.head.i
        and child(verb, "mark") is None
    )


def _imperative(verb: Token) -> bool:
    """A bare form joined to a finite verb shares no subject with it: *suggested: tell him*."""
    bare = verb.tag_ == "VB" and not any(t.dep_ == "aux" for t in verb.children)
    head_bare = verb.head.tag_ == "VB" or any(t.tag_ == "MD" for t in verb.head.children)
    return bare and verb.dep_ in {"conj", "dep"} and not head_bare


def _impersonal(own: Token, verb: Token) -> bool:
    return own.lower_ == "there" or (
        own.lower_ == "it" and any(child.dep_ == "acomp" for child in verb.children)
    )


def child(token: Token, dependency: str, lower: str | None = None) -> Token | None:
    """The token's first child with that relation and, where given, that word in lower case."""
    for found in token.children:
        if found.dep_ == dependency and (lower is None or found.lower_ == lower):
            return found
    return None


def that_clause(noun: Token) -> Token | None:
    """*(his claim) that ...*, None where the noun has none."""
    for clause in noun.children:
        that = child(clause, "mark", "that") is not None
        if clause.dep_ in {"acl", "ccomp", "relcl"} and clause.i > noun.i and that:
            return clause
    return None


def noun_phrase(head: Token) -> Span:
    """Offsets in the doc of the phrase around a head noun, appositives kept, clauses cut."""
    first, last = head.left_edge.i, head.i
    cut = [
        child.left_edge.i for child in head.children if child.dep_ in _CLAUSES and child.i > head.i
    ]
    limit = min(cut, default=head.right_edge.i + 1)
    for token in head.doc[head.i : head.right_edge.i + 1]:
        if token.i < limit and token.pos_ not in _EDGE:
            last = token.i
    while first < head.i and head.doc[first].pos_ in _EDGE:
        first += 1
    end = head.doc[last]
    return head.doc[first].idx, end.idx + len(end)


def text_of(doc: Doc) -> str:
    """The doc's text, put together once: spaCy joins the tokens anew each time it is asked."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def spans_of(doc: Doc, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Contiguous stretches of the tokens; punctuation between them bridged, at edges cut.

    A conjunction left dangling at the end (*that he would not go and*) is cut too.
    """
    chosen = sorted(i for i in set(tokens) if doc[i].pos_ not in _EDGE)
    while chosen and doc[chosen[-1]].dep_ == "cc":
        chosen.pop()
    spans: list[Span] = []
    previous: int | None = None
    for i in chosen:
        start, end = doc[i].idx, doc[i].idx + len(doc[i])
        if previous is not None and all(doc[j].pos_ in _EDGE for j in range(previous + 1, i)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        previous = i
    return tuple(spans)


def words_in(doc: Doc, spans: Iterable[Span]) -> set[int]:
    """Indices of the doc's words (no punctuation, no space) that lie in the spans."""
    found: set[int] = set()
    for start, end in spans:
        piece = doc.char_span(start, end, alignment_mode="expand") if start < end else None
        if piece is not None:
            found.update(token.i for token in piece if token.pos_ not in _EDGE)
    return found
