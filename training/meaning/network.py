"""The branch: further layers on the tagger's trunk."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from encoder import LAYERS, TRUNK, WIDTH, Layer, copy_layers, pretrained
from torch import Tensor, nn

__all__ = ["WIDTH", "Branch", "from_base"]


class Branch(nn.Module):
    """States of the trunk to states whose mean over a stretch's pieces is what it means."""

    def __init__(self, layers: int = LAYERS - TRUNK, dropout: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Both (batch, length, 384); ``bias`` is added to the attention scores."""
        for layer in self.layers:
            states = layer(states, bias)
        return states


def from_base(layers: int = LAYERS - TRUNK) -> Branch:
    """A branch of the last layers of all-MiniLM-L6-v2."""
    branch = Branch(layers)
    copy_layers(branch.layers, pretrained(), LAYERS - layers)
    return branch
