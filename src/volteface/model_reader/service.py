"""Ask a model at an OpenAI-compatible endpoint, patiently and within limits."""

import json
import random
import re
import time
from dataclasses import dataclass
from threading import Event, Lock
from typing import Any

import openai

from volteface.errors import EndpointError
from volteface.model_reader.answer_form import Json
from volteface.model_reader.backoff import FIRST, retry_after, wait
from volteface.model_reader.endpoint import KEYS, Endpoint
from volteface.model_reader.guarded import BadAnswerError, Guarded, StoppedError
from volteface.model_reader.manner import Manner

_TOO_LONG = re.compile(
    r"context.{0,20}(?:length|window|size)|maximum.{0,20}tokens|too many tokens|prompt is too long"
    r"|exceed.{0,40}(?:context|tokens)",
    re.IGNORECASE,
)
_UNKNOWN_OPTION = re.compile(r"response_format|json_schema|json_object", re.IGNORECASE)
"""Some servers, llama-cpp-python's among them, call an option that they do not know a 500."""
_NO_KEY = "no key is needed here"
_SHOWN = 200
"""Characters of a server's complaint that are shown."""
_PATIENCE = 600.0
"""Seconds: a server that asks for a longer wait is not waited for."""


class TooLongError(Exception):
    """The request does not fit the model's context."""


