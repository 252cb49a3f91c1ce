"""Why a state of the Graph Model is stable or not, in sentences. States are counted from 1."""

from collections.abc import Sequence

from volteface.bargaining.graph_model import GraphModel

_HOW = {
    "GMR": "the others could answer with",
    "SMR": "the others could answer, with no way out for it, with",
    "SEQ": "the others would answer, gaining by it, with",
}
_MISSING = {
    "GMR": "nothing that the others could do takes that back",
    "SMR": "nothing that the others could do takes that back for good",
    "SEQ": "nothing that the others would gain by takes that back",
}


def no_improvement(model: GraphModel, state: int, player: int) -> str:
    """It stays because it can go nowhere better."""
    name = model.players[player].name
    if not model.moves[player][state]:
        return f"{name} has no move from {_named(model, state)}"
    return f"{name} can move from {_named(model, state)} but to nothing that it likes better"


def no_answer(model: GraphModel, state: int, player: int, to: int, notion: str) -> str:
    """It leaves, because one move pays whatever follows; ``notion`` is empty for Nash."""
    name = model.players[player].name
    says = f"{name} would move from {_named(model, state)} to {_named(model, to)}"
    return f"{says}, and {_MISSING[notion]}" if notion else f"{says}, which it likes better"


def sanctioned(
    model: GraphModel, state: int, player: int, answers: Sequence[tuple[int, int]], notion: str
) -> str:
    """It stays for fear of what the others would do; ``answers`` are its moves and theirs."""
    name = model.players[player].name
    parts = [
        f"to {_named(model, to)} {_HOW[notion]} {_named(model, answer)}" for to, answer in answers
    ]
    return (
        f"{name} stays in {_named(model, state)}: {'; '.join(parts)}, no better for it than "
        "where it is"
    )


def _named(model: GraphModel, state: int) -> str:
    return f"state {state + 1} ({model.describe(state)})"
