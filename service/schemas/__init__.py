"""The JSON contract: how requests are read and how records are written."""

from service.schemas.request import ArticleSchema, DocumentSchema, ExtractRequestSchema, read_request
from service.schemas.response import ExtractionSchema, write_extraction
from service.schemas.types import AttackTypesSchema, write_types

__all__ = [
    "ArticleSchema",
    "AttackTypesSchema",
    "DocumentSchema",
    "ExtractRequestSchema",
    "ExtractionSchema",
    "read_request",
    "write_extraction",
    "write_types",
]
