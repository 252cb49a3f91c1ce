"""Words that turn or weaken what stands in their scope: data for :mod:`volteface.coding.scope`.

A number is the factor on the side a phrase takes: -1 turns it round, 0.3 leaves little of it.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _table(factors: Mapping[float, str]) -> Mapping[str, float]:
    return MappingProxyType({word: f for f, words in factors.items() for word in words.split()})


def _phrases(factors: Mapping[float, str]) -> Mapping[str, float]:
    return MappingProxyType(
        {phrase.strip(): f for f, row in factors.items() for phrase in row.split(",")}
    )


NEGATORS = _table({-1: "not n't never neither nor", -0.8: "hardly scarcely barely rarely seldom"})
"""Adverbs that negate the word they belong to."""

NOT_ALONE = frozenset({"only", "just", "merely", "simply", "solely", "alone"})
"""After *not* these take the negation away: *not only support but arm*."""

NONE_WORDS = _table({-1: "no nothing nobody none neither nowhere", -0.6: "few little"})
"""Determiners and pronouns that negate the clause of which they are a part."""

NOT_FULLY = frozenset({"a"})
"""Before *few* and *little* these take the negation away."""

COMPLEMENT = _phrases(
    {
        -1: (
            "refuse, reject, deny, oppose, rule out, turn down, veto, block, resist, condemn,"
            "denounce, deplore, reverse, renounce, repudiate, forbid, ban, bar, prohibit,"
            "exclude, refrain, abstain, preclude, disavow, vote down, shun, scrap, opposition,"
            "refusal, rejection, objection, resistance, opposed, averse, impossible, unwilling,"
            "unthinkable"
        ),
        -0.8: (
            "dismiss, criticise, criticize, decry, slam, prevent, avoid, stop, halt, end,"
            "cease, cancel, abandon, drop, give up, call off, break off, back away, walk away,"
            "suspend, discourage, dissuade, decline, doubt, disagree, dispute, contest, reluctant,"
            "fail, unlikely, unable, loath, hostile, sceptical, skeptical, doubtful, reluctance,"
            "failure, far, lack, absence, delay, postpone, withhold, alternative, substitute,"
            "accuse, blame, mock, ridicule, scorn, myth, illusion, protest"
        ),
        -0.4: "question, hesitate, hesitant, stop short, fall short, hold off, wary, shy",
        0.5: (
            "consider, ponder, weigh, study, discuss, debate, mull, examine, contemplate, fear,"
            "worry"
        ),
    }
)
"""Verbs (with particle), nouns and adjectives that act on what they govern."""

FACTS = frozenset({"accuse", "blame", "criticise", "criticize", "condemn", "denounce", "slam"})
"""Those of :data:`COMPLEMENT` that take for granted that somebody did what they object to."""

EVALUATION = _phrases(
    {
        -1: (
            "wrong, mistake, unacceptable, illegal, unlawful, illegitimate, unthinkable, naive,"
            "impossible, unrealistic, useless, pointless, dangerous, absurd, nonsense, folly,"
            "error, disaster, catastrophe, irresponsible, premature, futile, counterproductive,"
            "inadmissible, unjustified, unwise, illusion, fantasy, myth, false, untrue, baseless,"
            "unfounded, crime, betrayal, adventure, suicide, reckless, trap, disastrous, insane,"
            "out of the question, off the table, worthless, shameful, harmful, lie, void,"
            "null, invalid"
        ),
        -0.6: (
            "risky, difficult, unhelpful, problem, problematic, unnecessary, unlikely, doubtful,"
            "hard, gamble, threat, danger, early, far"
        ),
    }
)
"""What is said of a thing in order to speak against it: *arming them is a mistake*."""

SUBJECT_VERBS = _phrases(
    {
        -0.8: (
            "fail, forget, ignore, backfire, misunderstand, overlook, mislead, harm, undermine,"
            "exhaust, destroy, worsen, err, deceive, endanger, threaten, fuel, prolong,"
            "complicate, hurt"
        )
    }
)
"""Verbs that speak against their subject: *those who call for force forget ...*."""

NEEDED = frozenset({"would", "could", "can", "might", "will"})
NEEDED_FACTOR = 0.6
"""*Without them the city would have fallen* speaks for them."""

PREPOSITIONS = _phrases({-1: "against, without, instead of, rather than", 0.6: "until, before"})

CLAUSES = _phrases(
    {
        0.4: "if, whether, provided, once, until",
        -0.3: "unless, lest",
        0.5: "although, though, while, whereas, despite, even",
    }
)
"""First words of a subordinate clause: what stands in it is not plainly asserted."""

DOUBLE = 0.6
"""On what is negated twice: *does not rule out* leaves open, it does not promise."""

CONDITION = 0.75
"""On a main clause that depends on an *if* or *unless*."""

MODALS = _table({0.7: "could may might", 0.8: "perhaps maybe possibly seemingly apparently"})

SPEECH = _set("say tell add comment announce disclose specify indicate state mention talk speak")
SILENCE = 0.15
"""On what somebody did *not* say."""

ATTITUDES = _set(
    "want demand call urge insist seek support back favour favor oppose advocate wish hope expect "
    "believe think claim argue push press prefer reject refuse require ask desire"
)
OTHERS = 0.35
"""On the position of somebody else than the holder, told in passing."""

QUESTION = 0.5
RHETORICAL = _phrases(
    {-0.7: "why should, why would, how can, how could, who would, what right, what sense"}
)
"""Openings of questions that deny what they ask."""

BELIEF = _set(
    "could may might expect believe think predict forecast foresee likely unlikely "
    "doomed inevitable certain chance hope fear doubt probably eventually soon survive fail "
    "collapse prospect confident imminent bound anticipate number hopeful odds"
)
"""Words of expectation."""

WISH = _set(
    "should must ought want demand call urge insist seek support back favour favor advocate "
    "oppose require ask need have deserve let reject refuse accept agree ready prepared "
    "propose request offer promise pledge order vow"
)
"""Words of what is wanted, offered or refused."""
