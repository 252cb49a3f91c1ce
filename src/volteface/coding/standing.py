"""How somebody who is mentioned stands in the sentence: what it is about, or merely in it."""

from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass"}
ARGUMENTS = {"dobj", "pobj", *SUBJECTS}


def goes_on_a_word(token: Token) -> bool:
    """The *president* of *vice-president*."""
    before = token.doc[token.i - 1] if token.i else token
    return before.text == "-" and not before.whitespace_


def leads(token: Token) -> bool:
    """Whether the token is the subject of a sentence and not of what somebody says in it.

    What comes first may be either: *Die Zeit goes further: its source says so*.
    """
    clause = token.head
    fronted = clause.dep_ == "ccomp" and clause.i < clause.head.i
    return token.dep_ in SUBJECTS and (
        fronted or clause.dep_ not in {"ccomp", "relcl", "acl", "pcomp"}
    )


def is_people(head: Token) -> bool:
    """*The French*, *the Saudis*: an adjective that stands for a nation's government."""
    return head.dep_ in ARGUMENTS and all(t.dep_ == "det" for t in head.lefts)


def in_capitals(head: Token) -> bool:
    """The last word of a name that is printed so: *ANNE VOSS*."""
    before = head.doc[head.i - 1] if head.i else head
    return head.is_upper and head.is_alpha and before.i < head.i and before.is_upper
