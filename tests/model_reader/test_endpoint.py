import pytest

from volteface.errors import UsageError
from volteface.model_reader import endpoint_of


@pytest.mark.parametrize(
    "address",
    ["", "localhost:8080/v1", "ftp://host/v1", "http://", "http://[::1", "http://host:99999/"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    """With an example of one."""
    with pytest.raises(UsageError, match=r"give one such as http://localhost:8080/v1"):
        endpoint_of(address, "m", {})


def test_an_address_with_a_password_is_refused_without_printing_it() -> None:
    """It would stand in the ledger's list of runs."""
    with pytest.raises(UsageError, match="put the key into VOLTEFACE_API_KEY") as refused:
        endpoint_of("https://me:secret@host/v1", "m", {})
    assert "secret" not in str(refused.value)


def test_an_address_with_a_query_is_refused() -> None:
    """A key may stand in it."""
    with pytest.raises(UsageError, match="has a query"):
        endpoint_of("https://host/v1?key=1", "m", {})


def test_a_model_must_be_named() -> None:
    """An empty name is none."""
    with pytest.raises(UsageError, match="--model"):
        endpoint_of("https://host/v1", " ", {})


def test_the_key_comes_from_the_environment_and_is_not_shown() -> None:
    """The project's own variable first."""
    both = {"VOLTEFACE_API_KEY": "mine", "OPENAI_API_KEY": "other"}
    assert endpoint_of("https://host/v1", "m", both).key == "mine"
    assert endpoint_of("https://host/v1", "m", both | {"VOLTEFACE_API_KEY": ""}).key == "other"
    assert endpoint_of("https://host/v1", "m", {}).key is None
    assert "mine" not in repr(endpoint_of("https://host/v1", "m", both))


@pytest.mark.parametrize(
    ("address", "local", "readable"),
    [
        ("http://localhost:8080/v1", True, False),
        ("http://127.0.0.2/v1", True, False),
        ("http://[::1]:1/v1", True, False),
        ("http://192.168.1.7:8000/v1", False, True),
        ("https://api.example.com/v1/", False, False),
        ("http://localhost.example.com", False, True),
    ],
)
def test_it_is_told_what_leaves_the_machine(address: str, *, local: bool, readable: bool) -> None:
    """And whether it can be read on the way."""
    named = endpoint_of(address, "m", {})
    assert (named.local, named.open) == (local, readable)


def test_two_models_are_two_coders() -> None:
    """Whatever the address."""
    assert endpoint_of("http://a/v1", "x", {}).coder == endpoint_of("http://b/v1", "x", {}).coder
    assert endpoint_of("http://a/v1", "x", {}).coder != endpoint_of("http://a/v1", "y", {}).coder
