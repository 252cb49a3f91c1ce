"""Words of estimative probability (US Intelligence Community Directive 203, 2015, section D.6)."""

_SCALE = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
)


def estimative(probability: float) -> str:
    """The directive's word for a probability in [0, 1]."""
    return next((word for limit, word in _SCALE if probability < limit), "almost certain")


def worded(probability: float) -> str:
    """Word and number, such as ``very likely, P = .93``."""
    rounded = f"P = {probability:.2f}".replace("0.", ".")
    if probability > 0.995:  # noqa: PLR2004 - what would round to one
        rounded = "P > .99"
    elif probability < 0.005:  # noqa: PLR2004 - what would round to nothing
        rounded = "P < .01"
    return f"{estimative(probability)}, {rounded}"
