# ruff: noqa: INP001 - a script beside the pages whose pictures it draws
"""Draw the pictures of these pages from the model itself: ``python docs/conflict/plots.py``."""

from pathlib import Path

from plots_case import bosnia, events, syria
from plots_diplomacy import council, council_power, powers, settlement
from plots_war import battlefield, belief, leverage, patrons, words

HERE = Path(__file__).parent
PICTURES = {
    "battlefield": battlefield,
    "belief": belief,
    "patrons": patrons,
    "words": words,
    "leverage": leverage,
    "settlement": settlement,
    "council": council,
    "council-power": council_power,
    "powers": powers,
    "events": events,
    "syria": syria,
    "bosnia": bosnia,
}
"""By the name of the file without its ending."""


def main() -> None:
    """Draw every picture beside its page."""
    import vl_convert  # noqa: PLC0415 - the numbers can be had without it

    for name, picture in PICTURES.items():
        drawing = vl_convert.vegalite_to_svg(picture())
        (HERE / f"{name}.svg").write_text(drawing + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
