"""The stage that finds who is who: from an analysed article to its `Cast`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from dragoman.actors.cast import Cast
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.roles import Roles
from dragoman.analysis import Analysis


class Actors:
    """Makes the cast of an article. Loads its tables with the first article.

    Args:
        extra: a table of one's own names, which come before those of the package: tab-separated,
            with the columns ``name``, ``aliases`` (separated by ``|``), ``country`` (PLOVER code),
            ``sectors`` (separated by ``|``, primary first) and ``office``.

    Raises:
        TableError: when first called, where a table is not as expected.
    """

    def __init__(self, extra: Path | None = None) -> None:
        self._extra = extra

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The tables of names."""
        return Gazetteer(self._extra)

    @cached_property
    def roles(self) -> Roles:
        """The tables of roles and titles."""
        return Roles()

    def __call__(self, analysis: Analysis, placed: Mapping[int, str] | None = None) -> Cast:
        """The cast of one analysed article.

        Args:
            analysis: the article.
            placed: the country where the text places a town, by the character where its name
                begins; see `dragoman.actors.placed_towns`.
        """
        return Cast(analysis, self.gazetteer, self.roles, placed or {})
