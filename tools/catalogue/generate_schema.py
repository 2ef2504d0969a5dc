#!/usr/bin/env python3
"""Writes ledger/schema/{lists,facts,parts}.capnp from the domain tables.

Run once per group of kinds that the ledger takes in service; the result is committed and from then on is the catalogue.
Kinds only ever join at the end of the list below: ordinals are on disk. `generate_schema.py TABLES OUT` writes the files.
"""
import json
import pathlib
import re
import sys

TABLES, OUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).parent

# In the order they were taken in service. Append only.
IN_SERVICE = [*range(101, 112), 201, 202, 203, 204, 206, 210, 301, 302, 401, 402, 403, 404, 406, 407, 408, 410, 501, 502, 503,
              504, 603, 605, 701, 801, 803, 804, 806, 807, 808, 810, 902, 903, 904, 906, 908, 1005, 1101, 1102, 1204, 1301,
              1302, 1401, 1402,
              205, 207, 208, 209, 303, 304, 305, 306, 405, 409, 411, 412, 601, 602, 604, 606, 607, 702, 802, 805, 809, 901, 905,
              907, 909, 910, 1001, 1002, 1003, 1004, 1006, 1103, 1201, 1202, 1203, 1205, 1206, 1207, 1208, 1209, 1210, 1303,
              1304, 1305, 1306, 1403]

LABELS = json.loads((HERE / "labels.json").read_text())
LISTS = [json.loads(line) for line in (TABLES / "lists.jsonl").open()]
# Lists the byte formats need that the domain tables do not have: the clock of the ledger (formats.md, genesis).
LISTS.append({"list": "clockKind", "nl": "Soort klok", "values": [
    {"id": 1, "code": "wall", "nl": "echte tijd", "en": "wall clock"},
    {"id": 2, "code": "simulated", "nl": "nagespeelde tijd (voorbeeld)", "en": "simulated (example ledgers only)"}],
    "source": "docs/formats.md §2"})
KINDS = {k["id"]: k for k in (json.loads(line) for line in (TABLES / "kinds.jsonl").open())}
LIST_NAMES = {entry["list"] for entry in LISTS}

SETS = {
    "care": "wijkcoach buddy specialist behaviouralScientist youthProtector guardian probationOfficer police crisisService veiligThuis "
            "childProtectionBoard housingOfficer incomeDebtOfficer schoolAttendanceOfficer educator healthProfessional attentionOfficer",
    "lead": "wijkcoach buddy youthProtector guardian",
    "dir": "regisseur processDirector processCoordinator",
}
SETS["all"] = SETS["care"] + " " + SETS["dir"] + " teamLeader privacyOfficer client representative networkMember confidant"
ALL_ROLES = [v["code"] for entry in LISTS if entry["list"] == "role" for v in entry["values"]]

IDS = {"actor": "actor", "org": "organisation", "subject": "subject", "caseId": "case", "mandateId": "mandate", "eventRef": "event",
       "keyId": "key", "digest": "digest", "signature": "signature", "publicKey": "publicKey"}
TEXTS = {"cbsCode", "oin", "origin", "ruleId", "lawArticle"}
STRUCTS = {"date": "Date", "month": "Month", "instant": "Instant", "dur": "Duration", "decimal": "Decimal", "cents": "Cents",
           "recipient": "Recipient", "partRef": "PartRef", "param": "Param", "file": "File", "partFacts": "Facts"}


def upper(name):
    return name[0].upper() + name[1:]


def split_words(name):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda m: " " + m.group(1).lower(), name)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def label(name):
    if name not in LABELS:
        sys.exit(f"labels.json has no Dutch label for {name}")
    return f"$A.nl({quoted(LABELS[name])}) $A.en({quoted(split_words(name))})"


