"""Compares recorded calls of AWS with the service models of botocore.

usage: check_aws_calls.py FOLDER

Every line of FOLDER/*.jsonl is a request (its members by name, or as sent over HTTP) or the body of a response. Prints a line for each unknown or
missing member, wrong type, value outside of its enumeration, pattern, length or range, and at the end what was checked.
Exits with 1 if anything was found.
"""

import json
import re
import sys
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from xml.etree import ElementTree

import botocore.loaders
from botocore.model import ServiceModel

LOADER = botocore.loaders.Loader()
# Names of the SDK for Java that differ from botocore's folders.
FOLDERS = {"cloudwatchlogs": "logs", "servicequotas": "service-quotas"}
MODELS = {}

# What the models state differently from AWS's own documentation: its examples of these responses have "available".
LOWER_CASE = {"State"}
# Documented for internet gateways, and in no model.
ALSO = {"AttachmentStatus": {"available"}}


def operation(service, name):
    folder = service.lower().replace(" ", "-")
    folder = FOLDERS.get(folder.replace("-", ""), folder)
    if folder not in MODELS:
        MODELS[folder] = ServiceModel(LOADER.load_service_model(folder, "service-2"), folder)
    return MODELS[folder].operation_model(name)


def member(shape, name):
    """The SDK for Java starts names of members with a capital, which some models do not."""
    for candidate in (name, name[:1].lower() + name[1:]):
        if candidate in shape.members:
            return candidate
    return None


def wrong(shape, value, path):
    """Yields what is wrong with a value of a request."""
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            yield f"{path}: {value!r} is no structure"
            return
        given = {}
        for name, part in value.items():
            known = member(shape, name)
            if known is None:
                yield f"{path}.{name}: unknown member"
            else:
                given[known] = part
        for name in shape.required_members:
            if name not in given:
                yield f"{path}.{name}: required member is missing"
        for name, part in given.items():
            yield from wrong(shape.members[name], part, f"{path}.{name}")
    elif kind == "list":
        if not isinstance(value, list):
            yield f"{path}: {value!r} is no list"
            return
        yield from outside(shape, len(value), path, "elements")
        for index, part in enumerate(value):
            yield from wrong(shape.member, part, f"{path}[{index}]")
    elif kind == "map":
        for key, part in value.items():
            yield from wrong(shape.key, key, f"{path} key")
            yield from wrong(shape.value, part, f"{path}[{key}]")
    elif kind == "string":
        if not isinstance(value, str):
            yield f"{path}: {value!r} is no string"
            return
        yield from outside(shape, len(value), path, "characters")
        if shape.enum and value not in shape.enum:
            yield f"{path}: {value!r} is none of {shape.enum}"
        pattern = shape.metadata.get("pattern")
        if pattern and not matches(pattern, value):
            yield f"{path}: {value!r} does not match {pattern}"
    elif kind in ("integer", "long"):
        if isinstance(value, bool) or not isinstance(value, int):
            yield f"{path}: {value!r} is no integer"
        else:
            yield from outside(shape, value, path, "")
    elif kind == "boolean":
        if not isinstance(value, bool):
            yield f"{path}: {value!r} is no boolean"


def matches(pattern, value):
    # Patterns are those of Java; Python has no classes such as \p{L}.
    pattern = pattern.replace(r"\p{L}\p{Z}\p{N}", r"\w\s").replace(r"\p{L}\p{N}", r"\w").replace(r"\p{Graph}", r"\S")
    try:
        return re.search(pattern if pattern.startswith("^") else f"^(?:{pattern})$", value) is not None
    except re.error as unsupported:
        sys.exit(f"The pattern {pattern} cannot be checked: {unsupported}")


def outside(shape, size, path, unit):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    if least is not None and size < least or most is not None and size > most:
        yield f"{path}: {size} {unit} is outside of {least} to {most}".replace("  ", " ")


def of_json(shape, value, path):
    """Yields what is wrong with a value of a JSON response."""
    if value is None:
        return
    kind = shape.type_name
    if kind == "structure":
        names = {part.serialization.get("name", name): part for name, part in shape.members.items()}
        for name, part in value.items():
            if name not in names:
                yield f"{path}.{name}: unknown member"
            else:
                yield from of_json(names[name], part, f"{path}.{name}")
    elif kind == "list":
        for index, part in enumerate(value):
            yield from of_json(shape.member, part, f"{path}[{index}]")
    elif kind == "map":
        for key, part in value.items():
            yield from of_json(shape.value, part, f"{path}[{key}]")
    elif kind == "string":
        yield from text(shape, value, path)


