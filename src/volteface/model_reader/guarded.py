"""A connection that ends: no answer is longer, or takes longer in all, than it may.

A server that sends a byte a minute never runs into a time limit on single reads, and one that
never stops sending fills the memory. Every answer, errors too, is read here under both limits.
"""

import time
import zlib
from collections.abc import Iterable, Mapping
from threading import Event
from typing import Any

from openai import DefaultHttpxClient

_ENDLESS = "an answer that does not end"
_LATE = "no whole answer in time"


class BadAnswerError(Exception):
    """An answer that was not read to its end; the message says why."""


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
        every = request.headers.copy()
        for name in every:
            if name.lower().startswith(self._left_out):
                del request.headers[name]
        request.headers["user-agent"] = "volteface"
        request.headers["accept-encoding"] = "gzip"
        options["stream"] = True
        try:
            response = super().send(request, **options)
        finally:
            # The client reads its own headers again when the answer is there.
            request.headers = every
        try:
            body = self._unpacked(self._read(response.iter_raw(), begin), response.headers)
        finally:
            response.close()
        gone = {"content-encoding", "content-length", "transfer-encoding"}
        headers = [(k, v) for k, v in response.headers.multi_items() if k.lower() not in gone]
        return type(response)(response.status_code, headers=headers, content=body, request=request)

    def _read(self, pieces: Iterable[bytes], begin: float) -> bytes:
        """The bytes as they come; each time some do, it is asked whether they may."""
        body = bytearray()
        for piece in pieces:
            body += piece
            if self._stop.is_set():
                raise StoppedError
            if len(body) > self._size:
                raise BadAnswerError(_ENDLESS)
            if time.monotonic() - begin > self._seconds:
                raise BadAnswerError(_LATE)
        return bytes(body)

    def _unpacked(self, body: bytes, headers: Mapping[str, str]) -> bytes:
        """The bytes as they were before they were compressed; no more than an answer may have."""
        if not body or headers.get("content-encoding", "identity").lower() == "identity":
            return body
        # Tells gzip from zlib by itself; other ways were not asked for.
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            unpacked = unpacking.decompress(body, self._size)
        except zlib.error as error:
            raise BadAnswerError("an answer that cannot be unpacked") from error
        if unpacking.unconsumed_tail:
            raise BadAnswerError(_ENDLESS)
        return unpacked
