"""How often each browser key may call, counted over all the processes that serve. Knows no keys and no routes."""

import fcntl
import math
import os
import struct
import tempfile
import weakref

_TIME = struct.Struct("d")
# Seconds that are nothing, so that sums of parts of a minute need not be exact.
_LEAST = 1e-3


class CallCount:
    """`most` calls a minute for each of `n` callers: so many at once, then one by one as they come due.

    Made before the serving processes are forked, it is one count for all of them: for each caller a file holds when,
    on the clock that they share, the calls made so far will be paid off. A lock on that place goes with its process.
    """

    def __init__(self, n: int, most: int) -> None:
        self._apart = 60 / most
        self._ahead = 60 - self._apart
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed with this object
        self._file.write(bytes(n * _TIME.size))
        weakref.finalize(self, self._file.close)

    def take(self, caller: int, now: float) -> int:
        """Count a call at `now`, in seconds of time.monotonic: 0, or in how many whole seconds the next may be made."""
        place, file = caller * _TIME.size, self._file.fileno()
        fcntl.lockf(file, fcntl.LOCK_EX, _TIME.size, place)
        try:
            paid: float
            (paid,) = _TIME.unpack(os.pread(file, _TIME.size, place))
            paid = max(paid, now)
            if (over := paid - now - self._ahead - _LEAST) > 0:
                return math.ceil(over)
            os.pwrite(file, _TIME.pack(paid + self._apart), place)
            return 0
        finally:
            fcntl.lockf(file, fcntl.LOCK_UN, _TIME.size, place)