def text(shape, value, path):
    if not isinstance(value, str):
        yield f"{path}: {value!r} is no string"
    elif shape.enum and value not in shape.enum and value not in ALSO.get(shape.name, ()):
        if shape.name not in LOWER_CASE or value.capitalize() not in shape.enum:
            yield f"{path}: {value!r} is none of {shape.enum}"


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def of_xml(shape, element, path):
    """Yields what is wrong with an element of an XML response."""
    kind = shape.type_name
    if kind == "structure":
        names = {}
        for name, part in shape.members.items():
            flat = part.type_name == "list" and part.serialization.get("flattened")
            wire = part.serialization.get("name", name)
            if flat:
                wire = part.serialization.get("name") or part.member.serialization.get("name", name)
            names[wire] = part.member if flat else part
        for child in element:
            if local(child) not in names:
                yield f"{path}.{local(child)}: unknown member"
            else:
                yield from of_xml(names[local(child)], child, f"{path}.{local(child)}")
    elif kind == "list":
        for child in element:
            yield from of_xml(shape.member, child, f"{path}[]")
    elif kind == "string" and element.text:
        yield from text(shape, element.text, path)
    elif kind in ("integer", "long") and not re.fullmatch(r"\s*-?\d+\s*", element.text or ""):
        yield f"{path}: {element.text!r} is no integer"
    elif kind == "boolean" and (element.text or "").strip() not in ("true", "false"):
        yield f"{path}: {element.text!r} is no boolean"


# Headers of every request over HTTP and of its signature.
COMMON_HEADERS = {
    "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "expect", "host", "user-agent",
    "amz-sdk-invocation-id", "amz-sdk-request", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "x-amzn-trace-id",
}


def of_http(model, call):
    """Yields what is wrong with a request as it was sent: method, path, query and headers."""
    name = model.name
    if call["method"] != model.http["method"]:
        yield f"{name}: method {call['method']} instead of {model.http['method']}"
    sent = urlsplit(call["path"])
    template = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(model.http["requestUri"].split("?")[0]))
    match = re.fullmatch(template, sent.path)
    if match is None:
        yield f"{name}: path {sent.path} is not {model.http['requestUri']}"
        return
    members = {key: unquote(value) for key, value in match.groupdict().items()}
    places = {}
    for member_name, shape in model.input_shape.members.items():
        place = shape.serialization.get("location")
        if place in ("querystring", "header"):
            places[place, shape.serialization.get("name", member_name).lower()] = member_name
        elif place == "uri":
            wire = shape.serialization.get("name", member_name)
            members[member_name] = members.pop(wire) if wire in members else None
    for key, value in parse_qsl(sent.query, keep_blank_values=True):
        if ("querystring", key.lower()) in places:
            members[places["querystring", key.lower()]] = value
        else:
            yield f"{name}: unknown parameter {key}"
    for key, value in call["headers"].items():
        if ("header", key) in places:
            members[places["header", key]] = value
        elif key not in COMMON_HEADERS:
            yield f"{name}: unknown header {key}"
    yield from wrong(model.input_shape, members, name)


def response(model, body):
    shape = model.output_shape
    protocol = model.service_model.metadata["protocol"]
    if shape is None or not body.strip():
        return
    if protocol in ("json", "rest-json"):
        payload = shape.serialization.get("payload")
        yield from of_json(shape.members[payload] if payload else shape, json.loads(body), model.output_shape.name)
        return
    root = ElementTree.fromstring(body)
    if protocol == "query":
        wrapper = shape.serialization.get("resultWrapper", model.name + "Result")
        root = next((child for child in root if local(child) == wrapper), None)
        if root is None:
            yield f"{shape.name}: no element {wrapper}"
            return
    elif protocol == "ec2":
        for child in list(root):
            if local(child) in ("requestId", "RequestId"):
                root.remove(child)
    else:
        payload = shape.serialization.get("payload")
        shape = shape.members[payload] if payload else shape
    yield from of_xml(shape, root, model.output_shape.name)


def main():
    found, requests, responses, names = {}, 0, 0, set()
    for file in sorted(Path(sys.argv[1]).glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            call = json.loads(line)
            model = operation(call["service"], call["operation"])
            names.add(f"{call['service']} {call['operation']}")
            if call["kind"] == "http":
                requests += 1
                problems = of_http(model, call)
            elif call["kind"] == "request":
                requests += 1
                problems = wrong(model.input_shape, call["members"], call["operation"]) if model.input_shape else ()
            else:
                responses += 1
                problems = response(model, call["body"])
            try:
                for problem in problems:
                    found.setdefault(f"{call['service']} {call['kind']} {problem}", call["test"])
            except (ElementTree.ParseError, json.JSONDecodeError) as unreadable:
                found.setdefault(f"{call['service']} {call['operation']} response: {unreadable}", call["test"])
    for problem, test in sorted(found.items()):
        print(f"{problem} ({test})")
    print(f"{requests} requests and {responses} responses of {len(names)} operations checked, {len(found)} problems.")
    sys.exit(1 if found else 0)


main()
