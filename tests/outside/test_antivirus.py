"""The scanner: its protocol against a stand-in, and against ClamAV's own daemon where there is one.

The daemon's only signature here is that of the harmless test file, in a folder of its own.
"""

import io
import shutil
import socket
import struct
import subprocess
import threading
import time
from contextlib import contextmanager

import pytest

from pqrs.outside.antivirus import Clamd, Verdict
from tests.postgresql import free_port
from tests.samples import EICAR, zipped

SIGNATURE = "Prueba:0:0:" + EICAR.hex() + "\n"
CLAMD = shutil.which("clamd") or "/usr/sbin/clamd"


@contextmanager
def stand_in(answer: bytes, heard: list[bytes]):
    """Reads one file by INSTREAM and says `answer`."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _address = server.accept()
        with connection, connection.makefile("rb") as stream:
            assert b"zINSTREAM\0" == stream.read(10)
            while size := struct.unpack(">I", stream.read(4))[0]:
                heard.append(stream.read(size))
            connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
    finally:
        thread.join()
        server.close()


@pytest.mark.network
@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (b"stream: OK\0", Verdict.CLEAN),
        (b"stream: Eicar-Test-Signature FOUND\0", Verdict.INFECTED),
        (b"INSTREAM size limit exceeded. ERROR\0", Verdict.SILENT),
        (b"", Verdict.SILENT),
    ],
)
def test_what_it_says_is_understood(answer, verdict):
    heard: list[bytes] = []
    content = bytes(range(256)) * 1000

    with stand_in(answer, heard) as url:
        assert verdict == Clamd(url).scan(io.BytesIO(content))
    assert content == b"".join(heard)


@pytest.mark.network
@pytest.mark.parametrize("url", ["tcp://127.0.0.1:{port}", "/nonexistent/clamd.sock"])
def test_a_scanner_that_is_down_refuses_nobody(url):
    assert Verdict.SILENT == Clamd(url.format(port=free_port())).scan(io.BytesIO(b"x"))


@pytest.fixture(scope="module")
def clamd(tmp_path_factory):
    if not shutil.which(CLAMD):
        pytest.skip("clamd no está instalado")
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "db").mkdir()
    (folder / "db" / "prueba.ndb").write_text(SIGNATURE)
    path = folder / "clamd.sock"
    config = folder / "clamd.conf"
    config.write_text(f"LocalSocket {path}\nDatabaseDirectory {folder}/db\nForeground yes\n")
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen([CLAMD, "-c", str(config)], stdout=log, stderr=log)
    try:
        for _ in range(200):
            if path.exists():
                break
            assert daemon.poll() is None, (folder / "log").read_text()
            time.sleep(0.05)
        yield str(path)
    finally:
        daemon.terminate()
        daemon.wait()


@pytest.mark.network
@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        (EICAR, Verdict.INFECTED),
        (zipped({"word/media/a.png": EICAR}), Verdict.INFECTED),
        (b"hola", Verdict.CLEAN),
    ],
)
def test_the_real_daemon(clamd, content, verdict):
    assert verdict == Clamd(clamd).scan(io.BytesIO(content))
