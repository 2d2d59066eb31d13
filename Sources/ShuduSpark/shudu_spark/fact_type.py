"""The Spark type of a fact, made from its contract, Schemas/fact.schema.json."""

import json
from importlib import resources

from pyspark.sql import types


def fact_type() -> types.StructType:
    """Columns of one fact; quantities are strings of decimal digits, as in the contract."""
    text = resources.files("shudu_spark").joinpath("fact.schema.json").read_text("utf-8")
    schema = json.loads(text)
    return _type(schema, schema["$defs"])


def _type(schema: dict, definitions: dict) -> types.DataType:
    if "$ref" in schema:
        return _type(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    if "anyOf" in schema:
        (choice,) = [one for one in schema["anyOf"] if one.get("type") != "null"]
        return _type(choice, definitions)
    if "enum" in schema:
        return types.StringType()
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    (name,) = [name for name in names if name != "null"]
    if name == "object":
        return types.StructType(
            [
                types.StructField(key, _type(value, definitions))
                for key, value in schema["properties"].items()
            ]
        )
    if name == "array":
        return types.ArrayType(_type(schema.get("items") or schema["prefixItems"][0], definitions))
    return {
        "string": types.StringType(),
        "boolean": types.BooleanType(),
        "integer": types.IntegerType(),
        "number": types.DoubleType(),
    }[name]
