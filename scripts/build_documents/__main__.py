"""`python -m scripts.build_documents` writes the Word templates anew."""

from __future__ import annotations

from diming.settings import shipped
from scripts.build_documents.all import templates

for name, document in templates().items():
    document.save(str(shipped("documents", name)))