class NoAnswerError(Exception):
    """All attempts were in vain; the message says why the last one was."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take.

    ``seconds`` and ``size`` (bytes) bound an answer, ``attempts`` how often it is asked for,
    ``first`` is the wait in seconds before the first repetition.
    """

    seconds: float = 300.0
    size: int = 4_000_000
    attempts: int = 5
    first: float = FIRST


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said; ``cut`` is true where it ran into the limit of tokens.

    ``sent`` and ``received`` are tokens as the server counts them, None where it does not say.
    """

    text: str
    cut: bool
    sent: int | None
    received: int | None
    seconds: float


class Service:
    """One endpoint for a whole run; may be asked from several threads.

    Args:
        endpoint: Where, which model, with which key.
        limits: What a request may take.
        stop: Set when the user stops the run; nothing is waited for any longer.
        rng: Shakes the waiting times.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        limits: Limits | None = None,
        stop: Event | None = None,
        rng: random.Random | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._limits = limits or Limits()
        self._stop = stop or Event()
        self._rng = rng or random.Random()  # noqa: S311 - spreads waiting times, guards nothing
        self._manner = Manner()
        self._lock = Lock()
        self._not_before = 0.0
        # What the environment holds for OpenAI itself is nothing to send to another service.
        self._client = openai.OpenAI(
            api_key=endpoint.key or _NO_KEY,
            base_url=endpoint.address,
            organization="",
            project="",
            max_retries=0,
            timeout=self._limits.seconds,
            http_client=Guarded(
                self._limits.seconds, self._limits.size, self._stop, anonymous=endpoint.key is None
            ),
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def ask(self, system: str, data: str, schema: Json, most: int) -> Answer:
        """The model's answer.

        Args:
            system: The instructions.
            data: The report.
            schema: What the answer must look like, where the server can enforce it.
            most: Tokens the answer may have.

        Raises:
            TooLongError: It does not fit the model's context.
            NoAnswerError: The server failed as often as it may.
            EndpointError: The server refuses for good: the key, the model, the address.
            StoppedError: The user has stopped the run.
        """
        failed = 0
        while True:
            self._pause()
            manner = self._manner
            try:
                return self._once(manner, system, data, schema, most)
            except openai.APIStatusError as error:
                again = self._refused(error, manner)
                if again:
                    continue
                problem, asked = (
                    _told(error),
                    retry_after(error.response.headers.get("retry-after")),
                )
            except openai.APIError as error:
                # Some versions of the client wrap what their connection raises, others do not.
                if isinstance(error.__cause__, StoppedError):
                    raise StoppedError from error
                problem, asked = _nature(error), None
            except (BadAnswerError, _NoSenseError) as error:
                problem, asked = str(error), None
            failed += 1
            if failed >= self._limits.attempts or (asked or 0.0) > _PATIENCE:
                raise NoAnswerError(problem)
            delay = wait(failed, asked, self._rng, self._limits.first)
            with self._lock:
                self._not_before = max(self._not_before, time.monotonic() + delay)

    def _pause(self) -> None:
        """Wait as long as the server has asked, or is given to recover."""
        while (left := self._not_before - time.monotonic()) > 0:
            if self._stop.wait(left):
                break
        if self._stop.is_set():
            raise StoppedError

    def _once(self, manner: Manner, system: str, data: str, schema: Json, most: int) -> Answer:
        begin = time.monotonic()
        messages: Any = [{"role": "system", "content": system}, {"role": "user", "content": data}]
        if self._endpoint.one_message:
            messages = [{"role": "user", "content": f"{system}\n\n{data}"}]
        raw = self._client.chat.completions.with_raw_response.create(
            model=self._endpoint.model, messages=messages, **manner.options(schema, most)
        )
        return _answer(raw.http_response.content, time.monotonic() - begin)

    def _refused(self, error: openai.APIStatusError, manner: Manner) -> bool:
        """Whether to ask again at once, in another manner; raises for what stays refused."""
        status, said = error.status_code, _told(error)
        where = f"{self._endpoint.host} ({self._endpoint.model})"
        if status in {401, 403}:
            raise EndpointError(f"{where} refuses the key: set {KEYS[0]} ({said})")
        if status == 402 or "insufficient_quota" in said:  # noqa: PLR2004 - payment required
            raise EndpointError(f"{where} asks for payment: {said}")
        if status == 404:  # noqa: PLR2004 - not found
            raise EndpointError(f"{where}: no such model, or no service at this address ({said})")
        if 300 <= status < 400:  # noqa: PLR2004 - redirects
            raise EndpointError(f"{where} sends requests on to another address: name that one")
        if status == 413 or (status < 500 and status != 429 and _TOO_LONG.search(said)):  # noqa: PLR2004
            raise TooLongError(said)
        if status in {400, 415, 422, 501} or _UNKNOWN_OPTION.search(said):
            with self._lock:
                if self._manner == manner:
                    following = manner.after(said)
                    if following is None:
                        raise EndpointError(f"{where} does not take the request: {said}")
                    self._manner = following
            return True
        if status < 500 and status not in {408, 409, 425, 429}:  # noqa: PLR2004
            raise EndpointError(f"{where} does not take the request: {said}")
        return False


class _NoSenseError(Exception):
    """The server's reply is no answer of a chat."""


def _answer(body: bytes, seconds: float) -> Answer:
    """The reply's text and tokens; whatever else it holds is nobody's business."""
    try:
        reply = json.loads(body)
        choice = reply["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError) as error:
        raise _NoSenseError("the server's reply is no answer of a chat") from error
    if isinstance(content, list):
        content = "".join(p["text"] for p in content if isinstance(p, dict) and _text(p))
    if not isinstance(content, str):
        raise _NoSenseError("the answer holds no text")
    usage = reply.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    cut = choice.get("finish_reason") == "length"
    sent, received = _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens"))
    return Answer(content, cut, sent, received, seconds)


def _text(part: dict[str, Any]) -> bool:
    return isinstance(part.get("text"), str)


def _count(value: object) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _told(error: openai.APIStatusError) -> str:
    """The server's own words, in one printable line."""
    body = error.body
    words = body.get("message") if isinstance(body, dict) else None
    told = words if isinstance(words, str) else error.response.text
    code = body.get("code") if isinstance(body, dict) else None
    line = " ".join(f"{told} {code if isinstance(code, str) else ''}".split())
    shown = "".join(c for c in line if c.isprintable())[:_SHOWN]
    return shown or f"HTTP {error.status_code}"


def _nature(error: openai.APIError) -> str:
    """What went wrong on the way, in words."""
    cause = error.__cause__
    if isinstance(cause, BadAnswerError):
        return str(cause)
    if isinstance(error, openai.APITimeoutError):
        return "no whole answer in time"
    return f"the connection failed ({type(cause or error).__name__})"
