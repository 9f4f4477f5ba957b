"""The JSON contract: how requests are read and how records are written."""

from service.schemas.about import HealthSchema, LimitsSchema, ModelDescriptionSchema, ReadinessSchema
from service.schemas.batch import BatchRequestSchema, BatchSchema
from service.schemas.problem import ProblemSchema
from service.schemas.request import ArticleSchema, DocumentSchema, ExtractRequestSchema, read_request
from service.schemas.response import ExtractionSchema, write_extraction
from service.schemas.types import AttackTypesSchema, write_types

__all__ = [
    "ArticleSchema",
    "AttackTypesSchema",
    "BatchRequestSchema",
    "BatchSchema",
    "DocumentSchema",
    "ExtractRequestSchema",
    "ExtractionSchema",
    "HealthSchema",
    "LimitsSchema",
    "ModelDescriptionSchema",
    "ProblemSchema",
    "ReadinessSchema",
    "read_request",
    "write_extraction",
    "write_types",
]
