"""The tagger: a BERT encoder, three tag heads and two pointer heads."""

import math
import zipfile
from importlib.resources import files

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from volteface.coding.tagger.syntax import SIZES as FEATURES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VOCABULARY, PLACES = 30522, 512
TRUNK = 3
"""Layers whose output other networks go on from."""
TAGS = 9
POINTER = 96


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


class Tagger(nn.Module):
    """Word pieces to tags and to the vectors whose products are the pointers' scores."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.syntax = nn.ModuleList(nn.Embedding(size, WIDTH) for size in FEATURES)
        for embedding in self.syntax:
            nn.init.normal_(embedding.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.heads = nn.Linear(WIDTH, TAGS + 4 * POINTER)
        self.drop = nn.Dropout(dropout)

    def trunk(self, ids: Tensor, known: Tensor, bias: Tensor) -> Tensor:
        """Hidden states after the lower layers: (batch, length, 384)."""
        hidden = self.pieces(ids) + self.places.weight[: ids.shape[1]]
        for n, embedding in enumerate(self.syntax):
            hidden = hidden + embedding(known[..., n])
        hidden = self.drop(self.norm(hidden))
        for layer in self.layers[:TRUNK]:
            hidden = layer(hidden, bias)
        return hidden

    def above(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Hidden states of the last layer, from those of the trunk: (batch, length, 384)."""
        for layer in self.layers[TRUNK:]:
            hidden = layer(hidden, bias)
        return hidden

    def forward(self, ids: Tensor, known: Tensor, bias: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag logits (batch, length, 9); scores of both pointers (batch, length, length)."""
        out = self.heads(self.drop(self.above(self.trunk(ids, known, bias), bias)))
        tags = out[..., :TAGS]
        from_said, at_cue, from_cue, at_source = out[..., TAGS:].split(POINTER, dim=-1)
        scale = 1 / math.sqrt(POINTER)
        to_cue = from_said @ at_cue.transpose(-1, -2) * scale
        to_source = from_cue @ at_source.transpose(-1, -2) * scale
        return tags, to_cue, to_source


def from_base(dropout: float = 0.1) -> Tagger:
    """A tagger on the pretrained encoder of all-MiniLM-L6-v2, its heads still untrained."""
    with zipfile.ZipFile(files("all_minilm_l6_v2") / "model.zip") as packed:
        given = load(packed.read("model.safetensors"))
    tagger = Tagger(dropout)
    with torch.no_grad():
        tagger.pieces.weight.copy_(given["embeddings.word_embeddings.weight"])
        kinds = given["embeddings.token_type_embeddings.weight"][0]
        tagger.places.weight.copy_(given["embeddings.position_embeddings.weight"] + kinds)
        _copy(tagger.norm, given, "embeddings.LayerNorm")
        for n, layer in enumerate(tagger.layers):
            stem = f"encoder.layer.{n}"
            parts = [f"{stem}.attention.self.{name}" for name in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([given[f"{part}.weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([given[f"{part}.bias"] for part in parts]))
            _copy(layer.out, given, f"{stem}.attention.output.dense")
            _copy(layer.norm, given, f"{stem}.attention.output.LayerNorm")
            _copy(layer.wide, given, f"{stem}.intermediate.dense")
            _copy(layer.narrow, given, f"{stem}.output.dense")
            _copy(layer.norm_behind, given, f"{stem}.output.LayerNorm")
    return tagger


def _copy(module: nn.Module, given: dict[str, Tensor], stem: str) -> None:
    module.weight.copy_(given[f"{stem}.weight"])
    module.bias.copy_(given[f"{stem}.bias"])
