"""`--cluster`: a scheduler and workers of Dask on this machine, each a process of its own, that render a site."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from standfirst.cli import main
from standfirst.rendering import cluster, parts
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run
from tests.explainers import ROOT, SITES, files_in

# None of what is started here takes as long, however busy the machine is.
LONG = 120.0
LOST = ("--preload", str(Path(__file__).with_name("lost_worker.py")))
FAULTY = "{% block main %}{{ view.route.nothing }}"


class StartedCluster:
    """A scheduler that has been started, and the workers that were started for it."""

    def __init__(self, folder: Path, processes: ExitStack) -> None:
        self._folder = folder
        self._processes = processes
        scheduler_file = folder / "scheduler.json"
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(scheduler_file))
        self.address = _address_in(scheduler_file)

    def add_workers(self, number: int, *options: str) -> list[subprocess.Popen[bytes]]:
        """Start workers, and wait until the scheduler knows them."""
        from distributed import Client  # noqa: PLC0415  # It takes as long to import as most tests take.

        with Client(self.address, timeout=LONG, set_as_default=False) as client:
            before = len(client.nthreads())
            address = ("--host", "127.0.0.1", "--nthreads", "1", "--no-nanny")
            started = [self._start("worker", self.address, *address, *options) for _ in range(number)]
            client.wait_for_workers(before + number, timeout=LONG)
        return started

    def _start(self, command: str, *options: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", command, *options, "--no-dashboard"],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": f"{ROOT}/generator"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._processes.callback(process.wait)
        self._processes.callback(process.kill)
        return process


def _address_in(scheduler_file: Path) -> str:
    """Return the address that a scheduler writes to a file, once it is there whole."""
    ends = time.monotonic() + LONG
    while time.monotonic() < ends:
        with suppress(FileNotFoundError, json.JSONDecodeError):
            return str(json.loads(scheduler_file.read_text(encoding="utf-8"))["address"])
        time.sleep(0.05)
    raise AssertionError("the scheduler did not start")


StartCluster = Callable[[], StartedCluster]


@pytest.fixture(scope="module")
def start_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartCluster]:
    with ExitStack() as processes:
        yield lambda: StartedCluster(tmp_path_factory.mktemp("cluster"), processes)


@pytest.fixture(scope="module")
def two_workers(start_cluster: StartCluster) -> StartedCluster:
    started = start_cluster()
    started.add_workers(2)
    return started


@pytest.fixture(scope="module")
def no_workers(start_cluster: StartCluster) -> StartedCluster:
    """A cluster that has no workers when a test begins, nor when it ends."""
    return start_cluster()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that one process makes of the content of `run`."""
    output = tmp_path_factory.mktemp("alone") / "site"
    content = SITES / "full" / "content"
    assert main(["build", "--content", str(content), "--output", str(output), "--jobs", "1", "--no-cache"]) == DONE
    return files_in(output)


@pytest.fixture(autouse=True)
def _patience_and_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_TO_CONNECT", LONG)
    monkeypatch.setattr(cluster, "_PATIENCE", LONG)
    monkeypatch.setattr(parts, "_PAGES_A_PART", 1)


def test_a_cluster_makes_the_same_bytes_as_this_process(
    run: Run,
    output: Path,
    alone: dict[str, bytes],
    two_workers: StartedCluster,
    capfd: pytest.CaptureFixture[str],
) -> None:
    capfd.readouterr()
    assert run("build", "--cluster", two_workers.address) == DONE
    assert files_in(output) == alone
    assert capfd.readouterr().err == ""


def test_the_whole_site_is_made_although_a_worker_is_lost_half_way(
    run: Run, output: Path, alone: dict[str, bytes], two_workers: StartedCluster
) -> None:
    (worker,) = two_workers.add_workers(1, *LOST)
    assert run("build", "--cluster", two_workers.address) == DONE
    assert worker.wait(LONG) == -signal.SIGKILL
    assert files_in(output) == alone


def test_problems_are_the_same_as_of_this_process(
    run: Run, output: Path, tmp_path: Path, two_workers: StartedCluster, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))
    page = templates / "pages" / "actor.html"
    page.write_text(page.read_text(encoding="utf-8").replace("{% block main %}", FAULTY), encoding="utf-8")
    assert run("check", "--templates", str(templates), "--jobs", "1") == PROBLEMS
    alone = capsys.readouterr().err
    assert "has no attribute 'nothing'" in alone
    assert run("check", "--templates", str(templates), "--cluster", two_workers.address) == PROBLEMS
    assert capsys.readouterr().err == alone
    assert not output.exists()


def test_workers_that_run_another_program_are_refused(
    run: Run, two_workers: StartedCluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # This process is the other one: what it takes for the digest of its program is the name of a function there.
    monkeypatch.setattr("standfirst.pipeline.program_digest", os.getcwd)
    assert run("build", "--cluster", two_workers.address) == WRONG_USAGE
    said = f"the cluster at {two_workers.address} runs another Standfirst, or other packages; start its scheduler and "
    assert said in one_line(capsys)


def test_a_cluster_without_workers_is_told_of_in_one_line(
    run: Run, no_workers: StartedCluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.1)
    assert run("build", "--cluster", no_workers.address) == WRONG_USAGE
    assert f"the cluster at {no_workers.address} has no workers; start some" in one_line(capsys)


def test_a_cluster_whose_last_worker_is_lost_is_told_of_in_one_line(
    run: Run,
    output: Path,
    no_workers: StartedCluster,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    no_workers.add_workers(1, *LOST)
    monkeypatch.setattr(cluster, "_PATIENCE", 0.0)
    monkeypatch.setattr(cluster, "_LOOK", 0.1)
    assert run("build", "--cluster", no_workers.address) == WRONG_USAGE
    assert f"all workers at {no_workers.address} were lost before the site was rendered" in one_line(capsys)
    assert not output.exists()


def test_an_address_at_which_nobody_answers_is_told_of_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "_TO_CONNECT", 0.5)
    with socket.socket() as nobody:
        # Bound, but it does not listen: so nobody else can get this port meanwhile.
        nobody.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{nobody.getsockname()[1]}"
        assert run("build", "--cluster", address) == WRONG_USAGE
    assert f"no scheduler of a cluster answers at tcp://{address}; " in one_line(capsys)


def test_where_dask_is_not_installed_one_line_says_how_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run("build", "--cluster", "127.0.0.1:8786") == WRONG_USAGE
    assert (
        "--cluster needs standfirst[cluster], of which 'distributed' is not installed here; "
        "run `pip install 'standfirst[cluster]'`" in one_line(capsys)
    )


@pytest.mark.parametrize(
    "address", ["", "8786", "machine", "machine:", "machine:99999", "http://machine:1", "a b:1", "::1:8"]
)
def test_what_is_no_address_of_a_scheduler_is_refused(
    run: Run, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--cluster", address) == WRONG_USAGE
    assert f"'{address}' is not the address of a scheduler; write HOST:PORT" in capsys.readouterr().err


@pytest.mark.parametrize("other", [["--jobs", "99"], ["--profile"]])
def test_what_a_cluster_does_not_do_is_refused(run: Run, other: list[str]) -> None:
    assert run("build", "--cluster", "127.0.0.1:8786", *other) == WRONG_USAGE


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    shown = capsys.readouterr().err
    assert shown.startswith("build.py: ")
    assert shown.count("\n") == 1
    return shown
