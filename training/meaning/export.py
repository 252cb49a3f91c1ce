"""Write a trained branch as an ONNX file with 8-bit weights."""

import tempfile
from pathlib import Path

import onnx
import torch
from network import WIDTH, Branch
from onnxruntime.quantization import QuantType, quantize_dynamic
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
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Exported(branch.eval()),
            (torch.zeros((1, 16, WIDTH)),),
            str(full),
            input_names=["trunk"],
            output_names=["states"],
            dynamic_axes={name: {1: "length"} for name in ("trunk", "states")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
    onnx.checker.check_model(str(out))