def write_lists():
    out = ["# Every closed list of codes: values are on disk, never reused, and grow at the end only.",
           "# First generated from the domain tables by tools/catalogue/generate_schema.py.", "@0x9c1f0b7a5e3d2001;",
           'using Cxx = import "/capnp/c++.capnp";', '$Cxx.namespace("inzicht::schema");',
           'using A = import "annotations.capnp";', ""]
    for entry in LISTS:
        out.append(f"enum {upper(entry['list'])} $A.nl({quoted(entry['nl'])}) $A.en({quoted(split_words(entry['list']))}) {{")
        out.append("  unset @0;")
        for value in entry["values"]:
            out.append(f"  {value['code']} @{value['id']} $A.nl({quoted(value['nl'])}) $A.en({quoted(value['en'])});")
        out += ["}", ""]
    (OUT / "lists.capnp").write_text("\n".join(out))


def capnp_type(kind_type, optional):
    """(capnp type, annotations) of one scalar type of the tables."""
    if kind_type in IDS:
        return "T.Data", f"$A.id({IDS[kind_type]})"
    if kind_type in TEXTS:
        return "Text", f"$A.format({kind_type})"
    if kind_type in STRUCTS:
        return ("" if kind_type == "partFacts" else "T.") + STRUCTS[kind_type], ""
    if kind_type == "count":
        return ("T.Count" if optional else "UInt64"), ""
    if kind_type == "int":
        return "Int32", ""
    if kind_type == "text":
        return "Text", ""
    if kind_type == "data":
        return "Data", ""
    if kind_type in LIST_NAMES:
        return "L." + upper(kind_type), ""
    sys.exit(f"unknown type {kind_type}")


class Struct:
    def __init__(self, name, head):
        self.lines, self.nested, self.name, self.head, self.n = [], [], name, head, 0

    def field(self, name, kind_type, many=False, optional=False, record=None, filled=False):
        if record is not None:
            inner = Struct(upper(name), "")
            for r in record:
                inner.field(*r[:2], many=r[2], optional=r[3])
            self.nested.append(inner)
            base, extra = upper(name), ""
        else:
            base, extra = capnp_type(kind_type, optional and not many)
            base = base.replace("T.Data", "Data")
        if filled or not optional and not many and base not in ("UInt64", "Int32"):
            extra += " $A.required"
        full = f"List({base})" if many else base
        self.lines.append(f"  {name} @{self.n} :{full} {label(name)} {extra}".rstrip() + ";")
        self.n += 1

    def text(self, indent=""):
        out = [f"{indent}struct {self.name}{(' ' + self.head) if self.head else ''} {{"]
        out += [indent + line for line in self.lines]
        for inner in self.nested:
            out += inner.text(indent + "  ")
        return out + [indent + "}"]


def split_top(text, separator):
    parts, depth, current = [], 0, ""
    for c in text:
        depth += c in "{(["
        depth -= c in "})]"
        if c == separator and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += c
    return [p.strip() for p in [*parts, current] if p.strip()]


def parse_fact(spec):
    spec = re.sub(r"\s*\([^()]*\)\s*$", "", spec.strip())
    spec = re.sub(r"\s*\([^()]*\)", "", spec)
    name, _, kind_type = spec.partition(":")
    name, kind_type = name.strip(), kind_type.strip()
    optional = name.endswith("?")
    name = name.rstrip("?")
    many = kind_type.endswith("[]")
    kind_type = kind_type.removesuffix("[]").strip()
    if kind_type.startswith("the facts of"):
        kind_type = "partFacts"
    if kind_type.startswith("{"):
        record = []
        for item in split_top(kind_type[1:-1], ","):
            for alternative in item.split("/"):
                n, _, t = alternative.partition(":")
                opt = n.strip().endswith("?")
                n = n.strip().rstrip("?")
                t = (t.strip() or n)
                m = t.endswith("[]")
                record.append((n, t.removesuffix("[]"), m, opt))
        return name, None, many, optional, record
    return name, kind_type, many, optional, None


# What the byte formats need of a kind beyond its row: public keys in the header, so that a verifier can check without the vault.
EXTRA_FACTS = {
    101: [("clock", "clockKind", False, False, None)],
    104: [("publicKey", "publicKey", False, False, None)],
    # Whose key or mandate it is, so that the event's chain follows from its header alone.
    105: [("owner", "actor", False, True, None)],
    107: [("grantee", "actor", False, False, None)],
}
EXTRA_RECORD = {(101, "keys"): [("publicKey", "publicKey", False, False), ("proof", "signature", False, True)]}


