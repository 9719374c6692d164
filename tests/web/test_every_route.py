"""Each address, asked by each kind of person: what no author should have to remember.

A new route fails until it stands in `WHO`; one that disappears fails until it is taken out.
"""

from dataclasses import dataclass

import pytest
from sqlalchemy import func, select

from pqrs.acts.evaluate import Following, Opinion, evaluate_point
from pqrs.extensions import db
from pqrs.law import PartsSettled
from pqrs.models import SYSTEM, Base, Official, ServicePoint
from pqrs.models.engine import write_intent
from pqrs.office import Role, Viewer
from pqrs.outside.passwords import hash_password
from tests.build import a_kept_file, a_petition, a_public_answer, answered
from tests.walker import Walker, into_flask
from tests.web.page_faults import faults_of

PASSWORD = "una frase larga de prueba"
PEOPLE = {
    "nobody": None,
    "clerk": (Role.CLERK, None),
    "official": (Role.OFFICIAL, "INFRA"),
    "stranger": (Role.OFFICIAL, "HAC"),
    "head": (Role.HEAD, "INFRA"),
    "supervisor": (Role.SUPERVISOR, None),
    "control": (Role.INTERNAL_CONTROL, None),
    "ombudsman": (Role.OMBUDSMAN, None),
    "auditor": (Role.AUDITOR, None),
    "admin": (Role.ADMIN, None),
}
ALL = frozenset(PEOPLE)
STAFF = ALL - {"nobody"}
HEAD = frozenset({"head"})
CLERK = frozenset({"clerk"})
OWN = frozenset({"official", "head"})
READERS = OWN | {"control"}
OVERSEERS = frozenset({"supervisor", "control", "ombudsman", "auditor"})
PART = frozenset({"stranger"})
"""Of the case that Infraestructura answers with a part of Hacienda."""
OFFICE = frozenset({"admin", "supervisor", "control", "auditor"})

