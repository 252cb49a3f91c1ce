"""Write a trained branch as the file that the package ships."""

from pathlib import Path

import torch
from network import WIDTH, Branch
from onnx_file import write
from torch import Tensor, nn


class Exported(nn.Module):
    """One window at a time, nothing padded: the trunk's states to the branch's."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, trunk: Tensor) -> Tensor:
        """Both (1, length, 384)."""
        states: Tensor = self.branch(trunk, torch.zeros(()))
        return states


def export(branch: Branch, out: Path) -> None:
    """Write the file that the package ships."""
    write(Exported(branch.eval()), {"trunk": torch.zeros((1, 16, WIDTH))}, ["states"], out)
