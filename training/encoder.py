"""What the networks share: an encoder's layers, and how all-MiniLM-L6-v2 is loaded into them."""

import math
import zipfile
from collections.abc import Iterable
from importlib.resources import files

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
TRUNK = 3
"""Layers of the tagger whose output other networks go on from."""


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with a residual and a norm behind (BERT)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm_behind = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """One layer; ``bias`` is added to the attention scores, minus infinity at padding."""
        batch, length, _ = hidden.shape
        q, k, v = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.qkv(hidden).chunk(3, dim=-1)
        )
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias, dim=-1)
        mixed = (self.drop(weights) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.norm(hidden + self.drop(self.out(mixed)))
        fed = self.narrow(functional.gelu(self.wide(hidden)))
        return self.norm_behind(hidden + self.drop(fed))


def pretrained() -> dict[str, Tensor]:
    """The weights of all-MiniLM-L6-v2 by their names."""
    with zipfile.ZipFile(files("all_minilm_l6_v2") / "model.zip") as packed:
        return load(packed.read("model.safetensors"))


@torch.no_grad()
def copy_layers(layers: Iterable[nn.Module], given: dict[str, Tensor], first: int) -> None:
    """Give the layers the pretrained weights, from that of number ``first`` (0 to 5) on."""
    for n, layer in enumerate(layers, start=first):
        stem = f"encoder.layer.{n}"
        parts = [f"{stem}.attention.self.{name}" for name in ("query", "key", "value")]
        layer.qkv.weight.copy_(torch.cat([given[f"{part}.weight"] for part in parts]))
        layer.qkv.bias.copy_(torch.cat([given[f"{part}.bias"] for part in parts]))
        copy(layer.out, given, f"{stem}.attention.output.dense")
        copy(layer.norm, given, f"{stem}.attention.output.LayerNorm")
        copy(layer.wide, given, f"{stem}.intermediate.dense")
        copy(layer.narrow, given, f"{stem}.output.dense")
        copy(layer.norm_behind, given, f"{stem}.output.LayerNorm")


@torch.no_grad()
def copy(module: nn.Module, given: dict[str, Tensor], stem: str) -> None:
    """Give a module the weight and bias of that name."""
    module.weight.copy_(given[f"{stem}.weight"])
    module.bias.copy_(given[f"{stem}.bias"])