WHO = {
    "account.check_password": ALL,
    "account.home": STAFF,
    "account.own_account": STAFF,
    "account.set_password": ALL,
    "account.show_password_form": ALL,
    "account.sign_in": ALL,
    "account.sign_out": ALL,
    "citizen.about_you": ALL,
    "citizen.add_text": ALL,
    "citizen.appeal": ALL,
    "citizen.complete": ALL,
    "citizen.extend_completion": ALL,
    "citizen.send_appeal": ALL,
    "citizen.send_completion": ALL,
    "citizen.send_extension": ALL,
    "citizen.send_text": ALL,
    "citizen.send_withdrawal": ALL,
    "citizen.why_date": ALL,
    "citizen.withdraw": ALL,
    "citizen.answer_attach": ALL,
    "citizen.answer_file": ALL,
    "citizen.answer_file_identity": ALL,
    "citizen.answer_file_involved": ALL,
    "citizen.answer_file_care": ALL,
    "citizen.answer_file_person": ALL,
    "citizen.answer_file_place": ALL,
    "citizen.answer_file_reply": ALL,
    "citizen.answer_file_text": ALL,
    "citizen.answer_file_topic": ALL,
    "citizen.answer_pdf": ALL,
    "citizen.attach": ALL,
    "citizen.case_file_page": ALL,
    "citizen.case_file_zip": ALL,
    "citizen.ask_code": ALL,
    "citizen.close_case": ALL,
    "citizen.code_asked": ALL,
    "citizen.decline": ALL,
    "citizen.detach": ALL,
    "citizen.document": frozenset(),
    "citizen.evaluate": ALL,
    "citizen.evaluate_answer": ALL,
    "citizen.evaluate_here": ALL,
    "citizen.file": ALL,
    "citizen.file_another": ALL,
    "citizen.file_identity": ALL,
    "citizen.file_involved": ALL,
    "citizen.file_care": ALL,
    "citizen.file_person": ALL,
    "citizen.file_place": ALL,
    "citizen.file_reply": ALL,
    "citizen.file_text": ALL,
    "citizen.file_topic": ALL,
    "citizen.follow": ALL,
    "citizen.follow_ics": ALL,
    "citizen.follow_pdf": ALL,
    "citizen.home": ALL,
    "citizen.later": ALL,
    "citizen.lost_code": ALL,
    "citizen.new_code": ALL,
    "citizen.message": ALL,
    "citizen.open_answer": ALL,
    "citizen.send_message": ALL,
    "citizen.open_case": ALL,
    "citizen.open_draft": ALL,
    "citizen.begin": ALL,
    "citizen.begin_report": ALL,
    "citizen.leave": ALL,
    "citizen.report": ALL,
    "citizen.receipt": ALL,
    "citizen.receipt_ics": ALL,
    "citizen.receipt_pdf": ALL,
    "citizen.receipt_qr": frozenset(),
    "citizen.resume": ALL,
    "citizen.review": ALL,
    "citizen.send": ALL,
    "citizen.show_new_code": ALL,
    "citizen.show_review": ALL,
    "citizen.still_solved": ALL,
    "citizen.tell_about_you": ALL,
    "citizen.thanks": ALL,
    "citizen.reception_pdf": ALL,
    "counter.about_them": CLERK,
    "counter.attach": CLERK,
    "counter.begin_anew": CLERK,
    "counter.handed_over": CLERK,
    "counter.handed_pdf": CLERK,
    "counter.handed_qr": frozenset(),
    "counter.keep": CLERK,
    "counter.read_back": CLERK,
    "counter.send": CLERK,
    "counter.take_down": CLERK,
    "counter.tell_about_them": CLERK,
    "desk.ask_answer": OWN | {"stranger"},
    "desk.ask_publication": OWN,
    "desk.desk_answer_page": OWN | {"supervisor"},
    "desk.press_answer": frozenset({"supervisor"}),
    "desk.send_answer": OWN | {"stranger"},
    "desk.send_publication": OWN,
    "desk.show_desk_answers": OWN | {"stranger", "supervisor"},
    "desk.ask_annulment": frozenset({"clerk"}),
    "desk.ask_appeal_decision": HEAD,
    "desk.ask_appeal_notice": OWN,
    "desk.ask_appeal_rejection": HEAD,
    "desk.ask_arrival": OWN,
    "desk.ask_interruption": OWN,
    "desk.ask_interruption_end": OWN,
    "desk.ask_clarification": OWN,
    "desk.ask_completion": OWN,
    "desk.ask_decision": frozenset(),
    "desk.ask_evidence": HEAD,
    "desk.ask_evidence_end": HEAD,
    "desk.ask_extension": HEAD,
    "desk.ask_notice": OWN,
    "desk.ask_kind": frozenset({"clerk"}),
    "desk.ask_other_kind": OWN,
    "desk.ask_part": PART,
    "desk.ask_part_move": OWN,
    "desk.ask_part_return": PART,
    "desk.ask_part_transfer": HEAD,
    "desk.ask_parts": OWN,
    "desk.move_one_part": OWN,
    "desk.pending": OVERSEERS,
    "desk.return_one_part": PART,
    "desk.send_one_part": HEAD,
    "desk.write_part": PART,
    "desk.ask_duty": OWN,
    "desk.ask_hearing": OWN,
    "desk.ask_telling": OWN,
    "desk.hear_third_party": OWN,
    "desk.tell_third_party": OWN,
    "desk.ask_pause": HEAD,
    "desk.ask_person": frozenset(),
    "desk.ask_rejection": HEAD,
    "desk.ask_resumption": HEAD,
    "desk.ask_return": OWN,
    "desk.ask_ruling": OWN,
    "desk.ask_sending": OWN,
    "desk.ask_sharing": HEAD,
    "desk.ask_transfer": HEAD,
    "desk.ask_withdrawal": HEAD,
    "desk.ask_continuation": HEAD,
    "desk.continue_officially": HEAD,
    "desk.decide": frozenset(),
    "desk.decide_appeal": HEAD,
    "desk.close_evidence": HEAD,
    "desk.note_arrival": OWN,
    "desk.note_interruption": OWN,
    "desk.note_interruption_end": OWN,
    "desk.reject_appeal": HEAD,
    "desk.share_evidence": HEAD,
    "desk.deliver": OWN,
    "desk.document": READERS,
    "desk.extend": HEAD,
    "desk.evaluate_aloud": frozenset({"clerk"}),
    "desk.evaluations": OWN | {"stranger", "control"},
    "desk.intake": frozenset({"clerk", "control", "ombudsman", "supervisor"}),
    "desk.intake_case": frozenset({"clerk", "control"}),
    "desk.note_ruling": OWN,
    "desk.note_duty": OWN,
    "desk.notify_appeal": OWN,
    "desk.order_evidence": HEAD,
    "desk.pause": HEAD,
    "desk.petition": READERS,
    "desk.petition_ics": READERS,
    "desk.propose_annulment": frozenset({"clerk"}),
    "desk.propose_kind": OWN,
    "desk.post_notice": OWN,
    "desk.posters": frozenset({"head", "admin"}),
    "desk.queue": OWN | {"stranger"},
    "desk.reclassify": frozenset({"clerk"}),
    "desk.reject": HEAD,
    "desk.reply": OWN,
    "desk.settle_parts": OWN,
    "desk.request_completion": OWN,
    "desk.resume": HEAD,
    "desk.review": frozenset({"head"}),
    "desk.reviews": OVERSEERS,
    "desk.return_to_intake": OWN,
    "desk.return_unclear": OWN,
    "desk.route": frozenset({"clerk"}),
    "desk.save_draft": OWN,
    "desk.show_population": frozenset({"supervisor", "control", "ombudsman", "auditor"}),
    "desk.send_to_judge": OWN,
    "desk.show_proposals": OWN | {"stranger", "clerk", "supervisor"},
    "desk.sign_reply": HEAD,
    "desk.transfer": HEAD,
    "desk.withdraw_tacitly": HEAD,
    "desk.write_to_person": frozenset(),
    "favicon": ALL,
    "health.check": ALL,
    "office.add_rule": frozenset({"admin"}),
    "office.ask_closing_rule": frozenset({"admin"}),
    "office.ask_routing_rule": frozenset({"admin"}),
    "office.ask_closure": frozenset({"admin"}),
    "office.ask_holiday": frozenset({"admin"}),
    "office.ask_reading": frozenset({"admin"}),
    "office.ask_reopening": frozenset({"admin"}),
    "office.ask_term": frozenset({"admin"}),
    "office.close_rule": frozenset({"admin"}),
    "office.decide": frozenset({"supervisor"}),
    "office.home": OFFICE,
    "office.propose_closure": frozenset({"admin"}),
    "office.propose_holiday": frozenset({"admin"}),
    "office.propose_reading": frozenset({"admin"}),
    "office.propose_reopening": frozenset({"admin"}),
    "office.propose_term": frozenset({"admin"}),
    "office.routing": OFFICE,
    "office.rule": OFFICE,
    "office.rules": OFFICE,
    "office.sign_year": frozenset({"admin"}),
    "office.this_calendar": OFFICE,
    "office.year": OFFICE,
    "public.accessibility": ALL,
    "public.calculator": ALL,
    "public.calculator_ics": ALL,
    "public.key_steps": ALL,
    "public.manifest": ALL,
    "public.offline": ALL,
    "public.paper_form": ALL,
    "public.service_worker": ALL,
    "public.poster": ALL,
    "public.poster_qr": ALL,
    "public.privacy": ALL,
    "public.public_key": ALL,
    "public.robots": ALL,
    "public.show_answers": ALL,
    "public.show_one_answer": ALL,
    "public.show_board": ALL,
    "public.show_notice": frozenset(),
    "public.show_register": ALL,
    "public.show_rights": ALL,
    "public.show_statistics": ALL,
    "public.statistics_csv": ALL,
    "public.statistics_json": ALL,
    "public.verify": ALL,
    "public.verify_pasted": ALL,
    "static_file": ALL,
}
GONE = {"account.set_password", "account.show_password_form"}
"""The link in the address is of nobody: 410 for everybody."""
BY_LINK = {
    "citizen.decline",
    "citizen.evaluate_answer",
    "citizen.show_review",
    "citizen.still_solved",
}
"""The link in the address opens nothing: 404 for everybody."""
BINARY = {"favicon", "citizen.leave"}
"""No page of ours: a drawing, and the way out to another server."""
NOT_HTML = {
    "citizen.leave",
    "desk.document",
    "desk.petition_ics",
    "favicon",
    "health.check",
    "public.manifest",
    "public.public_key",
    "public.service_worker",
    "public.poster_qr",
    "public.robots",
    "static_file",
}


