"""Write a trained tagger as the file that the package ships."""

from pathlib import Path

import torch
from network import FEATURES, Tagger
from onnx_file import write
from torch import Tensor, nn


class Exported(nn.Module):
    """One window at a time, nothing padded: word pieces to the heads' raw output."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, known: Tensor) -> tuple[Tensor, Tensor]:
        """(1, length) identifiers, (1, length, 5) syntax to (1, length, 9 + 4 x 96) and the trunk.

        The trunk is (1, length, 384).
        """
        tagger: Tagger = self.tagger
        bias = torch.zeros(())
        trunk = tagger.trunk(ids, known, bias)
        return tagger.heads(tagger.above(trunk, bias)), trunk


def export(tagger: Tagger, out: Path) -> None:
    """Write the file that the package ships."""
    given = {
        "ids": torch.zeros((1, 16), dtype=torch.int64),
        "syntax": torch.zeros((1, 16, len(FEATURES)), dtype=torch.int64),
    }
    write(Exported(tagger.eval()), given, ["heads", "trunk"], out)
