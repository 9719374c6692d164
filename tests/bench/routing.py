"""How often the router is right on texts it was never taught: `python -m tests.bench.routing`.

Prints the tables of docs/routing.md: by set, by style, by author, by confidence, and danger.
"""

import time
from collections.abc import Callable

from pqrs.office.alarm import Alarm
from pqrs.office.training import is_calm
from tests.office.packs import candelaria
from tests.office.routed import (
    Routed,
    danger,
    interval,
    routed,
    router,
    rows,
    share,
    single_matters,
    two_matters,
)

FIGURES: dict[str, Callable[[Routed], bool]] = {
    "department": lambda each: each.is_department,
    "or also involved": lambda each: each.is_acceptable,
    "among three": lambda each: each.is_among_three,
    "topic": lambda each: each.is_topic,
    "kind": lambda each: each.is_kind,
    "sure enough": lambda each: each.is_sure,
}

DANGER = (
    *("later_danger_held_out.csv", "outside_danger_held_out.csv", "danger_held_out.csv"),
    *("fresh_danger_held_out.csv", "last_held_out.csv"),
)


def main() -> None:
    router().suggest("aprende antes de medir")
    unseen = rows("unseen.csv")
    sets = {
        "later_held_out": rows("later_held_out.csv"),
        "outside_held_out": rows("outside_held_out.csv"),
        "held_out": rows("held_out.csv"),
        "fresh_held_out": rows("fresh_held_out.csv"),
        "last_held_out": rows("last_held_out.csv"),
        "unseen, held_out": [row for row in unseen if row["part"] == "held_out"],
        "unseen, tuning": [row for row in unseen if row["part"] == "tuning"],
    }
    for name, texts in sets.items():
        began = time.process_time()
        found = routed(texts)
        each = (time.process_time() - began) / len(texts) * 1000
        print(f"\n{name}: {len(found)} texts, {each:.1f} ms each")
        show_set(found)
        if name in {"later_held_out", "outside_held_out", "held_out", "last_held_out"}:
            show_parts(found, "style")
            show_parts(found, "author")
            show_reliability(found)
    show_matters()
    for name in DANGER:
        for level in (Alarm.SURE, Alarm.PERHAPS):
            found_danger, false = danger(name, level)
            print(f"{name}: {level.name} or more: found {found_danger:.1%}, false {false:.1%}")


def show_matters() -> None:
    """How often one text is parted between several bodies, rightly or not."""
    single, false = single_matters()
    low, high = interval(false / single, single)
    print(f"\none matter: {single} texts, parted all the same {false} {low:.1%}-{high:.1%}")
    double, parted, right = two_matters()
    for name, count in (("parted", parted), ("between the right two", right)):
        low, high = interval(count / double, double)
        print(f"two matters: {double} texts, {name} {count} {low:.0%}-{high:.0%}")


def show_set(found: list[Routed]) -> None:
    for name, holds in FIGURES.items():
        part = share(found, holds)
        low, high = interval(part, len(found))
        print(f"  {name:18} {part:6.1%}  {low:.0%}-{high:.0%}")
    decided = [each for each in found if each.is_sure]
    print(f"  {'right when sure':18} {share(decided, FIGURES['department']):6.1%}")
    pack = candelaria()
    calm = [each for each in found if is_calm(pack.topic(each.row["topic"]))]
    plain = [each for each in found if not pack.topic(each.row["topic"]).urgent]
    for group, some in (("calm", calm), ("not urgent", plain)):
        sure = share(some, lambda each: each.found.danger is Alarm.SURE)
        doubtful = share(some, lambda each: each.found.danger is Alarm.PERHAPS)
        print(f"  alarms, {group:10} {sure:6.1%} sure, {doubtful:6.1%} perhaps")


def show_parts(found: list[Routed], column: str) -> None:
    for value in sorted({each.row[column] for each in found}):
        own = [each for each in found if each.row[column] == value]
        figures = "  ".join(f"{share(own, holds):4.0%}" for holds in FIGURES.values())
        print(f"  {column} {value:12} {len(own):4}  {figures}")


def show_reliability(found: list[Routed]) -> None:
    for tenth in range(10):
        own = [each for each in found if min(9, int(each.found.confidence * 10)) == tenth]
        if own:
            right = share(own, FIGURES["department"])
            print(f"  confidence {tenth / 10:.1f}-{(tenth + 1) / 10:.1f} {len(own):4}  {right:.0%}")


if __name__ == "__main__":
    main()
