#!/usr/bin/env python3
"""Validate records against Schemas/ with an independent validator (PyPI's jsonschema).

    check_schemas.py                          the examples: valid ones pass, invalid ones are refused
    check_schemas.py SCHEMA FILE.jsonl...     every line of the files, `-` for standard input
"""
import json, os, sys

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Schemas")


def load():
    schemas = {}
    for name in sorted(os.listdir(SCHEMAS)):
        if name.endswith(".schema.json"):
            with open(os.path.join(SCHEMAS, name), encoding="utf-8") as file:
                schemas[name[: -len(".schema.json")]] = json.load(file)
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()
    )
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    return {name: Draft202012Validator(schema, registry=registry) for name, schema in schemas.items()}


def rows(path):
    file = sys.stdin if path == "-" else open(path, encoding="utf-8")
    return [(number, json.loads(line)) for number, line in enumerate(file, 1) if line.strip()]


def main():
    validators, wrong, checked = load(), 0, 0
    if len(sys.argv) > 1:
        validator = validators[sys.argv[1]]
        for path in sys.argv[2:]:
            for number, row in rows(path):
                checked += 1
                for error in list(validator.iter_errors(row))[:3]:
                    wrong += 1
                    print(f"{path}:{number}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    else:
        for name, validator in validators.items():
            for kind in ("valid", "invalid"):
                path = os.path.join(SCHEMAS, "examples", f"{name}.{kind}.jsonl")
                found = rows(path)
                if not found:
                    wrong += 1
                    print(f"{path}: no example")
                for number, row in found:
                    checked += 1
                    if validator.is_valid(row) != (kind == "valid"):
                        wrong += 1
                        print(f"{path}:{number}: should be {kind}")
    print(f"{checked} records checked, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
