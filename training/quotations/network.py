"""The tagger: a BERT encoder, three tag heads and two pointer heads."""

import math
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

import torch
from encoder import LAYERS, TRUNK, WIDTH, Layer, copy, copy_layers, pretrained
from torch import Tensor, nn

from volteface.coding.tagger.syntax import SIZES as FEATURES

VOCABULARY, PLACES = 30522, 512
TAGS = 9
POINTER = 96


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
    given = pretrained()
    tagger = Tagger(dropout)
    with torch.no_grad():
        tagger.pieces.weight.copy_(given["embeddings.word_embeddings.weight"])
        kinds = given["embeddings.token_type_embeddings.weight"][0]
        tagger.places.weight.copy_(given["embeddings.position_embeddings.weight"] + kinds)
    copy(tagger.norm, given, "embeddings.LayerNorm")
    copy_layers(tagger.layers, given, first=0)
    return tagger
