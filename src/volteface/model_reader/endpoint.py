"""Where a model is asked: the address that the user names, the key from the environment alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from volteface.errors import UsageError

KEYS = ("VOLTEFACE_API_KEY", "OPENAI_API_KEY")
"""Variables of the environment that may hold the key; the first that does counts."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible service and one of its models.

    ``address`` is what the client appends ``/chat/completions`` to. The key is left out of every
    print of this object. ``one_message`` is for models without a system's part in the talk: the
    instructions then stand before the report, since some servers drop them silently.
    """

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    one_message: bool = False

    @property
    def host(self) -> str:
        """The host's name, with its port where one is given."""
        parts = urlsplit(self.address)
        return parts.netloc

    @property
    def local(self) -> bool:
        """Whether what is sent stays on this machine."""
        name = urlsplit(self.address).hostname or ""
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"

    @property
    def open(self) -> bool:
        """Whether what is sent, the key included, can be read on the way to another machine."""
        return not self.local and urlsplit(self.address).scheme == "http"

    @property
    def coder(self) -> str:
        """The model's name as a coder of a ledger: two models are two coders."""
        return f"model/{self.model}"


def endpoint_of(
    address: str, model: str, environment: Mapping[str, str], *, one_message: bool = False
) -> Endpoint:
    """Check an address and take the key from the environment.

    Args:
        address: ``http://localhost:8080/v1`` or the like.
        model: The model's name at that service.
        environment: Such as ``os.environ``.
        one_message: Whether instructions and report go as one message.

    Raises:
        UsageError: The address is none, or holds a name and a password.
    """
    try:
        parts = urlsplit(address)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise UsageError(
            f"{address!r} is no address of a service: give one such as http://localhost:8080/v1"
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            f"the address of {parts.hostname} holds a name or password, which would be printed: "
            f"put the key into {KEYS[0]} instead"
        )
    if parts.query or parts.fragment:
        raise UsageError(f"{address!r} has a query: give the address without what follows '?'")
    if not model.strip():
        raise UsageError("name the model with --model")
    key = next((environment[name] for name in KEYS if environment.get(name)), None)
    return Endpoint(address.rstrip("/"), model, key, one_message)
