"""XML that nobody vouches for: read without its entities, without network, within bounds."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import Any

# An ampersand that begins nothing that XML knows; in CDATA none begins anything.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][0-9a-fA-F]+);)([A-Za-z]\w*;)?",
    re.DOTALL,
)
_LINE = re.compile(r" line \d+")  # of a piece, which says nothing of the file
_MEDIA = "{http://search.yahoo.com/mrss/}"


def parsed(text: str, *, damaged: bool = False) -> Any:
    """The root of a piece of XML; HTML's entities and bare ampersands are taken for what they mean.

    Args:
        text: the XML.
        damaged: whether damage is passed over; then None where nothing is left.

    Raises:
        ValueError: it is damaged.
    """
    # Imported here, since few sources are feeds.
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    known = _AMPERSAND.sub(_known, text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(known, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    # A prefix that nothing declares does no harm.
    flaws = [flaw for flaw in parser.error_log if flaw.domain_name != "NAMESPACE"]
    if not damaged and (flaws or root is None):
        raise ValueError(_LINE.sub("", flaws[0].message) if flaws else "nothing is left of it")
    return root


def _known(found: re.Match[str]) -> str:
    """An ampersand as XML has it: feeds write HTML's entities, and bare ones."""
    if found[0].startswith("<"):
        return found[0]
    name = found[1] or ""
    return escape(html5[name]) if name in html5 else f"&amp;{name}"


def markup_of(element: Any) -> str:
    """What an element holds as HTML: its text, or of XHTML its elements as they are."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    if len(element) and element.get("type") == "xhtml":
        inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return (element.text or "") + "".join(inner)
    return "".join(element.itertext())


def local(element: Any) -> str:
    """The element's name without its namespace; empty of pictures and films in a feed, which have
    titles of their own.
    """
    tag = element.tag
    if isinstance(tag, str) and tag.startswith((_MEDIA, "media:")):
        return ""
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
