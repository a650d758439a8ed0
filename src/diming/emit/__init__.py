"""Renderers of a review: for people, programs and spreadsheets."""
