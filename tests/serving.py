"""The application as it is really served: `pqrs serve`, its own folder, a free port.

`kill()` is what a power cut does to a process; `stop()` is what an operator does.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.learnt import give_weights
from tests.postgresql import free_port

PQRS = str(Path(sys.executable).with_name("pqrs"))
START_SECONDS = 90


def settings_for(folder: Path, **more: str) -> dict[str, str]:
    """The environment of an installation that lives entirely in `folder`."""
    give_weights(folder)
    ours = {
        "PQRS_INSTANCE_DIR": str(folder),
        "PQRS_DATABASE_URL": f"sqlite:///{folder / 'pqrs.sqlite'}",
        "PQRS_KEYS_DIR": str(folder / "keys"),
        "PQRS_FILES_URL": str(folder / "files"),
        "PQRS_WITNESS_URL": str(folder / "witness.log"),
        "PQRS_MAIL_URL": str(folder / "outbox"),
        "PQRS_SMS_URL": str(folder / "sms"),
        **more,
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PQRS_")}
    return inherited | ours


def run_pqrs(environ: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the terminal; what it answers is left to the caller."""
    return subprocess.run(
        [PQRS, *arguments], env=environ, capture_output=True, text=True, check=False, timeout=600
    )


class Served:
    """A running `pqrs serve` and its children."""

    def __init__(self, folder: Path, environ: Mapping[str, str], *arguments: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environ = {**environ, "PQRS_BASE_URL": self.url}
        self.arguments = arguments
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start on the same port as before and wait until it answers."""
        command = [PQRS, "serve", "--host", "127.0.0.1", "--port", str(self.port)]
        with (self.folder / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *self.arguments],
                env=self.environ,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        """Raises `TimeoutError` or `ChildProcessError` with the end of the log."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                raise ChildProcessError(self.log())
            if self.answers():
                return
            time.sleep(0.05)
        raise TimeoutError(self.log())

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/salud", timeout=2):
                return True
        except urllib.error.HTTPError:
            return True  # it says that it is degraded, so it answers
        except OSError:
            return False

    def log(self) -> str:
        return (self.folder / "serve.log").read_text(errors="replace")[-4000:]

    def signal_all(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)
        self.process.wait(timeout=START_SECONDS)
        self.process = None

    def kill(self) -> None:
        """Every process of the server at once, without a word."""
        self.signal_all(signal.SIGKILL)

    def stop(self) -> None:
        """As Ctrl-C or systemd would: requests under way are answered."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(timeout=START_SECONDS)
            finally:
                self.signal_all(signal.SIGKILL)


@contextmanager
def served(folder: Path, environ: Mapping[str, str], *arguments: str) -> Iterator[Served]:
    """A server for the length of a block."""
    server = Served(folder, environ, *arguments)
    server.start()
    try:
        yield server
    finally:
        server.stop()
