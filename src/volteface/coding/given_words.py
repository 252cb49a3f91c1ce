"""Words whose place in a report is given, with the grammar by which their register is told."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from volteface.coding.belonging import owner
from volteface.coding.grammar import subject, text_of, words_in
from volteface.coding.naming import Named
from volteface.coding.register import Described, described, root_of
from volteface.coding.sign_words import FIRST_PERSON, NOBODY, PLANS, THINGS
from volteface.coding.words import Words as Lexicon
from volteface.records import Span

_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
_UNDER = {"relcl", "advcl", "acl", "ccomp", "csubj", "parataxis", "appos", "pcomp"}
_PLURAL = {"NNS", "NNPS"}
_PRONOUNS = {
    **dict.fromkeys(("he", "she"), "he"),
    **dict.fromkeys(THINGS, "it"),
    **dict.fromkeys(NOBODY, "nobody"),
    "they": "they",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What is known before: the lexicon, the observers' actor id, the case's absence phrases."""

    lexicon: Lexicon
    observers: str
    absence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Given words: the parsed paragraph, their offsets in it, and the paragraph's names."""

    doc: Doc
    content: tuple[Span, ...]
    names: list[Named]

    def text(self) -> str:
        """The words, parts joined by a space."""
        return " ".join(text_of(self.doc)[start:end] for start, end in self.content)

    def root(self) -> Token | None:
        """The verb that governs the words."""
        return root_of(self.doc, self.content)

    def described(self, words: Words) -> Described | None:
        """The actor that the main clause speaks of."""
        return described(self.doc, self.content, self.names, words.lexicon)


def source_kind(observers: str, *, actor: str | None, attributed: bool) -> str:
    """Who gives the words: a source or the writer; of nobody known, an observer or a party."""
    who = "nobody" if actor is None else "observer" if actor == observers else "party"
    return f"{'source' if attributed else 'writer'}, {who}"


class Seen:
    """Given words as signs are sought in them: their verb, their subject, whose they are."""

    def __init__(self, said: Said, words: Words, actor: str | None, kind: str) -> None:
        self.said, self.words, self.actor = said, words, actor
        self.attributed = kind.startswith("source")
        self.source = kind.split(", ")[1]
        self.text = said.text()
        self.inside = words_in(said.doc, said.content)
        self.tokens = [t for i in sorted(self.inside) if not (t := said.doc[i]).is_space]
        self.verb = said.root()
        self.top = self.verb or next((t for t in self.tokens if self._governs(t)), None)
        self.lower = {t.lower_ for t in self.tokens}
        self.lemmas = {lemma(t) for t in self.tokens}

    def _governs(self, token: Token) -> bool:
        over = token.head.i not in self.inside or token.head.i == token.i
        return over and token.pos_ != "PUNCT"

    @cached_property
    def main(self) -> list[Token]:
        """The tokens of the main clause."""
        return [t for t in self.tokens if self._is_main(t)]

    def _is_main(self, token: Token) -> bool:
        while token is not self.top and token.head.i in self.inside and token.head.i != token.i:
            if token.dep_ in _UNDER:
                return False
            token = token.head
        return True

    @cached_property
    def beside(self) -> list[Token]:
        """The rest of the sentence in which the words begin."""
        return [t for t in self.tokens[0].sent if t.i not in self.inside] if self.tokens else []

    @cached_property
    def before(self) -> list[Token]:
        """The sentence before."""
        first = self.tokens[0].sent.start if self.tokens else 0
        return list(self.said.doc[first - 1].sent) if first else []

    @cached_property
    def subject(self) -> Token | None:
        """The head of the main clause's subject."""
        verb = self.verb
        if verb is None:
            return None
        return subject(verb) or next((t for t in verb.children if t.dep_ in _SUBJECTS), None)

    @cached_property
    def of_whom(self) -> str:
        """Whose the subject is, or what.

        ``own`` and ``we``: the source's; ``other``: another actor's; a pronoun; ``plan``;
        ``others``: parties that are not named; ``side``: a body, force or office that no actor of
        the case is; else a ``name``, ``plural`` or ``noun``; ``none``.
        """
        head = self.subject
        if head is None:
            return "none"
        owned = any(t.dep_ == "poss" and t.lower_ in FIRST_PERSON for t in head.children)
        if owned or head.lower_ in FIRST_PERSON:
            return "we"
        if self._is_source(head):
            return "own"
        return _PRONOUNS.get(head.lower_) or self._named(head)

    @cached_property
    def quoted(self) -> bool:
        """Whether the words stand in quote marks."""
        return text_of(self.said.doc).count('"', 0, self.said.content[0][0]) % 2 == 1

    def _is_source(self, head: Token) -> bool:
        """*The rebels said they ...*: a pronoun for the party that speaks or has done it."""
        top = self.top
        if self.source != "party" or self.quoted:
            return False
        if not self.attributed:
            return head.lower_ in {"he", "she", "they"}
        if top is None or top.head.i in self.inside:
            return False
        source = subject(top.head)
        if source is None or source.i == head.i:
            return False
        found = owner(source, self.said.names, self.words.lexicon)
        body = found is not None and found.head.i == source.i and found.mention.person is None
        if head.lower_ == "they":
            return body or source.tag_ in _PLURAL
        return head.lower_ == "it" if body else head.lower_ in {"he", "she"}

    def _named(self, head: Token) -> str:
        lexicon = self.words.lexicon
        found = owner(head, self.said.names, lexicon)
        if found is not None and found.mention.actor is not None:
            return "own" if found.mention.actor == self.actor else "other"
        if is_plan(head):
            return "plan"
        if head.pos_ == "PROPN":
            return "name"
        if lemma(head) in lexicon.groups and is_unnamed(head):
            return "others"
        sides = (
            lexicon.officials,
            lexicon.movements,
            lexicon.groups,
            lexicon.forces,
            lexicon.rulers,
            lexicon.bodies,
            lexicon.organs,
            lexicon.irregulars,
        )
        if any(lemma(head) in group for group in sides):
            return "side"
        return "plural" if head.tag_ == "NNS" else "noun"


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma_.lower()


def is_unnamed(head: Token) -> bool:
    """*Several states*, *neighbours*: some that nobody has named."""
    return head.tag_ == "NNS" and not any(
        t.dep_ == "poss" or t.lower_ in {"the", "these", "those"} for t in head.children
    )


def is_plan(token: Token) -> bool:
    """Whether the word is a noun for what is drafted and handed round."""
    return token.pos_ in {"NOUN", "PROPN"} and lemma(token) in PLANS
