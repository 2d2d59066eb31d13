"""One run of a filter (`shudu extract --jsonl`) beside a Spark task, held to its contract.

The contract: exactly one line out for each line in, in the same order, with the same id. Spark's own
`RDD.pipe` compares nothing: it loses rows without a word when the child dies or swallows a line.
"""

import json
import os
import selectors
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

_CHUNK = 1 << 16
# Answers may be ten times as long as their articles, so that a batch is given back in parts of this many bytes.
_PART = 8 << 20
_decoder = json.JSONDecoder()


class FilterError(RuntimeError):
    """The child broke the contract; says at which row, and fails the task."""


@dataclass
class Questions:
    """Lines that are asked together, and the child's answers to the next rows that were not given back yet."""

    batch: Any
    ids: list[str | None]
    lines: list[bytes]
    given: int = 0
    answers: list[bytes] = field(default_factory=list)
    bytes: int = 0

    @property
    def turn(self) -> int:
        """The first row without an answer."""
        return self.given + len(self.answers)

    @property
    def is_answered(self) -> bool:
        return self.turn == len(self.ids)

    def add(self, answer: bytes) -> None:
        self.answers.append(answer)
        self.bytes += len(answer)

    def give(self) -> "Answers":
        """All answers at hand, which are forgotten here."""
        part = Answers(self.batch, self.given, self.answers)
        self.given, self.answers, self.bytes = self.turn, [], 0
        return part


@dataclass
class Answers:
    """The child's answers to rows of a batch, from `start` on."""

    batch: Any
    start: int
    lines: list[bytes]


class FilterChild:
    """Asks a child process questions, in bounded memory: what a pipe holds is on its way, no more.

    One thread both writes and reads. It closes the child's input at the end of the questions and reads on to
    the end of the answers, so that a swallowed line is found at the next answer, or at the end.
    """

    def __init__(self, command: list[str], max_size: int):
        self._max_size = max_size
        self._open: deque[Questions] = deque()
        self._tail = b""
        self._complaints = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, bufsize=0
        )
        os.set_blocking(self._process.stdin.fileno(), False)

    def answered(self, questions: Iterable[Questions]) -> Iterator[Answers]:
        """Gives the answers to all questions, in order and in parts."""
        try:
            for data in self._exchange(iter(questions)):
                yield from self._take(data)
            self._finish()
        finally:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout, self._complaints):
                pipe.close()

    def _exchange(self, questions: Iterator[Questions]) -> Iterator[bytes]:
        """Writes whatever the child takes, and gives whatever it answers."""
        source, sink = self._process.stdout, self._process.stdin
        unwritten = memoryview(b"")
        with selectors.DefaultSelector() as selector:
            selector.register(source, selectors.EVENT_READ)
            selector.register(sink, selectors.EVENT_WRITE)
            while True:
                for key, _ in selector.select():
                    if key.fileobj is source:
                        if not (data := source.read(_CHUNK)):
                            return
                        yield data
                        continue
                    while not unwritten and (batch := next(questions, None)):
                        self._open.append(batch)
                        unwritten = memoryview(b"".join(line + b"\n" for line in batch.lines))
                    try:
                        unwritten = unwritten[sink.write(unwritten[:_CHUNK]) or 0 :]
                        ended = not unwritten and batch is None
                    except BrokenPipeError:
                        ended = True  # The end of the answers will tell.
                    if ended:
                        selector.unregister(sink)
                        sink.close()

    def _take(self, data: bytes) -> Iterator[Answers]:
        *lines, self._tail = (self._tail + data).split(b"\n")
        for line in lines:
            self._answer(line)
            asked = self._open[0]
            if asked.is_answered or asked.bytes >= _PART:
                yield asked.give()
            if asked.is_answered:
                self._open.popleft()

    def _answer(self, data: bytes) -> None:
        asked = self._open[0] if self._open else None
        if asked is None:
            raise self._error("answered more lines than it was asked")
        line = data.decode()
        expected = asked.ids[asked.turn]
        try:
            answer, end = _decoder.raw_decode(line, len('{"id":'))
        except ValueError:
            raise self._error(f"gave no answer to row {expected!r}, but {line[:80]!r}") from None
        if not line.startswith('{"id":') or not line.startswith((',"facts":[', ',"error":{'), end):
            raise self._error(f"gave no answer to row {expected!r}, but {line[:80]!r}")
        # Of a line that is too long the filter does not know the id.
        is_nameless = answer is None and len(asked.lines[asked.turn]) > self._max_size
        if answer != expected and not is_nameless:
            raise self._error(f"swallowed row {expected!r}: the answer in its place is to {answer!r}")
        asked.add(data)

    def _finish(self) -> None:
        code = self._process.wait()
        if self._tail or self._open:
            asked = self._open[0] if self._open else None
            row = repr(asked.ids[asked.turn]) if asked else "none"
            raise self._error(f"ended with code {code} and no answer to row {row}")
        if code != 0:
            raise self._error(f"answered all rows, but ended with code {code}")

    def _error(self, what: str) -> FilterError:
        self._complaints.seek(0)
        said = self._complaints.read()[-500:].decode(errors="replace").strip()
        name = os.path.basename(self._process.args[0])
        return FilterError(f"{name} {what}" + (f"; it said: {said}" if said else ""))
