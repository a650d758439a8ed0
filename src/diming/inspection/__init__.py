"""Boundary joint inspection (联检): lines between areas and what is handed over about them."""
