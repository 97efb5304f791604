"""Coding what readers bring: one text at a time, within a time, none of them kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.article import Article, alone
from dragoman.coder import Coder
from dragoman.mention import Mention
from dragoman.reading import Reading
from dragoman.sources.loading import from_bytes
from dragoman.sources.plain import from_text
from dragoman.web.problems import CLOSING, ProblemError
from dragoman.web.settings import Settings

_RETRY = {"Retry-After": "10"}


class CodingDesk:
    """Codes articles in a thread of its own. Safe to share between threads.

    Args:
        settings: the bounds, and the fetcher.
        make: makes the coder when the first article comes.
    """

    def __init__(self, settings: Settings, make: Callable[[], Coder] = Coder) -> None:
        self._settings = settings
        self._make = make
        self._coder: Coder | None = None
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="coding")
        self._places = threading.BoundedSemaphore(settings.max_waiting)
        self._closed: Future[None] = Future()  # done when the desk closes: whoever waits wakes

    def read_text(
        self,
        text: str,
        *,
        title: str | None = None,
        published: date | None = None,
    ) -> Reading:
        """Read a text as somebody pastes it: its headline and date line are found in it.

        Args:
            text: the text.
            title: the headline that stands apart from it, which is coded as its first paragraph
                where the text does not begin with it, and alone, but for a site's name at its end,
                where there is no text.
            published: the day of publication, in place of what the text says.

        Raises:
            ProblemError: the text is too long (413), too many wait, or it took too long (503).
        """
        self._check_length(text)

        def read() -> Reading:
            whole = text if text.strip() else alone(title or text)
            found = from_text(whole, name="the text", published=published)
            return self._reading(replace(found, title=title).headed() if title else found)

        return self._in_turn(read)

    def read_url(
        self, url: str, *, published: date | None = None, headlines: bool = False
    ) -> Reading:
        """Fetch a page with all care, and read it.

        Args:
            url: its address; never a file's path.
            published: the day of publication, in place of what the page says.
            headlines: whether its headline is coded where its text does not begin with it.

        Raises:
            SourceError: it was refused, could not be fetched, or is no article.
            ProblemError: as `read_text`.
        """
        page = self._settings.fetcher.fetch(url.strip())

        def read() -> Reading:
            found = from_bytes(
                page.data, name=page.url, published=published, url=page.url, charset=page.charset,
                headlines=headlines,
            )  # fmt: skip
            return self._reading(found.headed() if headlines else found)

        return self._in_turn(read)

    def code(self, article: Article) -> list[Mention]:
        """The mentions of an article.

        Raises:
            ProblemError: as `read_text`.
        """
        return list(self._in_turn(lambda: self._reading(article)).mentions)

    def close(self) -> None:
        """Let go what waits, and answer who waits; what is being coded ends by itself."""
        self._hand.shutdown(wait=False, cancel_futures=True)
        if not self._closed.done():
            self._closed.set_result(None)

    def _in_turn(self, work: Callable[[], Reading]) -> Reading:
        if not self._places.acquire(blocking=False):
            raise ProblemError(503, "many texts are waiting to be coded; try again soon", _RETRY)
        try:
            done: Future[Reading] = self._hand.submit(work)
        except RuntimeError:  # it was shut down
            self._places.release()
            raise ProblemError(503, CLOSING) from None
        # Whoever gives up waiting leaves the place taken until the work is done or never begun.
        done.add_done_callback(lambda _: self._places.release())
        seconds = self._settings.coding_seconds
        awaited: tuple[Future[Any], ...] = (done, self._closed)
        ended = wait(awaited, seconds, FIRST_COMPLETED).done
        if done in ended:
            return done.result()
        done.cancel()
        if ended:
            raise ProblemError(503, CLOSING)
        what = f"it was not coded in {seconds:g} s; try a shorter text"
        raise ProblemError(503, what, _RETRY)

    def _reading(self, article: Article) -> Reading:
        self._check_length(article.text)
        if self._coder is None:
            self._coder = self._make()
        return Reading(article, tuple(self._coder.code(article)))

    def _check_length(self, text: str) -> None:
        most = self._settings.max_text
        if len(text) > most:
            what = f"the text has {len(text)} characters; at most {most} are coded here"
            raise ProblemError(413, what)
