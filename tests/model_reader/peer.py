"""A service of our own that talks to the real client over real sockets, well or badly.

It stands for nothing of ours: it is the other side, with every bad habit a server can have.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

Body = dict[str, Any]
Reply = Callable[["Handler", Event], None]
"""Writes one response; waits on the event, which is set when the service closes."""
Behaviour = Callable[[int, Body], Reply]
"""From the number of the request, from 0, and what was asked, to the reply."""

JSON = {"content-type": "application/json"}
_SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_SAID = re.compile(r'"(?P<content>[^"]+?),?" (?P<speaker>\S+ ?\S*) (?P<cue>said)')


class Handler(BaseHTTPRequestHandler):
    """Writes down what it was asked and replies as the peer behaves."""

    server: "Peer"

    def do_POST(self) -> None:
        """Take in a request and reply."""
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.server.lock:
            number = len(self.server.asked)
            self.server.asked.append(Asked(self.path, dict(self.headers.items()), body))
        try:
            self.server.behaviour(number, body)(self, self.server.closing)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""

    def give(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        """A whole response."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]
    body: Body

    @property
    def data(self) -> str:
        """What the user's message says."""
        return str(self.body["messages"][1]["content"])


class Peer(ThreadingHTTPServer):
    """The service; ``asked`` are the requests in the order of coming."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour = behaviour
        self.asked: list[Asked] = []
        self.lock = Lock()
        self.closing = Event()

    @property
    def address(self) -> str:
        """What a client is told."""
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Peer]:
    """A peer that behaves so, until the block ends."""
    peer = Peer(behaviour)
    thread = Thread(target=peer.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        peer.closing.set()
        peer.shutdown()
        peer.server_close()
        thread.join()


def chat(content: object, finish: str = "stop", usage: object = None) -> bytes:
    """A chat completion with this content."""
    counted = {"prompt_tokens": 1000, "completion_tokens": 100} if usage is None else usage
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return json.dumps(
        {"id": "x", "object": "chat.completion", "choices": [choice], "usage": counted}
    ).encode()


def says(content: object, finish: str = "stop", usage: object = None) -> Reply:
    """Answers with this content, JSON for anything but text."""
    text = content if isinstance(content, str) else json.dumps(content)
    return lambda handler, _: handler.give(200, chat(text, finish, usage), JSON)


def refuses(status: int, message: str = "no", headers: dict[str, str] | None = None) -> Reply:
    """Answers with an error."""
    body = json.dumps({"error": {"message": message}}).encode()
    return lambda handler, _: handler.give(status, body, JSON | (headers or {}))


def gives(body: bytes, status: int = 200) -> Reply:
    """Answers with these bytes."""
    return lambda handler, _: handler.give(status, body, JSON)


def hangs(handler: Handler, closing: Event) -> None:
    """Says nothing."""
    closing.wait(30)
    handler.close_connection = True


def drips(handler: Handler, closing: Event) -> None:
    """Sends a byte now and then, never all."""
    handler.send_response(200)
    handler.send_header("content-length", "100000")
    handler.end_headers()
    while not closing.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def floods(handler: Handler, closing: Event) -> None:
    """Does not stop sending."""
    handler.send_response(200)
    handler.send_header("content-length", str(10**12))
    handler.end_headers()
    while not closing.is_set():
        handler.wfile.write(b" " * 65_536)


def hangs_up(handler: Handler, _: Event) -> None:
    """Breaks the connection off in the middle of an answer."""
    handler.send_response(200)
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    time.sleep(0.01)
    handler.connection.close()


def quotes(data: str) -> list[Body]:
    """What an honest, simple coder finds: quotations followed by somebody and *said*."""
    return [
        a_statement(
            sentence=int(number),
            content=[match["content"]],
            speaker=match["speaker"],
            person=match["speaker"],
            issue="odrun_troops" if "soldiers" in sentence else None,
            stance=0.9 if "soldiers" in sentence else None,
        )
        for number, sentence in _SENTENCE.findall(data)
        for match in _SAID.finditer(sentence)
    ]


def honest(_: int, body: Body) -> Reply:
    """Codes what it is given."""
    return says({"statements": quotes(str(body["messages"][1]["content"]))})


def a_statement(**fields: object) -> Body:
    """A statement in the form asked for; what is not given is empty."""
    statement: Body = {
        "sentence": 1, "content": [], "speaker": None, "cue": "said", "voice": "attributed",
        "register": "stated", "person": None, "role": None, "actor": None, "about": None,
        "addressee": None, "via": [], "endorsed": True, "when": None, "issue": None, "stance": None,
    }  # fmt: skip
    return statement | fields


def script(*replies: Reply) -> Behaviour:
    """These replies one after the other, the last one for ever."""
    return lambda number, _: replies[min(number, len(replies) - 1)]
