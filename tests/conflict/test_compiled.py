import ast
from pathlib import Path

from volteface.conflict import compiled

ROOM = Path(compiled.__file__).parent


def test_the_stamp_covers_all_that_is_compiled_in() -> None:
    """Compiled files import from this room only each other and the files that the stamp names.

    Else a change of a number would leave the old one in functions kept on disk.
    """
    named = {"compiled", *compiled.CONSTANTS}
    for path in ROOM.glob("compiled_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("volteface."):
                assert str(node.module).startswith("volteface.conflict.")
                module = str(node.module).rpartition(".")[2]
                assert module in named or module.startswith("compiled_"), f"{path}: {module}"