def roles_of(kind_id):
    text = KINDS[kind_id]["recordedBy"]
    as_other = re.match(r"as (\d+)", text)
    if as_other:
        return roles_of(int(as_other.group(1)))
    roles = []
    for item in re.split(r"[;,]", re.sub(r"\([^)]*\)", "", text)):
        item = item.strip()
        if item == "any reader":
            names = [r for r in ALL_ROLES if r not in ("witness", "importer")]
        elif item == "the owner":
            names = ["owner"]
        else:
            names = SETS.get(item, item).split()
        roles += [n for n in names if n not in roles]
    unknown = [r for r in roles if r not in ALL_ROLES and r != "owner"]
    if unknown:
        sys.exit(f"{kind_id}: unknown roles {unknown}")
    return roles


def refs_of(kind_id):
    out = []
    text = KINDS[kind_id]["refs"]
    if text == "–":
        return out
    for item in split_top(text, ";"):
        exact = re.search(r"\((1|1\.\.)\)", item)
        item = re.sub(r"\s*\([^)]*\)", "", item).strip()
        relation, _, targets = item.partition("→")
        # "301*/302?": each kind may say how often; the widest holds for the row.
        marks = [c for c in targets if c in "?*+"] or [""]
        bounds = [{"?": (0, 1), "*": (0, 64), "+": (1, 64), "": (1, 1)}[m] for m in marks]
        targets = re.sub(r"[?*+]", "", targets)
        low, high = min(l for l, _ in bounds), max(h for _, h in bounds)
        if exact:
            low, high = (1, 1) if exact.group(1) == "1" else (1, 64)
        kinds = [] if targets == "any" else [int(k) for k in targets.split("/")]
        out.append(f"(relation = {relation}, kinds = [{', '.join(map(str, kinds))}], least = {low}, most = {high})")
    return out


def write_facts():
    out = ["# The facts of every kind of event: codes, pseudonymous ids, references, times and numbers; never a name, never words.",
           "# The annotations are the catalogue. Fields and kinds join at the end only; nothing moves, nothing is reused.",
           "# First generated from the domain tables by tools/catalogue/generate_schema.py.", "@0x9c1f0b7a5e3d2002;",
           'using Cxx = import "/capnp/c++.capnp";', '$Cxx.namespace("inzicht::schema");',
           'using A = import "annotations.capnp";', 'using L = import "lists.capnp";', 'using T = import "types.capnp";', "",
           "# Which arm is active says which kind the event is; the header's kind number must agree.",
           "struct Facts {", "  union {", "    unset @0 :Void;"]
    structs = []
    for ordinal, kind_id in enumerate(IN_SERVICE, 1):
        k = KINDS[kind_id]
        out.append(f"    {k['code']} @{ordinal} :{upper(k['code'])};")
        head = [f"$A.kind({kind_id})", f"$A.nl({quoted(k['nl'])})", f"$A.en({quoted(k['en'])})"]
        if k["power"]:
            head.append("$A.power")
        if k["guarded"]:
            head.append("$A.guarded")
        head.append("$A.group(" + quoted(k["group"]) + ")")
        head.append("$A.recordedBy([" + ", ".join(map(quoted, roles_of(kind_id))) + "])")
        head.append("$A.refs([" + ", ".join(refs_of(kind_id)) + "])")
        rules = re.findall(r"[A-Z]+-\d+(?:, \d+)*", k["rules"])
        names = []
        for group in rules:
            prefix = group.split("-")[0]
            names += [f"{prefix}-{n}" for n in re.findall(r"\d+", group)]
        head.append("$A.rules([" + ", ".join(map(quoted, names)) + "])")
        head.append("$A.source(" + quoted(k["source"]) + ")")
        s = Struct(upper(k["code"]), "\n    ".join(head))
        if k["facts"] != "–":
            for spec in split_top(k["facts"], ";"):
                name, kind_type, many, optional, record = parse_fact(spec)
                record = record and record + EXTRA_RECORD.get((kind_id, name), [])
                s.field(name, kind_type, many, optional, record)
        for extra in EXTRA_FACTS.get(kind_id, []):
            s.field(*extra)
        structs.append(s)
    out += ["  }", "}", ""]
    for s in structs:
        out += s.text() + [""]
    (OUT / "facts.capnp").write_text("\n".join(out))


