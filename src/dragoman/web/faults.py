"""What is wrong with a value of a request, in the words in which the rest of it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# By pydantic's name of the error; what stands in braces is its context.
_WORDS: Mapping[str, str] = {
    "missing": "is missing",
    "extra_forbidden": "there is no such field here",
    "json_invalid": "is no JSON ({error})",
    "union_tag_not_found": "{discriminator} is missing",
    "union_tag_invalid": "{discriminator} is '{tag}'; one of {expected_tags}",
    "model_attributes_type": "is no object; send it as JSON, with Content-Type application/json",
    "model_type": "is no object",
    "dict_type": "is no object",
    "list_type": "is no list",
    "string_type": "is no text",
    "string_unicode": "holds half a character (a lone surrogate); send it whole, or leave it out",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "is not written as it has to be, in the pattern {pattern}",
    "bool_type": "is neither true nor false",
    "bool_parsing": "is neither true nor false",
    "int_type": "is no whole number",
    "int_parsing": "is no whole number",
    "int_from_float": "is no whole number",
    "float_type": "is no number",
    "float_parsing": "is no number",
    "literal_error": "is not known; one of {expected}",
    "greater_than_equal": "is less than {ge}",
    "less_than_equal": "is more than {le}",
    "too_short": "has {actual_length}; give at least {min_length}",
    "too_long": "has more than {max_length}",
}
_OWN = "Value error, "  # stands before what our own checks say


def said_of(error: Mapping[str, Any]) -> str:
    """What an error of pydantic's says of its value."""
    if error["type"] == "string_too_short":
        least = error["ctx"]["min_length"]
        return "is empty" if least == 1 else f"is shorter than {least} characters"
    words = _WORDS.get(error["type"])
    if words is None:
        return str(error["msg"]).removeprefix(_OWN)
    return words.format_map(error.get("ctx", {}))