@dataclass
class City:
    """One case of Infraestructura, one with a part of Hacienda, one waiting at the desk."""

    routed: str
    shared: str
    waiting: str
    point: str


@pytest.fixture
def city(app):
    with app.app_context(), write_intent():
        session = db.session()
        for name, person in PEOPLE.items():
            if person:
                role, department = person
                session.add(
                    Official(
                        email=f"{name}@example.com",
                        name=name.title(),
                        role=role,
                        department=department,
                        password_hash=HASH,
                    )
                )
        routed = a_petition(session, app.office, documents=(a_kept_file(app.office),))
        shared = a_petition(session, app.office)
        settled = PartsSettled(app.office.clock(), ("HAC", "INFRA"))
        shared.record(settled, actor=SYSTEM)
        waiting = a_petition(session, app.office, topic=None, text="qwerty asdf")
        following = Following(office=app.office)
        clock = app.office.clock
        point = session.scalars(select(ServicePoint).filter_by(department="INFRA")).all()[0]
        unhappy = Opinion(satisfaction=1)
        evaluate_point(session, point, unhappy, token="x", clock=clock, following=following)
        writer = session.scalars(select(Official).filter_by(email="official@example.com")).one()
        a_public_answer(session, app.office, Viewer(writer.id, Role.OFFICIAL, "INFRA"))
        session.commit()
        return City(
            routed.number, shared.number, waiting.number, app.office.pack.service_points[0].code
        )


