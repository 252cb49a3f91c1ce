from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from volteface.case.schema import Actor, Case, CaseFile, Issue, Pole, Vocabulary
from volteface.coding.passage import Passage
from volteface.coding.stance import SECOND, SECOND_TRUST, Decision, StanceCoder
from volteface.coding.vectors import load_vectors
from volteface.coding.weighed import UNSURE_MOST
from volteface.errors import CaseError

MakePassage = Callable[..., Passage]

ISSUES = (
    Issue(
        id="resign",
        question="Should the chancellor resign?",
        plus=Pole(
            pole="The chancellor should resign.",
            cues=("resign", "step down", "leave office"),
            examples=("The head of government has lost all trust and has to go.",),
        ),
        minus=Pole(
            pole="The chancellor should stay in office.",
            cues=("stay in office", "serve out ... term"),
            examples=("She was elected for four years and ought to finish them.",),
        ),
    ),
    Issue(
        id="troops",
        question="Should troops be sent?",
        holders=("NOR",),
        plus=Pole(pole="Troops should be sent.", cues=("send ... troop", "deploy")),
        minus=Pole(pole="No troops should be sent.", cues=("keep ... troop at home",)),
    ),
    Issue(
        id="island_troops",
        question="Should the islanders send troops themselves?",
        subject="ISL",
        over=("troops",),
        plus=Pole(pole="The island should send its own troops.", cues=("@ISL ... send ... troop",)),
        minus=Pole(pole="The island should send no troops.", cues=("@ISL ... stay out",)),
    ),
    Issue(
        id="falls",
        kind="belief",
        question="Will the city fall?",
        plus=Pole(pole="The city will fall.", cues=("city ... fall", "day ... numbered")),
        minus=Pole(pole="The city will hold out.", cues=("hold out",)),
    ),
)


def make_case(*issues: Issue) -> Case:
    """A small case about invented actors."""
    return Case(
        folder="",
        digest="",
        settings=CaseFile(
            id="tiny",
            title="Tiny",
            begins=date(2000, 1, 1),
            vocabulary=Vocabulary(none=("The train was late.", "He thanked his hosts.")),
        ),
        actors=(
            Actor(id="NOR", name="Northland", kind="bloc", members=("LAKE",)),
            Actor(id="LAKE", name="Lakeland", kind="state"),
            Actor(id="ISL", name="Island", kind="state"),
        ),
        people=(),
        issues=issues or ISSUES,
        ties=(),
        facts=(),
    )


@pytest.fixture(scope="module")
def coder() -> StanceCoder:
    """A coder with vectors."""
    return StanceCoder(make_case(), load_vectors())


@pytest.fixture(scope="module")
def cue_coder() -> StanceCoder:
    """A coder that goes by cues alone."""
    return StanceCoder(make_case(), None)


@pytest.fixture(scope="module")
def both_coders(coder: StanceCoder, cue_coder: StanceCoder) -> tuple[StanceCoder, ...]:
    """With vectors and without."""
    return coder, cue_coder


def first(coder: StanceCoder, passage: Passage) -> Decision:
    """The chosen reading of one passage."""
    return coder.code([passage])[0][0]


@pytest.mark.parametrize(
    ("marked", "issue", "side"),
    [
        ("He said {the chancellor must step down}.", "resign", 1),
        ("He said {the chancellor must not step down}.", "resign", -1),
        ("He denied that {she would resign}.", "resign", -1),
        ('"{She will serve out her term}," he said.', "resign", -1),
        ("They {refused to send any troops}.", "troops", -1),
        ("He said {the city could not hold out for long}.", "falls", 1),
    ],
)
def test_cues_decide_with_and_without_vectors(
    passage: MakePassage, both_coders: tuple[StanceCoder, ...], marked: str, issue: str, side: int
) -> None:
    """Issue and side follow from cue and scope, whether there are vectors or not."""
    for coder in both_coders:
        decision = first(coder, passage(marked, "LAKE"))
        assert decision.issue == issue
        assert decision.stance is not None
        assert decision.stance * side > 0


def test_vectors_find_what_no_cue_says(
    coder: StanceCoder, cue_coder: StanceCoder, passage: MakePassage
) -> None:
    """A paraphrase without any cue is read by likeness, and the reason quotes the case."""
    said = passage("He said {nobody trusts the head of government any more and she has to go}.")
    decision = first(coder, said)
    assert decision.issue == "resign"
    assert decision.stance is not None
    assert decision.stance > 0
    assert decision.reason == f'nearest: "{ISSUES[0].plus.examples[0]}"'
    assert not first(cue_coder, said).reason.startswith("nearest")


def test_none_is_a_reading(passage: MakePassage, both_coders: tuple[StanceCoder, ...]) -> None:
    """What bears on no issue gets none, alone, and no stance."""
    for coder in both_coders:
        decisions = coder.code([passage("He said {his train had been late}.")])[0]
        assert [(d.issue, d.stance) for d in decisions] == [(None, None)]