LIST_PARTS = {  # unsealed lists: their rows
    (110, "lost"): {"rows": [("index", "count", False, False), ("leaf", "digest", False, False)]},
    (111, "supplied"): {"rows": [("index", "count", False, False), ("leaf", "digest", False, False), ("sealedParts", "digest", True, False)]},
    (1301, "cases"): {"rows": [("case", "caseId", False, False), ("count", "count", False, False), ("head", "digest", False, True), ("about", "subject", True, False)]},
    (1301, "opened"): {"filter": "param", "parts": "partRef"},
    (1209, "purged"): {"rows": [("index", "count", False, False), ("leaf", "digest", False, False), ("ground", "erasureGround", False, False)]},
}
LIST_PARTS[(1302, "cases")] = LIST_PARTS[(1301, "cases")]
LIST_PARTS[(1302, "opened")] = LIST_PARTS[(1301, "opened")]
PART_TYPES = {"file": "file", "birthDate": "date", "treatment": "interventionType", "amount": "cents", "header": "data", "signatures": "data"}
# Of every class of an assessment; the row says it once.
STATEMENT = "statements:{kind:statementKind,source:sourceKind,text}[]"


def part_fields(s, kind_id, part, body):
    if (kind_id, part) in LIST_PARTS:
        for name, spec in LIST_PARTS[(kind_id, part)].items():
            s.field(name, None if isinstance(spec, list) else spec, True, False, spec if isinstance(spec, list) else None)
        return
    if "the target" in body:
        return
    for item in split_top(body, ","):
        item = re.sub(r"\s*\([^()]*\)", "", item)
        required = "*" in item
        item = item.replace("*", "")
        if (kind_id, item.strip()) == (602, "statements[]"):
            item = STATEMENT
        name, _, kind_type = item.partition(":")
        name = name.strip()
        if name == "content/digest+length":
            s.field("content", "data", optional=True)
            s.field("digest", "digest", optional=True)
            s.field("length", "count", optional=True)
            continue
        if (kind_id, name) == (1402, "fields"):
            s.field("fields", None, True, True, [("name", "text", False, False), ("value", "text", False, True), ("type", "text", False, True)])
            continue
        kind_type = kind_type.strip()
        many = kind_type.endswith("[]")
        kind_type = kind_type.removesuffix("[]") or PART_TYPES.get(name, "text")
        if kind_type.startswith("{"):
            record = [(n.split(":")[0].strip(), (n.split(":") + ["text"])[1].strip(), False, True) for n in split_top(kind_type[1:-1], ",")]
            s.field(name, None, many, not required, record, filled=required)
        else:
            s.field(name, kind_type, many, not required, filled=required)


def write_parts():
    out = ["# The parts of every kind of event: words and names, each about one data subject and of one class, sealed under that subject's key.",
           "# First generated from the domain tables by tools/catalogue/generate_schema.py.", "@0x9c1f0b7a5e3d2003;",
           'using Cxx = import "/capnp/c++.capnp";', '$Cxx.namespace("inzicht::schema");',
           'using A = import "annotations.capnp";', 'using L = import "lists.capnp";', 'using T = import "types.capnp";', ""]
    for kind_id in IN_SERVICE:
        k = KINDS[kind_id]
        if k["parts"] == "–":
            continue
        for position, item in enumerate(split_top(k["parts"], ";")):
            m = re.match(r"(\w+)@([\w/-]+):([\w/-]+)\{(.*)\}", item)
            name, subject, classes, body = m.groups()
            if subject == "as-target":
                continue  # a correction's part has its target's type
            head = f"$A.partType({kind_id * 10 + position}) $A.partName({quoted(name)}) $A.partSubject({quoted(subject)}) $A.partClasses({quoted(classes)})"
            s = Struct(upper(k["code"]) + upper(name), head)
            part_fields(s, kind_id, name, body)
            out += s.text() + [""]
    (OUT / "parts.capnp").write_text("\n".join(out))


write_lists()
write_facts()
write_parts()
