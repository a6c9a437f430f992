"""The breaker: opens after failures in a row, lets one probe through, closes when the model lives."""

from service.llm.breaker import FAILURES, FIRST_S, MOST_S, Breaker


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def open_breaker(clock: Clock) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        assert breaker.enter() == 0
        breaker.fail()
    return breaker


def test_it_opens_after_failures_in_a_row_and_says_for_how_long() -> None:
    clock = Clock()
    breaker = open_breaker(clock)
    assert breaker.enter() == FIRST_S
    clock.now += FIRST_S - 2
    assert breaker.enter() == 2


def test_a_success_between_failures_keeps_it_closed() -> None:
    breaker = Breaker(Clock())
    for _ in range(3 * FAILURES):
        breaker.fail()
        breaker.succeed()
        assert breaker.enter() == 0


def test_after_the_pause_one_probe_alone_goes_through() -> None:
    clock = Clock()
    breaker = open_breaker(clock)
    clock.now += FIRST_S
    assert [breaker.enter() == 0 for _ in range(3)] == [True, False, False]
    breaker.succeed()
    assert [breaker.enter() for _ in range(3)] == [0, 0, 0]


def test_a_probe_that_fails_doubles_the_pause_up_to_the_most() -> None:
    clock = Clock()
    breaker = open_breaker(clock)
    pauses = []
    for _ in range(6):
        clock.now += breaker.enter()
        assert breaker.enter() == 0
        breaker.fail()
        pauses.append(breaker.enter())
    assert pauses == [2 * FIRST_S, 4 * FIRST_S, 8 * FIRST_S, MOST_S, MOST_S, MOST_S]


def test_a_probe_whose_caller_leaves_makes_room_for_another() -> None:
    clock = Clock()
    breaker = open_breaker(clock)
    clock.now += FIRST_S
    assert breaker.enter() == 0
    breaker.leave()
    assert breaker.enter() == 0