def test_readings_are_three_and_ranked(coder: StanceCoder, passage: MakePassage) -> None:
    """Three different candidates, most probable first; the side makes the first less sure."""
    decision = first(coder, passage("He said {the chancellor must step down}."))
    chances = [reading.p for reading in decision.readings]
    assert len({reading.issue for reading in decision.readings}) == 3
    assert chances == sorted(chances, reverse=True)
    assert chances[0] / 2 <= decision.confidence <= chances[0]
    assert 0 < sum(chances) <= 1


def test_two_issues_are_two_decisions(coder: StanceCoder, passage: MakePassage) -> None:
    """A passage with cues of two issues bears on both."""
    said = passage("He said {the chancellor must resign and the city will fall soon}.")
    assert {d.issue for d in coder.code([said])[0]} == {"resign", "falls"}


def test_weaker_words_give_a_weaker_stance(cue_coder: StanceCoder, passage: MakePassage) -> None:
    """A condition or a question takes strength and confidence from the same words."""
    plain, condition, question = (
        first(cue_coder, passage(marked))
        for marked in (
            "He said {she must step down}.",
            "He said {peace would come if she stepped down}.",
            "{Must she step down?}",
        )
    )
    assert plain.stance is not None
    for weaker in (condition, question):
        assert weaker.stance is not None
        assert 0 < weaker.stance < plain.stance
        assert weaker.confidence < plain.confidence


def test_a_rhetorical_question_denies(cue_coder: StanceCoder, passage: MakePassage) -> None:
    """*Why should she?* says that she should not."""
    stance = first(cue_coder, passage("{Why should she step down?}")).stance
    assert stance is not None
    assert stance < 0


def test_reasons_name_cue_and_scope(cue_coder: StanceCoder, passage: MakePassage) -> None:
    """The reason quotes the cue as the case writes it, and the words that acted on it."""
    turned = first(cue_coder, passage("He said {she would not step down}."))
    assert turned.reason == 'cue "step down", turned by "not"'
    weakened = first(cue_coder, passage("He said {she may step down}."))
    assert weakened.reason == 'cue "step down", weakened by "may"'


def test_a_few_words_are_never_surely_about_an_issue(
    coder: StanceCoder, passage: MakePassage
) -> None:
    """Likeness alone is not sure where there are hardly any words; with a cue it may be."""
    assert first(coder, passage("{The chancellor should go}.")).confidence <= UNSURE_MOST
    assert first(coder, passage("{The chancellor must resign}.")).confidence > UNSURE_MOST


@pytest.mark.parametrize(
    "said",
    [
        "critics of the chancellor want her to step down",
        "some members of the crowd demanded that she step down",
        "even the fall of the city would change nothing",
        "both sides will hold out alike",
    ],
)
def test_what_is_little_asserted_is_never_sure(
    passage: MakePassage, both_coders: tuple[StanceCoder, ...], said: str
) -> None:
    """What others think, what is only named and what holds of all is no sure stance."""
    for coder in both_coders:
        decision = first(coder, passage(f"He said {{{said}}}.", "LAKE"))
        assert decision.issue is None or decision.confidence <= UNSURE_MOST


def test_a_reason_says_what_is_little_asserted(
    cue_coder: StanceCoder, passage: MakePassage
) -> None:
    """The words that take a cue from the speaker are named."""
    said = passage("He said {after she had stepped down, the city would fall}.")
    reasons = [found.reason() for found in cue_coder.evidence([said])[0].cues.values()]
    assert 'cue "step down", little asserted: "after"' in reasons


def test_another_actors_conduct_is_not_the_subjects(passage: MakePassage) -> None:
    """On an issue of one actor's conduct, somebody else's deed does not count."""
    own = Issue(
        id="own", question="?", subject="ISL", plus=Pole(pole="Yes.", cues=("send ... troop",)),
        minus=Pole(pole="No."),
    )  # fmt: skip
    coder = StanceCoder(make_case(own), None)
    said = passage(
        "He told Island that {Lakeland would send troops}.", "LAKE", Island="ISL", Lakeland="LAKE"
    )
    (evidence,) = coder.evidence([said])
    assert evidence.cues["own"].reason() == 'cue "send ... troop", of somebody else\'s conduct'
    assert first(coder, said).issue is None


def test_a_further_issue_is_less_sure(cue_coder: StanceCoder, passage: MakePassage) -> None:
    """That there is a second issue at all is part of its confidence."""
    said = passage("He said {the chancellor must resign and the city will fall soon}.")
    further = cue_coder.code([said])[0][1]
    assert SECOND <= further.confidence <= SECOND_TRUST


