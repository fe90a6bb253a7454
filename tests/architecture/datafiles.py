# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every JSON, XML and YAML file of the tree can be read."""

import json
import xml.etree.ElementTree as xml

import yaml
from tree import Finding, files, read, run


def parse_json(text):
    json.loads(text, object_pairs_hook=refuse_repeated)


def refuse_repeated(pairs):
    keys = [key for key, _ in pairs]
    repeated = {key for key in keys if keys.count(key) > 1}
    if repeated:
        raise ValueError(f"repeated: {', '.join(sorted(repeated))}")
    return dict(pairs)


def parse_yaml(text):
    list(yaml.safe_load_all(text))


PARSERS = {
    (".json",): parse_json,
    (".xml", ".svg", ".ts", ".metainfo"): xml.fromstring,
    (".yaml", ".yml", ".clang-format", ".clang-tidy"): parse_yaml,
}


def check(root):
    for suffixes, parse in PARSERS.items():
        for path in files(root, *suffixes):
            try:
                parse(read(root, path))
            except (ValueError, xml.ParseError, yaml.YAMLError) as error:
                yield Finding(path, 1, "unreadable", " ".join(str(error).split()))


if __name__ == "__main__":
    run(check, "data files")
