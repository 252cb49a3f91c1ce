"""A connection that ends: no answer is longer, or takes longer in all, than it may.

A server that sends a byte a minute never runs into a time limit on single reads, and one that
never stops sending fills the memory. Every answer, errors too, is read here under both limits.
"""

import time
from collections.abc import Callable
from threading import Event
from typing import Any

from openai import DefaultHttpxClient


class AnswerTooLongError(Exception):
    """More bytes than an answer may have."""


class TooSlowError(Exception):
    """The answer was not all there in time."""


class StoppedError(Exception):
    """The user has stopped the run."""


class Guarded(DefaultHttpxClient):
    """The client's own HTTP connection, with a limit on each whole answer.

    It follows no redirect: what is sent goes to the address that the user named or nowhere. What
    the client tells of this machine in its headers is left out.

    Args:
        seconds: Within which an answer must be there.
        size: Bytes it may have.
        stop: Set when the user stops the run.
        anonymous: Whether there is no key to send.
    """

    def __init__(self, seconds: float, size: int, stop: Event, *, anonymous: bool) -> None:
        super().__init__(follow_redirects=False, timeout=seconds)
        self._seconds, self._size, self._stop = seconds, size, stop
        self._left_out = ("x-stainless", "authorization") if anonymous else ("x-stainless",)

    def send(self, request: Any, **options: Any) -> Any:  # noqa: ANN401 - the types of its library
        """Send a request and read the whole answer."""
        begin = time.monotonic()
        for name in list(request.headers):
            if name.lower().startswith(self._left_out):
                del request.headers[name]
        request.headers["user-agent"] = "volteface"
        options["stream"] = True
        response = super().send(request, **options)
        try:
            body = self._read(response.iter_bytes, begin)
        finally:
            response.close()
        gone = {"content-encoding", "content-length", "transfer-encoding"}
        headers = [(k, v) for k, v in response.headers.multi_items() if k.lower() not in gone]
        return type(response)(response.status_code, headers=headers, content=body, request=request)

    def _read(self, pieces: Callable[[int], Any], begin: float) -> bytes:
        body = bytearray()
        for piece in pieces(65_536):
            body += piece
            if self._stop.is_set():
                raise StoppedError
            if len(body) > self._size:
                raise AnswerTooLongError
            if time.monotonic() - begin > self._seconds:
                raise TooSlowError
        return bytes(body)
