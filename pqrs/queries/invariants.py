"""Every promise of the system as a question to the database: an answer is a list of what is broken.

The codes are those of the reliability contract. One file, so that "what do we promise?" has one
place; `pqrs verify` asks them all.
"""

from collections import Counter as Bag
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import func, select, text, union_all
from sqlalchemy.orm import Session, selectinload

from pqrs.models import (
    Counter,
    Document,
    Evaluation,
    EvaluationInvitation,
    LostNumber,
    Notice,
    Petition,
    PetitionEvent,
    Submission,
    Tally,
    hashes_in_use,
)
from pqrs.models.evaluation import solved_tallies
from pqrs.models.petition import FIRST_HASH, chain_hash, digest_payload
from pqrs.models.reckoning import wrong_columns
from pqrs.office import PetitionNumber
from pqrs.office.numbering import HISTORIC
from pqrs.office.tallies import TallyKey, petition_tallies
from pqrs.outside.files import DamagedFileError, FileStore
from pqrs.outside.now import local_date
from pqrs.outside.witness import Witness

BATCH = 500


@dataclass(frozen=True)
class Ground:
    """Where the questions are asked: the database, the witness and the folder of files."""

    session: Session
    witness: Witness
    files: FileStore

    def petitions(self) -> Iterator[Petition]:
        """Every petition with its events, a few hundred at a time."""
        last = 0
        while True:
            rows = self.session.scalars(
                select(Petition)
                .where(Petition.id > last)
                .order_by(Petition.id)
                .limit(BATCH)
                .options(selectinload(Petition.events))
            ).all()
            if not rows:
                return
            yield from rows
            last = rows[-1].id
            self.session.expunge_all()


@dataclass(frozen=True)
class Invariant:
    """A promise: its code, its sentence, and the question."""

    code: str
    promise: str
    ask: Callable[[Ground], Iterator[str]]


def consecutive(ground: Ground) -> Iterator[str]:
    """I1: per series and year, 1, 2, 3 … without a hole, up to the counter, each well written.

    A number whose petition was lost with a disk still holds its place.
    """
    given_places = union_all(
        *(select(table.series, table.year, table.sequence) for table in (Petition, LostNumber))
    ).subquery()
    series_of, year_of, sequence_of = given_places.c
    rows = ground.session.execute(
        select(
            series_of,
            year_of,
            func.count(),
            func.count(sequence_of.distinct()),
            func.min(sequence_of),
            func.max(sequence_of),
        ).group_by(series_of, year_of)
    )
    for series, year, count, different, first, last in rows:
        counter = ground.session.get(Counter, (series, year))
        given = counter.value if counter else 0
        if not (first == 1 and count == different == last == given):
            yield f"serie {series} de {year}: hay {count}, de {first} a {last}, contador {given}"
    for number, year, sequence, series in ground.session.execute(
        select(Petition.number, Petition.year, Petition.sequence, Petition.series)
    ):
        if number != str(PetitionNumber(year, sequence, series)):
            yield f"{number}: no corresponde a {year} y {sequence}"


def one_content(ground: Ground) -> Iterator[str]:
    """I2: no number stands for two contents, in the database and the witness together."""
    stored = dict(ground.session.execute(select(Petition.number, Petition.content_hash)).all())
    lost = select(LostNumber.number, LostNumber.content_hash)
    stored |= {
        number: content_hash
        for number, content_hash in ground.session.execute(lost)
        if content_hash is not None
    }
    for issued, _linked in ground.witness.lines():
        if stored.get(issued.number, issued.content_hash) != issued.content_hash:
            yield f"{issued.number}: el testigo vio otro contenido"


def witnessed(ground: Ground) -> Iterator[str]:
    """I3: every number that was shown to somebody exists, and every number was witnessed.

    What an older backup lacked is known to be missing.
    """
    stored = set(ground.session.scalars(select(Petition.number)))
    known = stored | set(ground.session.scalars(select(LostNumber.number)))
    seen = {issued.number for issued, _linked in ground.witness.lines()}
    yield from (f"{number}: se mostró y no está en la base" for number in sorted(seen - known))
    yield from (f"{number}: falta en el testigo" for number in sorted(stored - seen))


def filed_and_told(ground: Ground) -> Iterator[str]:
    """I4: every petition begins with its filing and has a notice, or a row that says why not.

    Who filed an imported case was told by the system it was filed in.
    """
    begun = select(PetitionEvent.petition_id).where(
        PetitionEvent.sequence == 1, PetitionEvent.name == "filed"
    )
    told = select(Notice.petition_id).where(Notice.petition_id.is_not(None))
    told_there = Petition.series == HISTORIC
    for what, sound in (
        ("sin radicación", Petition.id.in_(begun)),
        ("sin aviso", Petition.id.in_(told) | told_there),
    ):
        query = select(Petition.number).where(~sound).order_by(Petition.id)
        for number in ground.session.scalars(query):
            yield f"{number}: {what}"


def ordered_in_time(ground: Ground) -> Iterator[str]:
    """I5: moments never run against numbers, and the year of a number is Colombia's.

    Imported cases were filed elsewhere, in an order that a later file may fill in.
    """
    rows = ground.session.execute(
        select(Petition.series, Petition.year, Petition.number, Petition.filed_at).order_by(
            Petition.series, Petition.year, Petition.sequence
        )
    ).all()
    for row in rows:
        if local_date(row.filed_at).year != row.year:
            yield f"{row.number}: radicada el {local_date(row.filed_at)}"
    for one, other in pairwise(rows):
        same = (one.series, one.year) == (other.series, other.year)
        if same and one.series != HISTORIC and other.filed_at < one.filed_at:
            yield f"{other.number}: radicada antes que {one.number}"


