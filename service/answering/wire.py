"""What every part that goes over the wire is; holds no part itself."""

from pydantic import BaseModel, ConfigDict


class Wire(BaseModel):
    """A frozen part of the answer; unknown fields are a fault, so that nothing goes over the wire unnamed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)
