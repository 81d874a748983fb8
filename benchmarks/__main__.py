"""Measures and prints a table. Each case runs in a process of its own, so that its memory can be told."""

import argparse
import json
import resource
import subprocess
import sys
from dataclasses import asdict

from benchmarks.case import Row
from benchmarks.catalogue import CASES

HEAD = f"{'case':8} {'nodes':>6}  {'what':42} {'measured':>10} {'floor':>9} {'target':>9}  verdict"


def told(case: str, count: int, row: Row) -> str:
    """A line of the table."""
    bare = "" if row.floor is None else f"{row.floor:.3f}"
    goal = "" if row.target is None else f"{row.target:.3f}"
    verdict = "" if row.target is None else "met" if row.value <= row.target else "MISSED"
    value = f"{row.value:.3f} {row.unit:2}"
    return f"{case:8} {count:>6}  {row.what:42} {value:>10} {bare:>9} {goal:>9}  {verdict}"


def measure(name: str, count: int) -> None:
    """Runs one case here and prints what it found, a JSON object a line."""
    case = next(case for case in CASES if case.name == name)
    for row in case.run(count):
        print(json.dumps(asdict(row)), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(asdict(Row("most memory", peak, "MB"))), flush=True)


def main() -> int:
    """The command: 0, or 1 where a case failed."""
    names = [case.name for case in CASES]
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"which to run: {', '.join(names)}")
    parser.add_argument("--nodes", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if unknown := set(chosen.cases) - set(names):
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    if chosen.here:
        measure(chosen.cases[0], chosen.nodes[0])
        return 0
    print(HEAD)
    failed = False
    for name in chosen.cases or names:
        for count in chosen.nodes:
            command = [sys.executable, "-m", "benchmarks", name, "--nodes", str(count), "--here"]
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
                for line in process.stdout or ():
                    print(told(name, count, Row(**json.loads(line))), flush=True)
            failed = failed or process.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
