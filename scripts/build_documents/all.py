"""Every Word template by its file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.build_documents import forms, notices, opinion

if TYPE_CHECKING:
    from docx.document import Document


def templates() -> dict[str, Document]:
    """The templates, not yet saved."""
    return {
        "opinion.docx": opinion.opinion(),
        "consultation.docx": notices.consultation(),
        "announcement.docx": notices.announcement(),
        "filing.docx": forms.filing(),
        "application.docx": forms.application(),
        "batch.docx": forms.batch(),
    }
