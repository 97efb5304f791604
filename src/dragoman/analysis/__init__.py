"""Sentences, tokens, parse, names and quotations of an article."""

from dragoman.analysis.analysis import Analyser, Analysis, Quotation

__all__ = ["Analyser", "Analysis", "Quotation"]