HASH = hash_password(PASSWORD)


@pytest.fixture
def visit(app, city):
    """A walker who is one of `PEOPLE`."""

    def visit(name):
        walker = Walker(into_flask(app.test_client()))
        if PEOPLE[name]:
            walker.open("/ingresar")
            walker.submit(email=f"{name}@example.com", password=PASSWORD)
        return walker

    return visit


def address(app, city, rule):
    """The rule with something that exists in each of its places."""
    number = city.waiting if rule.rule.startswith("/ventanilla") else city.routed
    number = city.shared if "matter" in rule.arguments else number
    values = {
        "number": number,
        "token": "x" * 32,
        "code": city.point,
        "reference": f"{city.routed}-{'0' * 32}",
        "department": "INFRA",
        "of_build": "x",
        "name": "img/favicon.svg",
        "place": 1,
        "proposal_id": 1,
        "year": 2026,
        "change_id": 1,
        "rule_id": 1,
        "review": 1,
        "notice_id": 1,
        "answer_id": 1,
        "matter": 1,
    }
    with app.test_request_context():
        return app.url_for(rule.endpoint, **{name: values[name] for name in rule.arguments})


def test_every_route_says_who_may_enter(app):
    assert sorted(WHO) == sorted({rule.endpoint for rule in app.url_map.iter_rules()})


@pytest.mark.parametrize("name", PEOPLE)
def test_only_those_may_enter(app, city, visit, name):
    walker = visit(name)
    wrong = {}
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods or rule.endpoint in BINARY:
            continue
        path = address(app, city, rule)
        answer = walker.open(path)
        entered = answer.path.partition("?")[0] == path and answer.status in {200, 410, 422}
        redirected = answer.status == 200 and answer.path != "/ingresar"
        allowed = name in WHO[rule.endpoint]
        if rule.endpoint in BY_LINK:
            entered = answer.status == 404
        if not (entered or redirected if allowed else not entered):
            wrong[rule.endpoint] = (answer.status, answer.path)

    assert {} == wrong


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_presses_a_button_without_its_token(app, city, visit, name):
    walker = visit(name)
    walker.open("/")
    before = contents(app)
    wrong = {}
    for rule in app.url_map.iter_rules():
        if "POST" in rule.methods and rule.endpoint not in GONE:
            answer = walker.send("POST", address(app, city, rule), [("x", "y")])
            if answer.status == 200 and answer.path not in {"/ingresar", "/"}:
                redirect = answer.path != address(app, city, rule)
                if not redirect:
                    wrong[rule.endpoint] = (answer.status, answer.path)

    assert {} == wrong
    assert before == contents(app)


@pytest.mark.parametrize("name", ["nobody", "clerk", "head", "control"])
def test_reading_writes_nothing(app, city, visit, name):
    walker = visit(name)
    before = contents(app)
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and rule.endpoint not in BINARY:
            walker.open(address(app, city, rule))

    assert before == contents(app)


LOOKS = {"attempt", "audit_entry", "web_session", "draft"}
"""Tables of what is kept whatever the answer: who looked, who tried, what was typed."""


def contents(app):
    with app.app_context():
        return {
            table.name: db.session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
            if table.name not in LOOKS
        }


@pytest.mark.parametrize("name", ["nobody", "clerk", "head", "control"])
def test_every_page_is_a_page(app, city, visit, name):
    walker = visit(name)
    wrong = {}
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods or rule.endpoint in NOT_HTML or "statistics_" in rule.endpoint:
            continue
        answer = walker.open(address(app, city, rule))
        faults = faults_of(answer.html)
        if faults:
            wrong[rule.endpoint] = faults

    assert {} == wrong


def test_a_signed_answer_changes_who_may_do_what(app, city, visit):
    with app.app_context(), write_intent():
        session = db.session()
        petition = a_petition(session, app.office)
        answered(session, app.office, petition)
        session.commit()
        number = petition.number

    assert 200 == visit("official").open(f"/bandeja/{number}").status
    assert 403 == visit("stranger").open(f"/bandeja/{number}").status
    assert 403 == visit("clerk").open(f"/bandeja/{number}").status
    assert 404 == visit("official").open("/bandeja/2026-999999-9").status