def test_only_holders_hold(cue_coder: StanceCoder, passage: MakePassage) -> None:
    """An actor outside the holders is believed less; a member of a holding bloc as much."""
    said = "He said {they would send troops}."
    holder, member, other = (
        first(cue_coder, passage(said, actor)).confidence for actor in ("NOR", "LAKE", "ISL")
    )
    assert holder == member > other


def test_the_specific_issue_beats_the_generic(coder: StanceCoder, passage: MakePassage) -> None:
    """An issue with ``over`` takes the passage from the issue it names."""
    said = passage("The Island said {it would send troops}.", "ISL", Island="ISL")
    assert first(coder, said).issue == "island_troops"


def test_a_subject_has_to_be_there(passage: MakePassage) -> None:
    """An issue about one actor's conduct wants that actor as speaker or in the clause."""
    own = Issue(
        id="own", question="?", subject="ISL", plus=Pole(pole="Yes.", cues=("send troop",)),
        minus=Pole(pole="No."),
    )  # fmt: skip
    coder = StanceCoder(make_case(own), None)
    marked = "He said {Island must send troops}."
    named = first(coder, passage(marked, "NOR", Island="ISL"))
    speaking = first(coder, passage(marked, "ISL"))
    absent = first(coder, passage(marked, "NOR"))
    assert named.confidence == speaking.confidence
    assert absent.confidence < named.confidence


def test_cues_outside_the_content_do_not_count(
    cue_coder: StanceCoder, passage: MakePassage
) -> None:
    """A cue in the same sentence but not in what was said is no part of the statement."""
    said = passage("Asked whether she would step down, he said {the weather was fine}.")
    assert first(cue_coder, said).issue is None


def test_quoted_sentences_are_closed_to_the_verb_outside(
    cue_coder: StanceCoder, passage: MakePassage
) -> None:
    """A denial before a quoted sentence is not applied to it a second time."""
    quoted = first(cue_coder, passage('"{She will step down}," he denied.'))
    reported = first(cue_coder, passage("He denied {she will step down}."))
    assert quoted.stance is not None
    assert reported.stance is not None
    assert reported.stance < 0 < quoted.stance


def test_a_few_quoted_words_are_read_in_their_clause(
    coder: StanceCoder, passage: MakePassage
) -> None:
    """The meaning of a short quotation is looked for in its sentence."""
    said = passage('He said the chancellor, "{a disgrace}," had lost all trust and has to go.')
    assert first(coder, said).readings[0].issue == "resign"


def test_decisions_do_not_depend_on_company(coder: StanceCoder, passage: MakePassage) -> None:
    """A passage is coded the same alone, among others, in any order, and again."""
    passages = [
        passage("He said {the chancellor must step down}."),
        passage("He said {the head of government had lost the country's trust}."),
        passage("They {refused to send any troops}.", "NOR"),
        passage("He said {his train had been late}."),
    ]
    together = coder.code(passages)
    assert together == coder.code(passages)
    assert together[::-1] == coder.code(passages[::-1])
    assert together == [coder.code([one])[0] for one in passages]


PIECES = [
    "step down",
    "not",
    "she",
    "if",
    '"',
    "\u201c",
    "?",
    ".",
    "\n",
    "\u00a0",
    "refused to",
    "(",
    "",
]


@settings(deadline=None, max_examples=40)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), data=st.data())
def test_broken_text_is_coded_too(
    cue_coder: StanceCoder, language: Language, pieces: list[str], data: st.DataObject
) -> None:
    """Whatever the text and wherever the content lies in it, there is a decision in range."""
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    odd = Passage(language(text), ((start, end),), (start, end), (), None)
    decision = first(cue_coder, odd)
    assert 0 <= decision.confidence <= 1
    assert decision.stance is None or -1 <= decision.stance <= 1


def test_nothing_to_code(coder: StanceCoder) -> None:
    """No passages, no decisions."""
    assert coder.code([]) == []


def test_a_case_without_sentences_about_nothing(passage: MakePassage) -> None:
    """Issues work from their poles alone."""
    bare = make_case(
        Issue(
            id="resign",
            question="?",
            plus=Pole(pole="The chancellor should resign."),
            minus=Pole(pole="The chancellor should stay in office."),
        )
    )
    settings = bare.settings.model_copy(update={"vocabulary": Vocabulary()})
    coder = StanceCoder(bare.model_copy(update={"settings": settings}), load_vectors())
    stance = first(coder, passage("He said {the chancellor should resign now}.")).readings[0]
    assert stance.issue == "resign"


def test_an_unreadable_cue_is_an_error() -> None:
    """A cue that names no actor of the case is refused."""
    wrong = Issue(id="x", question="?", plus=Pole(pole="y", cues=("@XYZ",)), minus=Pole(pole="n"))
    with pytest.raises(CaseError, match="@XYZ"):
        StanceCoder(make_case(wrong), None)
