"""What counts as a quotation: every attribution, or speech alone.

Annotators differ. The broad idea counts plans, fears and what documents show, and takes what a
speaker says before and after *he said* for one quotation (PolNeAR; Newell, Margolin and Ruths
2018). The narrow one counts what is said, and what follows *he said.* is a quotation of its own
(Gender Gap Tracker; Asr et al. 2021).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from spacy.tokens import Doc

from volteface.coding.draft import Draft
from volteface.coding.grammar import text_of, words_in
from volteface.coding.paragraph import Paragraph
from volteface.coding.quote_marks import quotations
from volteface.coding.quoted_speech import kind_of, marked
from volteface.coding.words import Words
from volteface.records import Span

Convention: TypeAlias = Literal["broad", "speech"]

_VERBAL = {"AUX", "VERB"}
_FINITE = {"MD", "VBD", "VBP", "VBZ"}
_SENTENCE_END = re.compile(r"[.!?…]['\"’”)\]]*\s")


def speech(
    drafts: Sequence[Draft], parts: Sequence[Paragraph], docs: Sequence[Doc], words: Words
) -> list[Draft]:
    """The drafts by the narrow idea of a quotation; the writer's own assertions stay.

    Args:
        drafts: By the broad idea.
        parts: The report's paragraphs.
        docs: The same, parsed.
        words: The lexicon.
    """
    said = (one for one in drafts if _is_speech(one, docs[one.paragraph], words))
    return [part for one in said for part in _parts(one, parts[one.paragraph], docs[one.paragraph])]


def _is_speech(draft: Draft, doc: Doc, words: Words) -> bool:
    """All in quote marks; or a clause with a verb of saying; or after *according to*."""
    if draft.voice == "writer" or not draft.cue or draft.kind == "direct":
        return True
    said = " ".join(text_of(doc)[start:end] for start, end in draft.cue).lower()
    if any(phrase in said for phrase in words.according):
        return True
    verbs = (doc[i] for i in words_in(doc, draft.cue) if doc[i].pos_ in _VERBAL)
    told = any(verb.lemma_.lower() in words.say for verb in verbs)
    return told and any(doc[i].tag_ in _FINITE for i in words_in(doc, draft.content))


def _parts(draft: Draft, paragraph: Paragraph, doc: Doc) -> Iterator[Draft]:
    """What was said, cut where the speaker's own sentence ends between two parts of it."""
    groups = _cut(draft, text_of(doc))
    if len(groups) == 1:
        yield draft
        return
    marks = marked(doc, quotations(paragraph.text))
    for content in groups:
        yield replace(draft, content=content, kind=kind_of(words_in(doc, content), marks))


def _cut(draft: Draft, text: str) -> list[tuple[Span, ...]]:
    groups = [[draft.content[0]]]
    for before, after in zip(draft.content, draft.content[1:], strict=False):
        speaking = any(before[1] <= start and end <= after[0] for start, end in draft.cue)
        if (
            draft.voice != "writer"
            and speaking
            and _SENTENCE_END.search(text[before[1] : after[0]])
        ):
            groups.append([])
        groups[-1].append(after)
    return [tuple(group) for group in groups]
