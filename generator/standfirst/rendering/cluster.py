"""A site made by a Dask cluster: its workers, on whatever machines, are sent once what it is made from.

A worker that is lost costs only the parts that it was at, which the scheduler gives to others.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from standfirst.problems.errors import UsageError
from standfirst.problems.extras import Extra, needs
from standfirst.rendering.cluster_worker import OtherProgramError, make_packed, packed
from standfirst.rendering.parts import Work, make_parts
from standfirst.rendering.render import Collector, RenderedPages

if TYPE_CHECKING:
    from distributed import Client

# Seconds to wait for a scheduler that does not answer, and for a worker where there is none; how often it is looked.
_TO_CONNECT, _PATIENCE, _LOOK = 8.0, 8.0, 1.0


class Cluster:
    """A cluster that has answered, and whose workers run this program as `program_digest` knows it."""

    def __init__(self, client: Client, address: str, program_digest: Callable[[], str]) -> None:
        self._client = client
        self._address = address
        self._program_digest = program_digest

    def make(self, work: Work, collector: Collector) -> RenderedPages:
        """Make the whole of some work, as this process would, or raise a `UsageError` if all workers are lost."""
        from distributed import KilledWorker  # noqa: PLC0415

        try:
            sent = self._client.scatter(packed(work), broadcast=True, hash=False)
            # Dask would else know results again by digests of all that went into them.
            executor = self._client.get_executor(pure=False)
            make = partial(executor.submit, make_packed, self._program_digest, self._program_digest(), sent)
            return make_parts(make, work.parts, collector, as_completed=self._as_completed)
        except (OtherProgramError, ImportError):
            raise _other_program(self._address) from None
        except (KilledWorker, CancelledError, OSError):
            raise self._lost() from None

    def _as_completed(self, futures: Iterable[Future[RenderedPages]]) -> Iterator[Future[RenderedPages]]:
        """Yield parts as they are made, as long as there are workers, or may be some again soon."""
        seen, waiting = time.monotonic(), set(futures)
        while waiting:
            done, waiting = wait(waiting, timeout=_LOOK, return_when=FIRST_COMPLETED)
            if done or self._client.nthreads():
                seen = time.monotonic()
            elif time.monotonic() - seen > _PATIENCE:
                raise self._lost()
            while done:
                yield done.pop()

    def _lost(self) -> UsageError:
        return UsageError(f"all workers at {self._address} were lost before the site was rendered; start some anew")


@contextmanager
def connected(address: str, program_digest: Callable[[], str]) -> Iterator[Cluster]:
    """Connect to the cluster whose scheduler is at an address, or raise a `UsageError` that says what is wrong with it.

    The digest of the program is what workers must agree on, since others might make other pages.
    """
    # Dask would tell of each worker that comes and goes on standard error.
    logging.disable()
    try:
        client = _client_of(address)
        try:
            _check_workers(client, address, program_digest)
            yield Cluster(client, address, program_digest)
        finally:
            client.close(timeout=_LOOK)
    finally:
        logging.disable(logging.NOTSET)


def _client_of(address: str) -> Client:
    with needs(Extra.CLUSTER, "--cluster"):
        from distributed import Client  # noqa: PLC0415
    try:
        return Client(address, timeout=_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError):
        raise UsageError(f"no scheduler of a cluster answers at {address}; start one, or mend the address") from None


def _check_workers(client: Client, address: str, program_digest: Callable[[], str]) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        # As tasks, since the scheduler too must be able to load them. Where a worker is lost meanwhile, another tells.
        ask = partial(client.submit, program_digest, pure=False, allow_other_workers=True)
        told = [ask(workers=[each]) for each in client.nthreads()]
        digests = set(client.gather(told))
    except TimeoutError:
        raise UsageError(f"the cluster at {address} has no workers; start some") from None
    except Exception:  # whatever keeps it from loading this program
        raise _other_program(address) from None
    if digests != {program_digest()}:
        raise _other_program(address)


def _other_program(address: str) -> UsageError:
    return UsageError(
        f"the cluster at {address} runs another Standfirst, or other packages; "
        "start its scheduler and workers anew, with the files and packages of this one"
    )
