"""Coding a text or a page at once; nothing of it is kept."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter
from pydantic import Field, StringConstraints, model_validator

from dragoman.reading import Reading
from dragoman.web.api.asking import Given, PublicationDay, TheCoder

router = APIRouter(tags=["coding"])
_LONGEST_URL = 4_000
_LONGEST_TITLE = 1_000


class TextToCode(Given):
    """A text as somebody pastes it."""

    text: Annotated[str, StringConstraints(min_length=0)] = Field(
        "",
        description="The text; its date line is found in it, and without `title` its headline too. "
        "It may be left out where a `title` is given, which is then coded alone.",
    )
    title: Annotated[str, StringConstraints(max_length=_LONGEST_TITLE)] | None = Field(
        None,
        description="The headline that stands apart from the text. It is put before it as a "
        "paragraph, where it does not begin with it; offsets count in the two together.",
    )
    published: PublicationDay | None = Field(
        None, description="The day of publication, in place of what the text says; not ahead."
    )

    @model_validator(mode="after")
    def _told(self) -> Self:
        if not self.text and not (self.title or "").strip():
            raise ValueError("has no text; give a 'text', or a 'title' to be coded alone")
        return self


class PageToCode(Given):
    """A page of the public web."""

    url: Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST_URL)] = Field(
        description="An http or https address of a public host."
    )
    published: PublicationDay | None = Field(
        None, description="The day of publication, in place of what the page says; not ahead."
    )
    headlines: bool = Field(
        False,
        description="Whether the page's headline is put before its text as a paragraph of its own, "
        "where it does not begin with it; offsets count in the two together.",
    )


@router.post("/code", summary="Code a text")
def code_text(coder: TheCoder, asked: TextToCode) -> Reading:
    """The article that the text is taken for, with its mentions."""
    return coder.read_text(asked.text, title=asked.title, published=asked.published)


@router.post("/code/page", summary="Fetch a page and code it")
def code_page(coder: TheCoder, asked: PageToCode) -> Reading:
    """The article of the page, with its mentions; private addresses are refused."""
    return coder.read_url(asked.url, published=asked.published, headlines=asked.headlines)
