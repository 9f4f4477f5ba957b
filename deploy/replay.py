"""The steps of the Dockerfile without Docker: ``make replay``.

Each stage gets a folder in the place of its root. COPY copies what `.dockerignore` lets through; RUN runs
with the absolute paths of the image put below that folder. Then the image's command is started, its health
check has to succeed and an article has to be read. What needs root (``useradd``, ``USER``) is passed over.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
_ROOTED = re.compile(r"(?<![\w.:/])/(opt|src|etc)\b")
_INDEX = re.compile(r"--extra-index-url \S+")  # this machine's pip knows where to look
_PORT = "8765"


class Stage:
    """One stage of the build: a root folder, a working directory, an environment."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = "/"
        # The machine's Python stands in for the base image's, and its pip settings say where packages are.
        kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        self.environment = kept | {
            "PATH": f"{Path(sys.base_prefix) / 'bin'}:{os.environ['PATH']}",
            "HOME": str(Path.home()),
        }

    def inside(self, text: str) -> str:
        return _ROOTED.sub(lambda match: f"{self.root}/{match[1]}", text)

    def path(self, name: str) -> Path:
        return self.root / os.path.join(self.folder, name).lstrip("/")

    def run(self, command: str) -> None:
        where = self.path(".")
        where.mkdir(parents=True, exist_ok=True)
        subprocess.run(["sh", "-ec", self.inside(command)], cwd=where, env=self.environment, check=True)


def instructions(text: str) -> list[tuple[str, str]]:
    """Return the instructions of a Dockerfile, continued lines joined."""
    lines = re.sub(r"\\\n", " ", text).splitlines()
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines if line and line[0] != "#"]


def copy(stage: Stage, sources: list[str], target: str, context: Path) -> None:
    for source in sources:
        found = context / source.lstrip("./")
        to = stage.path(target)
        if found.is_dir():
            shutil.copytree(found, to, dirs_exist_ok=True, symlinks=True)
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy2(found, to)


def build_context(folder: Path) -> Path:
    """Return a folder with the committed files that `.dockerignore` lets through."""
    allowed = [
        line[1:] for line in (REPOSITORY / ".dockerignore").read_text().splitlines() if line.startswith("!")
    ]
    listing = subprocess.run(
        ["git", "ls-files", "-z", *allowed], cwd=REPOSITORY, capture_output=True, check=True, text=True
    )
    for name in filter(None, listing.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / name, folder / name)
    return folder


def replay(folder: Path) -> tuple[Stage, dict[str, str]]:
    """Run the build; return the last stage, and its command and health check."""
    context = build_context(folder / "context")
    stages: dict[str, Stage] = {}
    last: dict[str, str] = {}
    stage = Stage(folder)
    for number, (name, rest) in enumerate(instructions((REPOSITORY / "Dockerfile").read_text())):
        print(f"{name} {rest}"[:110], flush=True)
        if name == "FROM":
            stage = Stage(folder / f"stage{number}")
            stage.root.mkdir()
            stages[rest.split(" AS ")[-1]] = stage
        elif name == "WORKDIR":
            stage.folder = rest
        elif name == "ENV":
            for pair in shlex.split(rest):
                key, value = pair.split("=", 1)
                stage.environment[key] = stage.inside(value.replace("$PATH", stage.environment["PATH"]))
        elif name == "COPY" and rest.startswith("--from="):
            source, target = rest.split()[1:]
            build = stages[rest.split()[0].removeprefix("--from=")]
            shutil.copytree(build.path(source), stage.path(target), symlinks=True)
        elif name == "COPY":
            *sources, target = rest.split()
            copy(stage, sources, target, context)
        elif name == "RUN" and "useradd" not in rest:
            stage.run(_INDEX.sub("", rest))
        elif name in ("CMD", "HEALTHCHECK"):
            last[name] = rest[rest.index("[") :]
    return stage, last


def check(stage: Stage, last: dict[str, str]) -> None:
    """Start the image's command; its health check and one article have to succeed."""
    environment = stage.environment | {"EVENTWIRE_PORT": _PORT, "EVENTWIRE_ALLOW_ANONYMOUS": "true"}
    # The scripts of a virtual environment that was moved would run the Python of where it was made.
    python = stage.path("/opt/eventwire/bin/python")
    command = [str(python), "-m", "service.cli", *json.loads(last["CMD"])[1:]]
    probe = [str(python), *json.loads(last["HEALTHCHECK"])[1:]]
    process = subprocess.Popen(command, cwd=stage.root, env=environment)
    try:
        for _ in range(60):
            time.sleep(1)
            if subprocess.run(probe, env=environment, capture_output=True, check=False).returncode == 0:
                break
        else:
            raise SystemExit("the health check did not succeed within a minute")
        text = b"Gunmen opened fire on a market in Maiduguri, Nigeria, on Tuesday, killing four."
        asked = urllib.request.Request(
            f"http://127.0.0.1:{_PORT}/v1/extract", data=text, headers={"Content-Type": "text/plain"}
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            assert b'"attack_type": "shooting"' in answer.read()
    finally:
        process.terminate()
        assert process.wait(30) == 0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        stage, last = replay(Path(folder))
        check(stage, last)
    print("every step of the Dockerfile runs, and its health check succeeds")


if __name__ == "__main__":
    main()
