"""Counts what the two reference logs hold, without any of Ronghe's code.

python3 golden.py $RONGHE_REFERENCE/telemetry  ->  the figures in ReplayReferenceTest

Bytes are split at line feeds; a row is whole when it has no control byte but tabs (and a CR at its end), the
29 fields of the plant, and a time of the form dd.mm.yyyy hh:mm in the first.
"""
import collections, glob, re, sys

base = sys.argv[1]


def rows(path):
    lines = open(path, "rb").read().split(b"\n")
    assert lines[-1] == b""
    return [line[:-1] if line.endswith(b"\r") else line for line in lines[1:-1]]


plant = collections.Counter()
for path in sorted(glob.glob(base + "/solar-heat-plant/*/*/*.csv")):
    plant["files"] += 1
    for row in rows(path):
        plant["rows"] += 1
        fields = row.split(b"\t")
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f-\x9f]", row):
            plant["garbage"] += 1
        elif len(fields) != 29:
            plant["field-count"] += 1
        elif not re.fullmatch(rb"\d\d\.\d\d\.\d{4} \d\d:\d\d", fields[0]):
            plant["not-a-time"] += 1
        else:
            plant["whole"] += 1
            plant["spring night"] += bool(re.match(rb"25\.03\.2018 02:", fields[0]))
            for i in list(range(1, 11)) + list(range(12, 22)) + [23, 24]:
                sentinel = fields[i] in (b"888,8", b"-88,8", b"-999,9", b"-9999")
                plant["sentinel cells" if sentinel else "plain cells"] += 1
                if not re.fullmatch(rb"-?\d+(,\d+)?", fields[i]):
                    plant["not a number"] += 1

skab = collections.Counter()
limits = [(0, 10), (0, 10), (-1, 30), (-2, 10), (0, 150), (0, 100), (0, 400), (0, 20 / 0.06)]
for path in sorted(glob.glob(base + "/skab/data/*/*.csv")):
    skab["files"] += 1
    for row in rows(path):
        fields = row.split(b";")
        skab["rows"] += 1
        skab["cells"] += len(fields) - 1
        out = sum(not low <= float(v) <= high for v, (low, high) in zip(fields[1:], limits))
        skab["cells out of range"] += out
        skab["rows out of range"] += out > 0

print("plant", dict(plant))
print("skab", dict(skab))
