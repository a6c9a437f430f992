"""Several processes on one address, kept alive and ended together. Knows nothing of what they serve."""

import gc
import logging
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.context import ForkProcess

from index.errors import BylineError

# What a worker is given: the socket it serves, and its end of a pair whose other end the parent holds. It sends a byte
# when it serves, and ends, in its own time, when the parent's end is closed, however that came about.
Work = Callable[[socket.socket, socket.socket], None]

_LOG = logging.getLogger("byline")
_PATIENCE_S = 20.0
# Between the death of a worker and the next, so that one that cannot live is not started a hundred times a second.
_PAUSE_S = 0.5


def listen(host: str, port: int, count: int) -> list[socket.socket]:
    """Sockets that listen on one address, between which the kernel shares out connections; 0 takes a free port.

    BylineError where another process has the address: none of ours may join its sockets, nor it ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, since asyncio sends at once only on sockets that are: else answers wait for an acknowledgement.
    sockets = [socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) for _ in range(count)]
    try:
        sockets[0].setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sockets[0].bind((host, port))
        for one in sockets if count > 1 else ():
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        for one in sockets[1:]:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(sockets[0].getsockname())
        for one in sockets:
            one.listen(socket.SOMAXCONN)
    except OSError as error:
        for one in sockets:
            one.close()
        raise BylineError(f"cannot listen on {host} port {port}: {error.strerror or error}") from error
    return sockets


@dataclass(frozen=True, slots=True)
class _Worker:
    process: ForkProcess
    listening: socket.socket
    control: socket.socket


def run_workers(listening: Sequence[socket.socket], work: Work, serves: Callable[[], None]) -> None:
    """Do the work in a process for each socket until SIGTERM or SIGINT, calling `serves` once all do.

    One that dies is replaced; its connections that were not yet taken wait for the next. BylineError where one ends
    before it has served. What the parent has loaded is shared with all until they write to it.
    """
    gc.collect()
    gc.freeze()
    crew: list[_Worker] = []
    with _told_of_signals() as told:
        try:
            for one in listening:
                crew.append(_start(one, work, crew, listening))
            for worker in crew:
                _wait_started(worker)
            serves()
            while told not in (ended := connection.wait([told, *(one.process.sentinel for one in crew)])):
                for n, worker in enumerate(crew):
                    if worker.process.sentinel in ended:
                        crew[n] = _replace(worker, work, crew, listening)
        finally:
            for one in listening:
                one.close()
            _stop(crew)


def _start(own: socket.socket, work: Work, crew: Sequence[_Worker], listening: Sequence[socket.socket]) -> _Worker:
    parents, workers = socket.socketpair()

    def run() -> None:
        signal.set_wakeup_fd(-1)
        foreign = [one for one in listening if one is not own]
        for inherited in (parents, *foreign, *(one.control for one in crew)):
            inherited.close()
        work(own, workers)

    process = get_context("fork").Process(target=run)
    process.start()
    workers.close()
    return _Worker(process, own, parents)


def _wait_started(worker: _Worker) -> None:
    if not worker.control.recv(1):
        raise BylineError("a serving process ended before it served; the log above says why")


def _replace(dead: _Worker, work: Work, crew: Sequence[_Worker], listening: Sequence[socket.socket]) -> _Worker:
    dead.process.join()
    _LOG.error("the serving process %d ended (%s); another takes its place", dead.process.pid, dead.process.exitcode)
    dead.control.close()
    time.sleep(_PAUSE_S)
    worker = _start(dead.listening, work, [one for one in crew if one is not dead], listening)
    _wait_started(worker)
    return worker


def _stop(crew: Sequence[_Worker]) -> None:
    for worker in crew:
        worker.control.close()
    end = time.monotonic() + _PATIENCE_S
    for worker in crew:
        worker.process.join(max(0.0, end - time.monotonic()))
        if worker.process.is_alive():
            _LOG.error("the serving process %d does not end; it is killed", worker.process.pid)
            worker.process.kill()
            worker.process.join()


@contextmanager
def _told_of_signals() -> Iterator[socket.socket]:
    """A socket that can be read from once SIGTERM or SIGINT has come; whichever thread of the process it came to."""
    reading, writing = socket.socketpair()
    writing.setblocking(False)
    signals = (signal.SIGTERM, signal.SIGINT)
    former = [signal.signal(one, lambda *_: None) for one in signals]
    waking = signal.set_wakeup_fd(writing.fileno())
    try:
        yield reading
    finally:
        signal.set_wakeup_fd(waking)
        for one, handler in zip(signals, former, strict=True):
            signal.signal(one, handler)
        reading.close()
        writing.close()
