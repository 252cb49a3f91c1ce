from volteface.coding.discourse import Discourse, Speaker
from volteface.coding.words import words

ANN = Speaker("Ann Lake", "A", "envoy")
BEN = Speaker("Ben Hill", "B", "minister")
STATE = Speaker(None, "S")


def remembered(*speakers: Speaker, leads: bool = True) -> Discourse:
    """Speakers at offsets 0, 10, 20 ..."""
    discourse = Discourse(words())
    for number, speaker in enumerate(speakers):
        discourse.remember(10 * number, speaker, leads=leads)
    return discourse


def test_the_last_before_counts() -> None:
    """A pronoun looks back, to persons or to actors, never ahead."""
    discourse = remembered(ANN, STATE, BEN)
    assert discourse.before(25, "he", person=True) == BEN
    assert discourse.before(15, "she", person=True) == ANN
    assert discourse.before(25, "it", person=False) == STATE
    assert discourse.before(0, "he", person=True) == Speaker()
    assert discourse.before(5, "they", person=False) == Speaker(actor="A")


def test_those_merely_named_come_last() -> None:
    """Somebody only mentioned is meant where no sentence was about anybody who fits."""
    discourse = remembered(ANN)
    discourse.remember(10, BEN, leads=False)
    assert discourse.before(20, "she", person=True) == ANN
    assert discourse.before(20, "he", person=True) == BEN


def test_a_pronoun_stays_with_its_person() -> None:
    """Who has been *he* is not *she*, by pronoun, honorific or title."""
    discourse = remembered(ANN, BEN)
    discourse.goes_by(BEN, "Mr")
    assert discourse.before(20, "she", person=True) == ANN
    assert discourse.before(20, "he", person=True) == BEN
    spoken = remembered(Speaker(None, "A", "a spokeswoman"), Speaker(None, "G", "a German envoy"))
    assert spoken.before(20, "she", person=True).actor == "G"
    assert spoken.before(15, "he", person=True).actor == "G"
    assert spoken.before(5, "he", person=True) == Speaker()


def test_former_and_latter() -> None:
    """Of the last two different ones; nobody where there are not two."""
    discourse = remembered(STATE, ANN, BEN, BEN)
    assert discourse.of_two(99, "latter") == BEN
    assert discourse.of_two(99, "former") == ANN
    assert discourse.of_two(5, "latter") == Speaker()


def test_titles() -> None:
    """A title is the last one who has it, nobody where none has; there is always a last person."""
    discourse = remembered(ANN, BEN, STATE)
    assert discourse.by_title(99, "envoy") == ANN
    assert discourse.by_title(99, "chief negotiator") is None
    assert discourse.last_person(99) == BEN
    assert discourse.last_person(99, [(5, 15)]) == ANN
    assert discourse.last_person(0) is None


def test_names_used_again() -> None:
    """A surname means those last introduced by it in one paragraph; an honorific chooses."""
    sue = Speaker("Sue Lake", "S")
    discourse = Discourse(words())
    discourse.introduce(0, "Ann Lake", ANN)
    assert discourse.called("Lake", None) == [ANN]
    discourse.introduce(50, "Sue Lake", sue)
    assert discourse.called("Lake", None) == [sue]
    assert discourse.called("Ann Lake", None) == [ANN]
    discourse.introduce(50, "Ann Lake", ANN)
    assert discourse.called("Lake", None) == [sue, ANN]
    discourse.goes_by(sue, "Mr")
    assert discourse.called("Lake", "ms") == [ANN]
    assert discourse.called("Hill", None) == []
