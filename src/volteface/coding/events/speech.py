"""What of a paragraph is somebody's words, and whose."""

from collections.abc import Sequence

from volteface.coding.draft import Draft


class Speech:
    """The attributions of one paragraph."""

    def __init__(self, said: Sequence[Draft]) -> None:
        self.said = said

    def draft(self, at: int) -> Draft | None:
        """The innermost attribution that holds the offset of the paragraph, None for none."""
        holders = [d for d in self.said if any(s <= at < e for s, e in d.content)]
        return min(holders, key=_length, default=None)

    def actor(self, at: int) -> str | None:
        """For whom the words at the offset are spoken; None for the writer's own."""
        found = self.draft(at)
        return found.actor if found is not None else None

    def source(self, at: int) -> str | None:
        """Who is given as the source of what stands at the offset; None for the writer."""
        found = self.draft(at)
        return (found.person or found.actor or found.role) if found is not None else None


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)
