"""Through whom words came, from their holder outwards: speech inside speech, outlets, publisher."""

from collections.abc import Iterator, Mapping, Sequence

from volteface.coding.affiliation import noun_of
from volteface.coding.attribution import Attribution
from volteface.coding.chain import outer_links, own_links
from volteface.coding.discourse import Speaker
from volteface.coding.role import as_link
from volteface.coding.scene import Scene
from volteface.coding.sources import Source, Sources
from volteface.coding.words import Words

_GOES_ON = {"add", "conclude", "continue", "explain", "go", "note", "say", "stress", "warn"}

Chain = tuple[str, ...]


class Chains:
    """The chains of one report's statements, paragraph after paragraph."""

    def __init__(self, sources: Sources, publisher: str | None, actors: Mapping[str, str]) -> None:
        """Start a report.

        Args:
            sources: Which remember its outlets.
            publisher: The outlet that publishes it.
            actors: Names of actors by id.
        """
        self._sources = sources
        self._publisher = publisher
        self._actors = actors
        self._last: tuple[Speaker, list[str]] | None = None

    def of(
        self, found: Sequence[Attribution], sources: Sequence[Source], scene: Scene
    ) -> list[Chain]:
        """One chain for each attribution of a paragraph."""
        chains: list[Chain] = []
        for item, source in zip(found, sources, strict=True):
            links = [*self._own(item, source, scene)]
            if source.first.outlet is not None:
                links.insert(0, source.first.outlet)
            if item.parent is not None and item.parent < len(chains):
                holder = self._holder(sources[item.parent].first)
                links += [holder] if holder is not None else []
                links += chains[item.parent]
            elif self._publisher is not None:
                links.append(self._publisher)
            chains.append(tuple(dict.fromkeys(links)))
        return chains

    def _own(self, item: Attribution, source: Source, scene: Scene) -> list[str]:
        """What its own sentence says, else what it said of the same speaker just before."""
        nested = item.parent is not None
        links = own_links(item, scene.names)
        if not nested:
            links = outer_links(item, scene.names, scene.ends)
        if not links and item.addressee is not None:
            told = self._sources.outlet(item.addressee)
            links = [told] if told is not None else []
        if source.through is not None:
            links.insert(0, source.through)
        if nested:
            return links
        before = self._last
        if before is not None and before[0] == source.first and not links and _goes_on(item):
            return before[1]
        self._last = (source.first, own_links(item, scene.names) or links)
        return links

    def _holder(self, speaker: Speaker) -> str | None:
        """The name of somebody in whose words others speak."""
        named = speaker.outlet or speaker.person
        if named is not None:
            return named
        if speaker.role is not None:
            return as_link(speaker.role)
        return self._actors.get(speaker.actor or "", speaker.actor)


def own_statements(
    found: Sequence[Attribution], sources: Sequence[Source], words: Words
) -> Iterator[int]:
    """Indices of the attributions that are statements of their own.

    Left out are an outlet that only passes on another's words; what somebody says of himself (*said
    he feared*); and a paper that somebody cites (*said that the plan calls for*).
    """
    passed_on = {a.parent for a in found if a.cue is not None and a.cue.lemma_ in words.say}
    for number, (item, source) in enumerate(zip(found, sources, strict=True)):
        outlet = source.first.outlet is not None and source.first.role is None
        if outlet and number in passed_on:
            continue
        holder = sources[item.parent].first if item.parent is not None else None
        if holder is not None and item.source is not None:
            himself = holder.person is not None and holder.person == source.first.person
            cited = holder.outlet is None and noun_of(item.source) in words.papers
            if himself or cited:
                continue
        yield number


def _goes_on(item: Attribution) -> bool:
    """*He added*, or a quotation without a cue: the same occasion as before."""
    if item.continued:
        return True
    pronoun = item.source is not None and item.source.pos_ == "PRON"
    return pronoun and item.cue is not None and item.cue.lemma_.lower() in _GOES_ON
