"""Who speaks: from a source phrase to a person, an actor and a role at the report's date."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from volteface.case.schema import Case, Person
from volteface.coding.affiliation import Affiliations, last_part, noun_of
from volteface.coding.belonging import owners
from volteface.coding.calendar_words import CALENDAR
from volteface.coding.discourse import Discourse, Speaker
from volteface.coding.grammar import noun_phrase
from volteface.coding.holders import Holders
from volteface.coding.mention import Mention
from volteface.coding.naming import Named, at_token, in_span
from volteface.coding.role import short_phrase
from volteface.coding.standing import ARGUMENTS, goes_on_a_word, in_capitals, is_people, leads
from volteface.coding.strangers import Strangers, honorific_of, observer_nouns, observers_actor
from volteface.coding.words import Words
from volteface.coding.world import world_actors
from volteface.records import DateInterval, Span

_PERSONAL = {"he", "she", "him", "her"}
_IMPERSONAL = {"it", "they", "them"}
_BESIDE = {"appos", "compound", "nmod"}
_PLURAL = {"NNS", "NNPS"}
_NOT_THIS = {"a", "an", "another", "any", "one", "some"}
_MEN = {"gentleman", "lady", "man", "politician", "rival", "woman"}
_STATE_MEDIA = {"government", "official", "state"}


class Speakers:
    """Tells whom source phrases mean, one paragraph after the other."""

    def __init__(
        self,
        case: Case,
        words: Words,
        on: DateInterval | None,
        named: Iterable[str],
        people: Mapping[str, Person],
    ) -> None:
        """Start a report.

        Args:
            case: Whose actors and people count.
            words: The lexicon.
            on: The report's date.
            named: Ids of the actors that the whole report names, as often as it names them.
            people: Everybody known by name, the case's and others.
        """
        self._words = words
        self._observers = observer_nouns(case, words)
        self._observers_actor = observers_actor(case)
        self._titles = words.officials | words.anonymous | self._observers
        self._common = self._titles | words.bodies | words.media | words.organs
        self._discourse = Discourse(words)
        self._affiliations = Affiliations(case, words, self._discourse, named)
        self._strangers = Strangers(
            case,
            words,
            on,
            people=people,
            discourse=self._discourse,
            affiliations=self._affiliations,
        )
        self._holders = Holders(
            case,
            words,
            on,
            people=people,
            discourse=self._discourse,
            affiliations=self._affiliations,
        )
        self._base = 0

    def enter(self, base: int, doc: Doc, names: list[Named]) -> None:
        """Start a paragraph at offset ``base``: remember who is spoken of in it."""
        self._base = base
        named_at = {item.head.i: item for item in names}
        for token in doc:
            item = named_at.get(token.i)
            if item is not None:
                self._enter_named(item)
            elif token.pos_ in {"NOUN", "PROPN"} and not goes_on_a_word(token):
                if at_token(names, token) is not None:
                    continue
                self._enter_unnamed(token, in_span(names, noun_phrase(token)))

    def _enter_unnamed(self, token: Token, inside: list[Named]) -> None:
        if self._is_name(token) and leads(token):
            self.spoke(token, self._strangers.resolve(self._base, token, inside))
        elif noun_of(token) in self._titles and token.dep_ in ARGUMENTS:
            if self._appositive(token, inside) or self._points_back(token, inside):
                return
            at, known = self._base + token.idx, self._described(token, inside)
            plural = token.tag_ in _PLURAL
            self._discourse.remember(at, known, leads=leads(token), plural=plural)

    def _enter_named(self, item: Named) -> None:
        mention = item.mention
        at, about = self._base + mention.start, leads(item.head)
        if mention.outlet is not None:
            self._discourse.remember(at, self._outlet(mention.outlet), leads=about)
            return
        if mention.kind == "adjective" and not is_people(item.head):
            self._discourse.remember(at, Speaker(None, mention.actor), leads=False)
            return
        known = self._holders.with_role(Speaker(mention.person, mention.actor))
        if mention.person is not None:
            self._discourse.introduce(self._base, mention.person, known)
            self._discourse.goes_by(known, honorific_of(item.head, self._words))
        self._discourse.remember(at, known, leads=about)

    def spoke(self, token: Token, speaker: Speaker) -> None:
        """Remember a speaker at the place of the source phrase."""
        if speaker != Speaker():
            about = token.dep_ != "pobj" or speaker.person is not None
            self._discourse.remember(self._base + token.idx, speaker, leads=about)

    def resolve(self, head: Token, names: list[Named], without: Collection[Span] = ()) -> Speaker:
        """The person, actor and role that the source phrase around the head names.

        Args:
            head: The noun or pronoun that heads the phrase.
            names: The paragraph's names.
            without: Spans of the report in which the one who speaks is not named.
        """
        at = self._base + head.idx
        if head.lower_ in _PERSONAL | _IMPERSONAL:
            person = head.lower_ in _PERSONAL
            return self._discourse.before(at, head.lower_, person=person, without=without)
        inside = in_span(names, noun_phrase(head))
        own = at_token(names, head) or self._appositive(head, inside)
        if own is not None and (own.mention.kind != "adjective" or is_people(head)):
            return self._named(own.mention, head, inside)
        if self._is_name(head):
            return self._strangers.resolve(self._base, head, inside)
        if head.lower_ in {"former", "latter"}:
            return self._discourse.of_two(at, head.lower_)
        named = self._strangers.name_beside(head, inside)
        if named is not None:
            return self._strangers.resolve(self._base, named, inside, described=head)
        if self._points_back(head, inside):
            back = self._holders.meant(head, self._base, inside, without)
            if back is not None:
                return back
        return self._described(head, inside)

    def pair(self, token: Token) -> tuple[Speaker, ...]:
        """*Both gentlemen*, *the two men*: the last two persons; nobody where there are not."""
        if noun_of(token) not in self._titles | _MEN or any(t.dep_ == "prep" for t in token.rights):
            return ()
        return self._discourse.last_two(self._base + token.idx)

    def on_day(self, speaker: Speaker, when: DateInterval | None) -> Speaker:
        """The same person in the office of the day on which it was said."""
        return speaker if when is None else self._holders.on_day(speaker, when)

    def outlet(self, token: Token) -> str | None:
        """The outlet that *the paper* means, the last one spoken of."""
        own = any(t.lower_ in {"the", "that", "this"} for t in token.lefts)
        media = noun_of(token) in self._words.media
        return self._discourse.last_outlet(self._base + token.idx) if own and media else None

    def outlet_behind(self, source: Token) -> str | None:
        """*Its source in the army*, *somebody whom the paper reached*: the outlet's own source."""
        for token in source.subtree:
            at = self._base + token.idx
            if token.dep_ == "poss" and token.head == source and token.lower_ in {"its", "their"}:
                return self._discourse.before(at, token.lower_, person=False).outlet
            if any(t.dep_ == "relcl" for t in token.ancestors):
                known = self.outlet(token)
                if known is not None:
                    return known
        return None

    def _outlet(self, name: str, role: str | None = None) -> Speaker:
        return Speaker(None, self._observers_actor, role, name)

    def _is_name(self, head: Token) -> bool:
        capital = head.text[0].isupper() and (
            head.tag_ == "NNP" or in_capitals(head) or bool(self._discourse.called(head.text, None))
        )
        common = {head.lemma_.lower(), noun_of(head)} & self._common
        thing = any(t.dep_ in {"det", "nummod"} for t in head.lefts)
        return capital and not (common or thing) and head.lower_ not in CALENDAR | _places()

    def _appositive(self, head: Token, inside: list[Named]) -> Named | None:
        """*Her envoy, Mikhail Bogdanov*, *his spokesman Dmitry Peskov*, *the news agency AFP*."""
        for item in inside:
            related = item.head.head == head and item.head.dep_ in _BESIDE
            if related and (item.mention.person or item.mention.outlet):
                return item
        return None

    def _named(self, mention: Mention, head: Token, inside: list[Named]) -> Speaker:
        if mention.outlet is not None:
            return self._outlet(mention.outlet)
        known = Speaker(mention.person, mention.actor)
        if known.person is not None and known.actor is None:
            role, actor = self._strangers.calling(
                head, [n for n in inside if n.mention is not mention], self._base
            )
            known = Speaker(known.person, actor, role)
        return self._holders.with_role(known)

    def _points_back(self, head: Token, inside: list[Named]) -> bool:
        """*The official*, *the field marshal*: somebody spoken of before."""
        things = self._words.bodies | self._words.papers | self._words.media
        definite = any(t.lower_ in {"the", "that", "this"} for t in head.lefts)
        singular = last_part(head).tag_ not in {"NNS", "NNPS"} and noun_of(head) not in things
        return definite and singular and not any(owners(head, inside, self._words))

    def _described(self, head: Token, inside: list[Named]) -> Speaker:
        """*a Russian diplomatic source*, *the Turkish foreign minister*, *analysts*."""
        noun, role = noun_of(head), short_phrase(head)
        at = self._base + head.idx
        if noun in self._observers:
            return self._outlet_of_own(head) or Speaker(None, self._observers_actor, role)
        if noun in self._words.media and not {t.lower_ for t in head.lefts} & _STATE_MEDIA:
            known = self._discourse.last_outlet(at)
            return self._outlet(known) if known else Speaker(None, self._observers_actor, role)
        once = self._holders.once(head, inside)
        if once is not None and not {t.lower_ for t in head.lefts} & _NOT_THIS:
            return once
        actor = self._affiliations.actor_of(head, self._base, inside)
        if actor is None and not inside and noun in self._words.papers:
            return self._discourse.last_leading(at)
        indefinite = any(t.lower_ in _NOT_THIS for t in head.lefts)
        if noun in self._words.officials and actor is not None and not indefinite:
            holder = self._holders.holder(head, actor, at)
            if holder is not None:
                return holder
        return Speaker(None, actor, role)

    def _outlet_of_own(self, head: Token) -> Speaker | None:
        """*Its columnist*: of the newspaper spoken of last."""
        its = any(t.dep_ == "poss" and t.lower_ in {"its", "their"} for t in head.children)
        known = self._discourse.last_outlet(self._base + head.idx) if its else None
        return self._outlet(known, short_phrase(head)) if known else None


@cache
def _places() -> frozenset[str]:
    """Last words of the world's states and nations, which are nobody's surname."""
    names = (name for actor in world_actors() for name in (actor.name, *actor.adjectives))
    return frozenset(name.split()[-1].lower() for name in names)
