"""Write a trained tagger as an ONNX file with 8-bit weights."""

import tempfile
from pathlib import Path

import onnx
import torch
from network import FEATURES, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
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
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Exported(tagger.eval()),
            (
                torch.zeros((1, 16), dtype=torch.int64),
                torch.zeros((1, 16, len(FEATURES)), dtype=torch.int64),
            ),
            str(full),
            input_names=["ids", "syntax"],
            output_names=["heads", "trunk"],
            dynamic_axes={name: {1: "length"} for name in ("ids", "syntax", "heads", "trunk")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )
    onnx.checker.check_model(str(out))
