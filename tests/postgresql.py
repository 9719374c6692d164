"""A PostgreSQL cluster for the run: on the loopback, on a free port, gone afterwards.

`initdb` refuses root, so as root it runs as the user Debian's package makes. The folder is under
/tmp because that user cannot look into root's home.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DURABILITY_OFF = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find_programs() -> Path | None:
    """The folder of initdb and pg_ctl; Debian keeps them off the PATH. The newest wins."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    folders = sorted((path.parent for path in installed), key=lambda path: int(path.parent.name))
    return folders[-1] if folders else None


def free_port() -> int:
    """A port nobody listens on at this instant."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_cluster(*, durable: bool = False) -> Iterator[str]:
    """Yield the address of a new cluster, without a database name: `postgresql+psycopg://…:port`.

    `durable` keeps fsync on, for the tests that kill it.
    """
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("initdb")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    prefix: list[str] = []
    if os.geteuid() == 0:
        prefix = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres", "postgres")
    data, port = folder / "data", free_port()

    def run(program: str, *arguments: str) -> None:
        command = [*prefix, str(programs / program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=60"
    if not durable:
        options += f" {DURABILITY_OFF}"
    run("initdb", "-U", "app", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    try:
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", options, "start")
        yield f"postgresql+psycopg://app@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
