"""What a check raises when it cannot run: it says what it lacked."""

from __future__ import annotations


class Missing(Exception):  # noqa: N818 - it is an answer, no error
    """A check could not run. `what` are the fields or layers it lacked, `zh` says it in a sentence.

    The engine turns it into a finding `not-evaluated`; it never counts as a pass.
    """

    def __init__(self, zh: str, *what: str) -> None:
        self.zh, self.what = zh, what
        super().__init__(zh)
