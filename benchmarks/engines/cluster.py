"""Runs a PostgreSQL of its own: a cluster in a directory for the time being, on a local socket.

Started without durability (no fsync) and with one worker a query, which is to its advantage here;
nothing of a PostgreSQL that is installed already is touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

USER = "postgres"
_BINARIES = Path("/usr/lib/postgresql/15/bin")
_SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "2GB",
    "work_mem": "256MB",
    "maintenance_work_mem": "1GB",
    "max_wal_size": "8GB",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "autovacuum": "off",
}


def installed() -> bool:
    """Whether PostgreSQL 15 is on this machine."""
    return (_BINARIES / "initdb").exists()


class Cluster:
    """A running cluster; `close` stops it and takes its files away."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="diming-bench-pg-"))
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(self.directory, USER)
        self._data = self.directory / "data"
        self._run("initdb", "-D", self._data, "-U", USER, "-A", "trust", "-E", "UTF8",
                  "--locale", "C.UTF-8", "-N")  # fmt: skip
        settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        self._run("pg_ctl", "-D", self._data, "-w", "-l", self.directory / "log",
                  "-o", f"{settings} -k {self.directory}", "start")  # fmt: skip

    @property
    def address(self) -> str:
        """How to connect."""
        return f"host={self.directory} user={USER} dbname=postgres"

    def close(self) -> None:
        """Stops the server and deletes the cluster."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.directory)

    def _run(self, program: str, *arguments: str | Path) -> None:
        unprivileged = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*unprivileged, str(_BINARIES / program), *map(str, arguments)],
            check=True,
            cwd=self.directory,
            stdout=subprocess.DEVNULL,
        )
