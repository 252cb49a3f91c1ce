from datetime import date

from volteface.case.schema import Actor, Case, CaseFile, Office, Person
from volteface.coding.leaders import leaders

GABON = Actor(id="GAB-GOV", name="Gabonese government", kind="party", iso3="FRA")


def a_case(*people: Person) -> Case:
    """A case with one governing party, and these people."""
    return Case(
        folder="",
        digest="",
        settings=CaseFile(id="test", title="Test", begins=date(2010, 1, 1)),
        actors=(GABON,),
        people=people,
        issues=(),
        ties=(),
        facts=(),
    )


def test_leaders_serve_the_actors_of_the_case() -> None:
    """A leader speaks for the state's actor in the case where it has one, else for the state."""
    known = {person.name: person for person in leaders(a_case())}
    assert {office.actor for office in known["François Hollande"].offices} == {"GAB-GOV"}
    assert {office.actor for office in known["Barack Obama"].offices} == {"USA"}
    assert {office.actor for office in known["Kofi Annan"].offices} == {"UN"}
    assert known["Barack Obama"].offices[0].from_ == date(2009, 1, 20)


def test_the_case_knows_its_own_people() -> None:
    """Whom the case has, in any spelling, is not known twice."""
    own = Person(name="Francois Hollande", offices=(Office(title="president", actor="GAB-GOV"),))
    assert not [p for p in leaders(a_case(own)) if p.name.endswith("Hollande")]
