from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from volteface.model_reader.asking import Asker
from volteface.model_reader.cost import Budget, CeilingError, Price
from volteface.model_reader.service import NoAnswerError
from volteface.model_reader.windows import Window, windows
from volteface.records import Report

Ask = Callable[..., Any]
Make = Callable[..., Report]


@pytest.fixture
def window(make_report: Make) -> Window:
    """Eight sentences."""
    (whole,) = windows(make_report("\n\n".join(f"Sentence number {n} ends." for n in range(8))))
    return whole


def told(window: Window) -> str:
    """Which sentences a window holds."""
    return " ".join(str(one.number) for one in window.sentences)


@pytest.fixture
def asker(ask: Ask) -> Callable[..., tuple[Any, Asker, Budget]]:
    """Asks a service that behaves as told."""

    def made(behaviour: object, budget: Budget | None = None) -> tuple[Any, Asker, Budget]:
        server, service, _ = ask(behaviour)
        budget = budget or Budget()
        return server, Asker(service, budget, "rules", {}, told), budget

    return made


def numbers(body: dict[str, Any]) -> list[int]:
    """The sentences that a request is about."""
    return [int(n) for n in body["messages"][1]["content"].split()]


def each(peer: ModuleType, body: dict[str, Any]) -> list[dict[str, Any]]:
    """A statement for each sentence."""
    return [peer.a_statement(sentence=n) for n in numbers(body)]


def test_a_whole_answer_is_taken(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """With what it took."""
    counted = {"prompt_tokens": 1000, "completion_tokens": 900}
    server, one, budget = asker(
        lambda _, body: peer.says({"statements": each(peer, body)}, usage=counted)
    )
    kept = one.window(window)
    assert [s["sentence"] for s in kept.statements] == list(range(1, 9))
    assert (kept.words, kept.sent, kept.received) == (32, 1000, 900)
    assert len(server.asked) == 1
    assert (budget.sent, budget.received) == (1000, 900)


def test_what_is_too_long_is_asked_for_in_halves(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """Until it fits."""

    def small(_: int, body: dict[str, Any]) -> object:
        if len(numbers(body)) > 3:
            return peer.refuses(400, "maximum context length is 7 tokens")
        return peer.says({"statements": each(peer, body)})

    _, one, _ = asker(small)
    assert {s["sentence"] for s in one.window(window).statements} == set(range(1, 9))


def test_an_answer_that_breaks_off_is_asked_for_in_halves(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """Half of the JSON, or a stop at the limit of tokens."""

    def short(_: int, body: dict[str, Any]) -> object:
        found = {"statements": each(peer, body)}
        if len(numbers(body)) > 5:
            return peer.says('{"statements": [{"sentence": 1, "con')
        if len(numbers(body)) > 2:
            return peer.says(found, "length")
        return peer.says(found)

    _, one, budget = asker(short)
    assert {s["sentence"] for s in one.window(window).statements} == set(range(1, 9))
    assert budget.sent > 1000


def test_a_model_that_never_ends_in_form_costs_only_so_much(
    asker: Callable[..., Any], peer: ModuleType, make_report: Make
) -> None:
    """What is whole in its broken answers is taken."""
    half = '{"statements": [{"sentence": 1, "content": ["x"]}, {"sen'
    server, one, _ = asker(lambda *_: peer.says(half))
    long = windows(make_report("\n\n".join(f"Sentence number {n} ends." for n in range(60))))[0]
    kept = one.window(long)
    assert len(server.asked) == 15
    assert len(kept.statements) == 8


def test_a_model_without_json_is_given_up(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """What it said was paid for."""
    _, one, budget = asker(lambda *_: peer.says("I would rather talk about the weather."))
    with pytest.raises(NoAnswerError, match="no JSON of the form asked for"):
        one.window(window)
    assert budget.received > 0


def test_a_prompt_that_fits_no_model_is_told(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """Even a sentence is too long then."""
    _, one, _ = asker(lambda *_: peer.refuses(400, "exceeds the context size"))
    with pytest.raises(NoAnswerError, match="the case's prompt does not fit the model's context"):
        one.window(window)


def test_a_ceiling_stops_before_it_is_passed(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """Nothing is sent that could cost more."""
    budget = Budget(Price(1.0, 1.0), 1e-6)
    server, one, _ = asker(lambda *_: peer.says("x"), budget)
    with pytest.raises(CeilingError):
        one.window(window)
    assert server.asked == []


def test_a_request_that_failed_is_counted_as_if_it_had_been_paid(
    asker: Callable[..., Any], peer: ModuleType, window: Window
) -> None:
    """What came too late may have been charged."""
    _, one, budget = asker(lambda *_: peer.refuses(500))
    with pytest.raises(NoAnswerError):
        one.window(window)
    assert budget.sent > 0
