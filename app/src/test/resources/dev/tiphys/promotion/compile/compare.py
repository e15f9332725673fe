"""Compares what Hera makes of each program in a folder with the manifests of the same name.

Prints each difference, and nothing when there is none.
"""

import json
import pathlib
import runpy
import sys

import yaml
from hera.workflows import Workflow


def difference(made, submitted, path="") -> str:
    """Where the two part, or nothing."""
    if isinstance(made, dict) and isinstance(submitted, dict) and made.keys() == submitted.keys():
        return "".join(difference(made[key], submitted[key], f"{path}/{key}") for key in made)
    if isinstance(made, list) and isinstance(submitted, list) and len(made) == len(submitted):
        return "".join(difference(*pair, f"{path}/{index}") for index, pair in enumerate(zip(made, submitted)))
    return "" if made == submitted and type(made) is type(submitted) else f" {path}: {made!r} and not {submitted!r}"


for program in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    submitted = json.loads(program.with_suffix(".json").read_text())
    promotion = runpy.run_path(str(program))["promotion"]
    found = {
        "Hera": promotion.to_dict(),
        "Hera's own YAML": Workflow.from_yaml(promotion.to_yaml()).to_dict(),
        "our YAML": yaml.safe_load(program.with_suffix(".yaml").read_text()),
    }
    for source, made in found.items():
        if different := difference(made, submitted):
            print(f"{program.name}: {source} says{different}")