def files_are_whole(ground: Ground) -> Iterator[str]:
    """I6: every row of an attached file has a file of that size and that content."""
    rows = ground.session.execute(
        select(Petition.number, Document.position, Document.sha256, Document.size)
        .join(Petition, Petition.id == Document.petition_id)
        .order_by(Document.id)
    )
    for number, position, sha256, size in rows.yield_per(BATCH):
        try:
            ground.files.read(sha256, size)
        except DamagedFileError:
            yield f"{number}: el adjunto {position} falta o fue alterado"


def no_orphans(ground: Ground) -> Iterator[str]:
    """I7: no file that nothing speaks of is older than the grace; the worker takes them away."""
    for path in ground.files.orphans(hashes_in_use(ground.session)):
        yield f"{path.name}: ninguna petición lo tiene"


def one_petition_a_token(ground: Ground) -> Iterator[str]:
    """I8: a submission has its petition, with the content it was sent with."""
    query = (
        select(Petition.number)
        .join(Submission, Submission.petition_id == Petition.id)
        .where(Submission.content_hash != Petition.content_hash)
    )
    for number in ground.session.scalars(query):
        yield f"{number}: el envío tiene otro contenido"


def columns_equal_fold(ground: Ground) -> Iterator[str]:
    """I11: the due date and every other computed column equal what the events say."""
    for found in wrong_columns(ground.session):
        number = found.petition.number
        if found.fault:
            yield f"{number}: su historia no se puede leer: {found.fault}"
        for name, (kept, right) in found.differing.items():
            yield f"{number}: {name} es {kept}, debe ser {right}"


def chains_hold(ground: Ground) -> Iterator[str]:
    """I13: every event is linked to the one before it, and the witness to its own lines."""
    for petition in ground.petitions():
        previous = FIRST_HASH
        for place, row in enumerate(petition.events, start=1):
            whole = row.sequence == place and row.digest == digest_payload(row.salt, row.payload)
            if not whole or row.hash != chain_hash(row.facts(), previous):
                yield f"{petition.number}: el evento {row.sequence} fue alterado"
            previous = row.hash
        if (petition.last_sequence, petition.last_hash) != (len(petition.events), previous):
            yield f"{petition.number}: falta el final de su historia"
    for issued, linked in ground.witness.lines():
        if not linked:
            yield f"testigo: la línea de {issued.number} no sigue a la anterior"


def database_is_whole(ground: Ground) -> Iterator[str]:
    """I17: the database's own check of its pages and keys."""
    if ground.session.get_bind().dialect.name != "sqlite":
        return
    for (finding,) in ground.session.execute(text("pragma integrity_check")):
        if finding != "ok":
            yield str(finding)
    for row in ground.session.execute(text("pragma foreign_key_check")):
        yield f"llave foránea rota en {row[0]}, fila {row[1]}"


def figures_equal_recount(ground: Ground) -> Iterator[str]:
    """I18: the kept figures equal a count of everything from the start."""
    recount: Bag[TallyKey] = Bag()
    for petition in ground.petitions():
        recount.update(petition_tallies(petition.figures()))
    for evaluation in ground.session.scalars(select(Evaluation)):
        recount.update(evaluation.tallies())
    asked_again = select(Evaluation, EvaluationInvitation).join(
        EvaluationInvitation, EvaluationInvitation.petition_id == Evaluation.petition_id
    )
    for evaluation, invitation in ground.session.execute(asked_again):
        recount.update(solved_tallies(evaluation, invitation))
    kept = {
        TallyKey(row.month, row.dimension, row.member, row.measure, row.bucket): row.count
        for row in ground.session.scalars(select(Tally))
        if row.count
    }
    for key in sorted(kept.keys() | recount.keys()):
        if kept.get(key, 0) != recount.get(key, 0):
            yield f"{'/'.join(map(str, key))}: se publica {kept.get(key, 0)}, son {recount[key]}"


def nobody_judges_themselves(ground: Ground) -> Iterator[str]:
    """I19: no open case is in the hands of an office that it complains about."""
    for petition in ground.petitions():
        in_hands = petition.routed_by != "intake" and not petition.phase.is_final
        if in_hands and petition.department in petition.named_departments:
            yield f"{petition.number}: {petition.department}"


INVARIANTS = (
    Invariant("I1", "Los números de cada año van de 1 en adelante, sin huecos", consecutive),
    Invariant("I2", "Ningún número tiene dos contenidos", one_content),
    Invariant("I3", "Todo número que alguien vio existe", witnessed),
    Invariant("I4", "Toda petición tiene su radicación y su aviso", filed_and_told),
    Invariant("I5", "Los números siguen el orden del tiempo", ordered_in_time),
    Invariant("I6", "Todo adjunto está entero y es el que se recibió", files_are_whole),
    Invariant("I7", "Ningún archivo sobra desde hace días", no_orphans),
    Invariant("I8", "Un envío es una sola petición", one_petition_a_token),
    Invariant("I11", "Las fechas guardadas son las que dicen los hechos", columns_equal_fold),
    Invariant("I13", "Nadie alteró la historia de un caso", chains_hold),
    Invariant("I17", "La base de datos está íntegra", database_is_whole),
    Invariant("I18", "Las cifras publicadas salen de los casos", figures_equal_recount),
    Invariant("I19", "Nadie tramita lo que se dice de su oficina", nobody_judges_themselves),
)


def broken_promises(ground: Ground, tell: Callable[[float], None]) -> Iterator[str]:
    """One line for all that is broken, with the code of its promise; tells the share asked."""
    for place, invariant in enumerate(INVARIANTS):
        tell(place / len(INVARIANTS))
        yield from (f"{invariant.code} {what}" for what in invariant.ask(ground))
