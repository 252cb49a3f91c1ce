"""An observer's word that somebody has moved, or has not, is about the one it names."""

from dataclasses import replace

from volteface.coding.draft import Draft


def about_who_moved(draft: Draft, observers: str) -> Draft:
    """The draft of a verdict on a shift, imputed to the actor named first in its content.

    Only what observers say changes; a party's word about itself is its own.

    Args:
        draft: Words that were placed on an issue of kind ``shift``.
        observers: The id of analysts and journalists.
    """
    if draft.register != "stated" or draft.actor != observers:
        return draft
    named = (
        item.mention.actor
        for item in draft.names
        if item.mention.actor not in {None, observers}
        and any(s <= item.mention.start and item.mention.end <= e for s, e in draft.content)
    )
    first = next(named, None)
    return draft if first is None else replace(draft, register="imputed", about=first)
