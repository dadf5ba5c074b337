"""Rewrites what Python 3.11 cannot run. LocalEmu states that Python 3.10 suffices, but uses type parameters and type
statements of 3.12 and warnings.deprecated of 3.13. None of them does anything when it runs."""

import re

# class NAME[T, U: BOUND](BASES):, def NAME[T](
GENERIC = re.compile(r"^( *)(class|def|async def) (\w+)\[([^\]]+)\](\((?:.*(?=\):))?)?", re.MULTILINE)
FIRST_IMPORT = re.compile(r"^(?:import|from (?!__future__))", re.MULTILINE)


def rewrite(folder):
    """Rewrites all sources in the folder."""
    for file in folder.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        older = rewritten(source)
        if older != source:
            file.write_text(older, encoding="utf-8")


def rewritten(source):
    variables = {}

    def plain(found):
        indent, kind, name, parameters, bases = found.groups(default="")
        own = [parameter.split(":")[0].strip() for parameter in parameters.split(",")]
        variables.update(dict.fromkeys(own))
        if kind == "class":
            parents = bases.removeprefix("(")
            bases = f"({parents}{', ' if parents else ''}_Generic[{', '.join(own)}]" + ("" if bases else ")")
        return f"{indent}{kind} {name}{bases}"

    source = GENERIC.sub(plain, source)
    source = re.sub(r"^type (\w+) =", r"\1 =", source, flags=re.MULTILINE)
    source = source.replace("from warnings import deprecated", "from typing_extensions import deprecated")
    if variables:
        lines = ["from typing import Generic as _Generic, TypeVar as _TypeVar"]
        lines += [f'{variable} = _TypeVar("{variable}")' for variable in variables]
        start = FIRST_IMPORT.search(source).start()
        source = source[:start] + "\n".join(lines) + "\n" + source[start:]
    return source
