import subprocess
import sys

import volteface.reports


def test_public_names_are_sorted_and_there() -> None:
    """Every name that the room offers exists."""
    names = volteface.reports.__all__
    assert names == sorted(names)
    assert all(hasattr(volteface.reports, name) for name in names)


def test_import_loads_nothing_heavy() -> None:
    """Parsers and models are loaded by the first file that needs them, not by the import."""
    program = (
        "import sys, volteface.reports;"
        "print({'trafilatura', 'py3langid', 'numpy', 'pydantic', 'zipfile'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
