"""The Nu Html Checker over many pages at once: it takes longer to start than to check."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

JAR = Path("node_modules/vnu-jar/build/dist/vnu.jar")


def why_absent() -> str | None:
    """The reason it cannot run here, if there is one."""
    if not shutil.which("java"):
        return "java no está instalado"
    return None if JAR.exists() else f"no está {JAR}; scripts/test lo instala"


def html_errors(pages: Mapping[str, str], folder: Path) -> list[str]:
    """One line for each error: page, line, message, extract. `pages`: address to source."""
    names = {}
    for number, (address, source) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(source)
        names[f"file:{path.resolve()}"] = address
    command = ["java", "-cp", str(JAR), "nu.validator.client.SimpleCommandLineValidator"]
    answer = subprocess.run(
        [
            *command,
            "--errors-only",
            "--format",
            "json",
            "--exit-zero-always",
            *sorted(map(str, folder.glob("*.html"))),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        f"{names.get(error.get('url', ''), error.get('url'))}:{error.get('lastLine')}: "
        f"{error['message']} {error.get('extract', '').strip()}"
        for error in json.loads(answer.stderr)["messages"]
    ]
