from volteface.model_reader.manner import FORMS, Manner


def test_each_manner_is_tried_once() -> None:
    """From the strictest form to plain text."""
    manner: Manner | None = Manner()
    seen = []
    while manner is not None:
        seen.append(manner.options({}, 5).get("response_format"))
        manner = manner.after("what is this?")
    assert len(seen) == len(FORMS)
    assert seen[-1] is None
    assert len({str(one) for one in seen}) == len(FORMS)


def test_an_option_that_is_named_is_changed_first() -> None:
    """The form stays as it is."""
    other = Manner().after("'max_tokens' is not supported, use 'max_completion_tokens'")
    assert other == Manner(limit="max_completion_tokens")
    assert other.after("temperature does not support 0") == Manner(0, other.limit, steady=False)
    assert "temperature" not in Manner(steady=False).options({}, 5)
