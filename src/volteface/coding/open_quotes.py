"""A quotation that runs over paragraphs and says only at its end whose words it gives."""

from dataclasses import replace

from volteface.coding.draft import Draft

_MARK = '"'


class OpenQuotes:
    """Remembers drafts of a quotation that no mark has closed, until its speaker is named."""

    def __init__(self) -> None:
        self._waiting: list[int] = []

    def paragraph(self, drafts: list[Draft], first: int, plain: str) -> list[Draft]:
        """The drafts after a paragraph; those that waited have their speaker if it named one.

        Args:
            drafts: All of the report so far.
            first: Index of the paragraph's first.
            plain: The paragraph's words, with plain quote marks.
        """
        starts = plain.startswith(_MARK)
        named = next((d for d in drafts[first:] if starts and _opens(d) and d.cue), None)
        known = list(drafts) if named is not None and self._waiting else drafts
        if named is not None:
            for number in self._waiting:
                known[number] = _as_said_by(known[number], named)
        if not starts or named is not None or plain.count(_MARK) % 2 == 0:
            self._waiting = []
        if starts and named is None and plain.count(_MARK) % 2:
            own = range(first, len(drafts))
            self._waiting += [n for n in own if _opens(drafts[n]) and not drafts[n].cue]
        return known


def _opens(draft: Draft) -> bool:
    """Whether the paragraph's first words are quoted in it."""
    return draft.voice == "attributed" and draft.content[0][0] <= len(_MARK)


def _as_said_by(draft: Draft, other: Draft) -> Draft:
    return replace(
        draft,
        speaker=other.speaker,
        register=other.register,
        person=other.person,
        actor=other.actor,
        role=other.role,
        about=other.about,
        addressee=other.addressee,
        via=other.via,
        said_on=other.said_on,
    )
